// Finding a house tag or reason code while someone types. Pure.

export const MOST_ROWS = 50;

/** What the typed text asks for: `{codes: [17, 23]}` for numbers alone, else `{words: ['card']}`. */
export function ask(text) {
  const trimmed = fold(text).trim();
  if (/^\d+(\s+\d+)*$/.test(trimmed)) return { codes: trimmed.split(/\s+/).map(Number), open: !/\s$/.test(fold(text)) };
  return { words: words(text) };
}

const fold = (text) => text.normalize('NFKC').toLowerCase();
const words = (text) => fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// First Han character, in pinyin order, of each initial (i, u and v begin no syllable).
const INITIALS = [...'阿a八b嚓c哒d妸e发f旮g哈h讥j咔k垃l妈m拏n噢o妑p七q呥r扨s它t穵w夕x丫y帀z'];
const pinyin = new Intl.Collator('zh-Hans-u-co-pinyin');

/** Pinyin initials of the Han characters in a text: 信用卡 gives `xyk`. */
export function initials(text) {
  let found = '';
  for (const letter of text) {
    if (!/\p{Script=Han}/u.test(letter)) continue;
    let initial = '';
    for (let at = 0; at < INITIALS.length; at += 2) {
      if (pinyin.compare(letter, INITIALS[at]) < 0) break;
      initial = INITIALS[at + 1];
    }
    found += initial;
  }
  return found;
}

/** A searchable vocabulary. */
export class Finder {
  #entries;
  #vocabulary;

  constructor(vocabulary) {
    this.#vocabulary = vocabulary;
    const codes = vocabulary.codes
      .filter((code) => !code.retired && vocabulary.tag(code.houseTagId))
      .map((code) => entry({ code, tag: vocabulary.tag(code.houseTagId) }, Object.values(code.names ?? {}), []));
    const tags = vocabulary.tags
      .filter((tag) => !tag.retired)
      .map((tag) => entry({ tag }, [tag.name, ...Object.values(tag.names ?? {})], tag.aliases ?? []));
    this.#entries = [...codes, ...tags];
  }

  /** Rows for a typed text, best first; `together`: Enter takes all; `unknown`: a number that no active code has. */
  find(text) {
    const asked = ask(text);
    return asked.codes ? this.#byNumber(asked) : this.#byWords(asked.words);
  }

  codeRow(number) {
    const code = this.#vocabulary.code(number);
    return code && !code.retired && this.#vocabulary.tag(code.houseTagId) ? this.#codeRow(code) : null;
  }

  #byNumber({ codes, open }) {
    const rows = [];
    let unknown = null;
    codes.forEach((number, place) => {
      const row = this.codeRow(number);
      if (row) rows.push(row);
      else if (!unknown) unknown = { number, retired: this.#vocabulary.code(number) ?? null, near: this.#vocabulary.codesNear(number) };
      if (open && codes.length === 1 && place === 0) rows.push(...this.#beginningWith(number));
    });
    if (rows.length) unknown = codes.length > 1 ? unknown : null;
    return { rows, total: rows.length, together: codes.length > 1 && !unknown, unknown };
  }

  #beginningWith(number) {
    return this.#vocabulary.codes
      .filter((code) => !code.retired && code.number !== number && (code.parent === number || String(code.number).startsWith(String(number))))
      .map((code) => this.#codeRow(code));
  }

  #codeRow(code) {
    return { code, tag: this.#vocabulary.tag(code.houseTagId), why: 'code', evidence: code.department ?? '' };
  }

  #byWords(asked) {
    if (!asked.length) return { rows: [], total: 0, together: false, unknown: null };
    const found = [];
    for (const candidate of this.#entries) {
      const match = score(candidate, asked);
      if (match) found.push({ ...candidate.row, ...match });
    }
    found.sort((a, b) => b.score - a.score || a.tag.name.localeCompare(b.tag.name) || (a.code ? -1 : 1));
    return { rows: found.slice(0, MOST_ROWS), total: found.length, together: false, unknown: null };
  }
}

function entry(row, names, aliases) {
  const spelled = (text, why) => ({ text, why, words: words(text), whole: words(text).join(' '), initials: initials(text) });
  return { row, spellings: [...names.map((name) => spelled(name, 'name')), ...aliases.map((alias) => spelled(alias, 'alias'))] };
}

function score(candidate, asked) {
  let best = null;
  for (const spelling of candidate.spellings) {
    const points = spellingScore(spelling, asked) - (spelling.why === 'alias' ? 0.5 : 0);
    if (points > 0 && points > (best?.score ?? 0)) {
      const byInitials = points <= 2 && spelling.initials.startsWith(asked.join(''));
      best = { score: points, why: byInitials ? 'initials' : spelling.why, evidence: byInitials ? asked.join('') : spelling.text };
    }
  }
  return best;
}

function spellingScore(spelling, asked) {
  const whole = asked.join(' ');
  if (spelling.whole === whole) return 10;
  if (spelling.whole.replaceAll(' ', '') === asked.join('')) return 9; // typed in lower case
  if (spelling.whole.startsWith(whole)) return 8;
  if (asked.every((word) => spelling.words.some((own) => own.startsWith(word)))) return 6;
  if (asked.every((word) => spelling.whole.includes(word))) return 4;
  return asked.length === 1 && whole.length > 1 && spelling.initials.startsWith(whole) ? 2 : 0;
}

/** The text cut at what was typed: `[before, match, after, …]`. */
export function marked(text, typed) {
  const asked = words(typed).sort((a, b) => b.length - a.length);
  if (!asked.length) return [text];
  const pattern = asked.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(${pattern})`, 'giu'));
}

/** Suggested before anything is typed: what unread labels look like, then what the customer got in touch about before. */
export function suggestions({ vocabulary, labels, earlier, present }, limit = 3) {
  const found = new Map();
  const put = (tagId, row) => {
    const tag = vocabulary.tag(tagId);
    if (tag && !tag.retired && !present.has(tagId) && !found.has(tagId)) found.set(tagId, { tag, ...row });
  };
  for (const label of labels) {
    const best = label.outcome === 'unmapped' ? label.proposals?.find((proposal) => proposal.score >= 0.6) : null;
    if (best) put(best.tagId, { why: 'looks-like', evidence: label.label, replaces: label.label });
  }
  const counts = new Map();
  for (const contact of earlier) for (const id of contact.tagIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  [...counts].sort((a, b) => b[1] - a[1]).forEach(([id, count]) => put(id, { why: 'earlier', count, of: earlier.length }));
  return [...found.values()].slice(0, limit).map((row) => ({ ...row, code: onlyCode(vocabulary, row.tag) }));
}

function onlyCode(vocabulary, tag) {
  const codes = vocabulary.codesOf(tag);
  return codes.length === 1 ? codes[0] : null;
}
