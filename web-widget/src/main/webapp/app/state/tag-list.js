import { ask, initials } from './find.js';

// The list of house tags: what stands in it, what is found in it, and in which order. Pure.

export const FACETS = ['query-type', 'product', 'expertise', 'location', 'journey-stage'];
export const LIFE = ['live', 'retired', 'all'];

/** A row for every tag. @param {Vocabulary} vocabulary @param {?object} usage the server's answer, null while there is none */
export function tagRows(vocabulary, usage) {
  const used = new Map((usage?.tags ?? []).map((line) => [line.tagId, line]));
  return vocabulary.tags.map((tag) => {
    const { contacts = 0, weeks = [] } = used.get(tag.id) ?? {};
    return { tag, contacts, weeks, codes: tag.codes ?? [], aliases: tag.aliases?.length ?? 0 };
  });
}

/** Values in use by facet. @return {Map<string, string[]>} */
export function facetValues(vocabulary) {
  return new Map(
    FACETS.map((facet) => [facet, [...new Set(vocabulary.tags.map((tag) => tag.facets?.[facet]).filter(Boolean))].sort()]),
  );
}

const words = (text) => {
  const asked = ask(text);
  return asked.words ?? asked.codes.map(String);
};

const letters = new Map(); // the initial of each Han character that was asked for

function initialsOf(text) {
  let found = '';
  for (const letter of text) {
    if (!letters.has(letter)) letters.set(letter, initials(letter));
    found += letters.get(letter);
  }
  return found;
}

/** Finds tags by any name, alias or code in any language, retired ones too; the house's abbreviations stand for what they mean. */
export class TagSearch {
  #rows;
  #entries = null; // made when somebody searches
  #meanings;

  /** @param {{shortForm: string, expansion: string}[]} abbreviations of the house */
  constructor(rows, abbreviations = []) {
    this.#rows = rows;
    this.#meanings = new Map(abbreviations.map(({ shortForm, expansion }) => [words(shortForm).join(' '), words(expansion)]));
  }

  /** @return {?Map<number, number>} how well each found tag fits, by id; null while nothing is asked */
  find(text) {
    const asked = words(text);
    if (!asked.length) return text.trim() ? new Map() : null;
    this.#entries ??= this.#rows.map(entry);
    const meant = asked.flatMap((word) => this.#meanings.get(word) ?? [word]);
    const all = meant.join(' ') === asked.join(' ') ? [wantedOf(asked)] : [wantedOf(asked), wantedOf(meant)];
    const found = new Map();
    for (const each of this.#entries) {
      let points = all[0].number ? codePoints(each.codes, all[0].number) : 0;
      for (const spelling of each.spellings) {
        if (points >= 10) break;
        all.forEach((wanted) => (points = Math.max(points, score(spelling, wanted))));
      }
      if (points > 0) found.set(each.id, points);
    }
    return found;
  }
}

function wantedOf(asked) {
  const close = asked.join('');
  return { words: asked, whole: asked.join(' '), close, number: asked.length === 1 && /^\d+$/.test(close) ? close : null, initials: /^[a-z]{2,8}$/.test(close) };
}

const entry = ({ tag, codes }) => ({
  id: tag.id,
  codes: codes.map(String),
  spellings: [...new Set([tag.name, ...Object.values(tag.names ?? {}), ...(tag.aliases ?? [])])].map(spelled),
});

const spelled = (text) => {
  const own = words(text);
  return { words: own, whole: own.join(' '), close: own.join(''), han: /\p{Script=Han}/u.test(text) ? text : null };
};

const codePoints = (codes, asked) => (codes.includes(asked) ? 12 : codes.some((code) => code.startsWith(asked)) ? 5 : 0);

function score(spelling, asked) {
  if (spelling.close === asked.close) return 10;
  if (spelling.whole.startsWith(asked.whole) || spelling.close.startsWith(asked.close)) return 8;
  if (asked.words.every((word) => spelling.whole.includes(word))) return asked.words.every((word) => spelling.words.some((own) => own.startsWith(word))) ? 6 : 4;
  return asked.initials && spelling.han && initialsOf(spelling.han).startsWith(asked.close) ? 2 : 0;
}

/**
 * The rows to show, in order.
 *
 * @param {object} wanted typed, family, facet ("product=Credit card"), life, sort (by, down)
 * @param {function(object): string} nameOf the tag's name as the reader sees it
 */
export function shownRows(rows, search, { typed, family, facet, life, sort }, nameOf, language = 'en') {
  const found = search.find(typed);
  const cut = facet.indexOf('=');
  const shown = rows.filter(
    ({ tag }) =>
      (!found || found.has(tag.id)) &&
      (!family || tag.family === family) &&
      (cut < 0 || tag.facets?.[facet.slice(0, cut)] === facet.slice(cut + 1)) &&
      (life === 'all' || Boolean(tag.retired) === (life === 'retired')),
  );
  const text = new Intl.Collator(language, { numeric: true }).compare;
  const byName = (a, b) => text(nameOf(a.tag), nameOf(b.tag)) || a.tag.id - b.tag.id;
  const usual = found ? (a, b) => found.get(b.tag.id) - found.get(a.tag.id) || b.contacts - a.contacts : (a, b) => b.contacts - a.contacts;
  const orders = {
    name: byName,
    family: (a, b) => text(a.tag.family, b.tag.family),
    owner: (a, b) => Number(!a.tag.owner) - Number(!b.tag.owner) || text(a.tag.owner ?? '', b.tag.owner ?? ''),
    contacts: (a, b) => a.contacts - b.contacts,
    aliases: (a, b) => a.aliases - b.aliases,
  };
  const order = orders[sort.by];
  const chosen = order ? (a, b) => (sort.down ? -order(a, b) : order(a, b)) : usual;
  return shown.sort((a, b) => chosen(a, b) || byName(a, b));
}

/** The next order of a column: figures begin with the most, texts with A; the third press returns to the usual order. */
export function nextSort(sort, by) {
  const first = by === 'contacts' || by === 'aliases';
  if (sort.by !== by) return { by, down: first };
  return sort.down === first ? { by, down: !first } : { by: null, down: false };
}

/** The row that a key leads to; null where the key leads nowhere. @param {string} letter the pressed letter's code, '' where letters mean nothing */
export function stepTo(key, letter, at, count) {
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: count - 1 };
  const to = steps[key] ?? { KeyJ: at + 1, KeyK: at - 1 }[letter];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** Which of so many equal rows to draw: those in sight and some around. @return {{from: number, to: number}} `to` exclusive */
export function rowWindow({ count, rowHeight, top, height, around = 12 }) {
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  return { from: Math.min(first, Math.max(0, count - 1)), to: Math.min(count, Math.ceil((top + height) / rowHeight) + around) };
}

/** The points of a sparkline from zero, 60 × 20 with an edge of 2. */
export function sparkPoints(weeks, width = 60, height = 20, edge = 3) {
  const most = Math.max(...weeks, 1);
  return weeks.map((value, at) => [
    Number((edge + (at * (width - 2 * edge)) / Math.max(1, weeks.length - 1)).toFixed(1)),
    Number((height - edge - (value / most) * (height - 2 * edge)).toFixed(1)),
  ]);
}
