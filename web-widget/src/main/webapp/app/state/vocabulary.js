// The house's words, indexed for looking up. Pure.

export class Vocabulary {
  #tags;
  #codes;
  #hues;

  constructor(content) {
    this.version = content.version;
    this.content = content;
    this.#tags = new Map(content.tags.map((tag) => [tag.id, tag]));
    this.#codes = new Map(content.codes.map((code) => [code.number, code]));
    this.#hues = new Map(content.families.map((family) => [family.name, family.hue]));
  }

  get families() {
    return this.content.families;
  }

  get tags() {
    return this.content.tags;
  }

  /** In number order, retired ones too. */
  get codes() {
    return [...this.#codes.values()].sort((a, b) => a.number - b.number);
  }

  tag(id) {
    return this.#tags.get(id);
  }

  code(number) {
    return this.#codes.get(number);
  }

  hue(tag) {
    return tag.hue ?? this.#hues.get(tag.family) ?? 'slate';
  }

  codesOf(tag) {
    return (tag.codes ?? []).map((number) => this.#codes.get(number)).filter((code) => code && !code.retired);
  }

  /** The nearest numbers. */
  codesNear(number, limit = 3) {
    const near = (code) => Math.abs(code.number - number);
    return this.codes.filter((code) => !code.retired).sort((a, b) => near(a) - near(b)).slice(0, limit);
  }
}

export const EMPTY_VOCABULARY = new Vocabulary({ version: 0, families: [], tags: [], codes: [] });

/** The name in a language; a missing one falls to the other script, then English, then the house name. */
export function nameIn(thing, language) {
  const names = thing.names ?? {};
  const second = language === 'zh-Hant' ? names['zh-Hans'] : language === 'zh-Hans' ? names['zh-Hant'] : undefined;
  return names[language] || second || names.en || thing.name || '';
}

/** The language of what `nameIn` returned, for the right letter forms. */
export function languageOfName(thing, language) {
  const shown = nameIn(thing, language);
  return Object.keys(thing.names ?? {}).find((tag) => thing.names[tag] === shown) ?? 'en';
}

/** The language of typed text, for the right letter forms; '' when its letters say nothing. */
export function languageOfText(text, page) {
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  if (/[\uac00-\ud7af]/.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return page.startsWith('zh') ? page : 'zh-Hant';
  return /[a-z]/i.test(text) ? 'en' : '';
}
