import { readTexts } from '../api/http.js';

// All words of the pages, one language at a time; a test keeps the languages complete.

let texts = {};
let sets = ['sidebar'];
let language = 'en';
let plurals = new Intl.PluralRules('en');
let figures = new Intl.NumberFormat('en');

/** One of ours for a browser's or helpdesk's language tag; null when we don't speak it. */
export function ourLanguage(tag) {
  const low = String(tag ?? '').toLowerCase().replace('_', '-');
  if (/^zh-(hant|tw|hk|mo)/.test(low)) return 'zh-Hant';
  if (/^zh/.test(low)) return 'zh-Hans';
  return low.startsWith('en') ? 'en' : null;
}

/** Loads a language and sets it on the page. Sets once wanted stay wanted. */
export async function speak(next, wanted = sets) {
  sets = wanted;
  texts = Object.assign({}, ...(await Promise.all(sets.map((set) => readTexts(set, next)))));
  language = next;
  plurals = new Intl.PluralRules(next);
  figures = new Intl.NumberFormat(next);
  document.documentElement.lang = next;
}

/** Loads one more set of words. */
export const learn = (set) => speak(language, [...new Set([...sets, set])]);

export const spoken = () => language;
export const hasText = (key) => key in texts;
export const number = (value) => figures.format(value);
/** For dates: "12 Nov", not "Nov 12". */
export const dateLanguage = () => (language === 'en' ? 'en-GB' : language);
const day = (options) => new Intl.DateTimeFormat(dateLanguage(), { day: 'numeric', month: 'short', ...options });

/** "12 Nov" of an instant in the reader's own zone. */
export function dayOf(instant) {
  const at = new Date(instant);
  return day(at.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }).format(at);
}

/** "12 Nov, 10:42"; only the time when it is today. */
export function moment(instant) {
  const at = new Date(instant);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const today = at.toDateString() === new Date().toDateString();
  return today ? new Intl.DateTimeFormat(dateLanguage(), time).format(at) : day(time).format(at);
}

/** The text of a key with values in its `{name}` places; `count` also picks the plural form. */
export const t = (key, values = {}) => parts(key, values).join('');

/** The same for a page: values may be templates. */
export function parts(key, values = {}) {
  const found = texts[key];
  if (found === undefined) return [key];
  const text = typeof found === 'string' ? found : (found[plurals.select(values.count)] ?? found.other);
  return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? shown(values[piece]) : piece));
}

const shown = (value) => (typeof value === 'number' ? number(value) : (value ?? ''));
