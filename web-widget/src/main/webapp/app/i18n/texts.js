import { readTexts } from '../api/texts.js';

// All words of the pages. One language is loaded at a time; a test keeps the three files complete.

export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'];
const KEPT = 'tagsmith.language';

let texts = {};
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

/** The language this person chose here, else the first wanted one that we speak, else English. */
export function chooseLanguage(wanted = navigator.languages) {
  for (const tag of [kept(), ...wanted]) {
    const ours = ourLanguage(tag);
    if (ours) return ours;
  }
  return 'en';
}

/** Loads a language and sets it on the page. */
export async function speak(next) {
  texts = await readTexts(next);
  language = next;
  plurals = new Intl.PluralRules(next);
  figures = new Intl.NumberFormat(next);
  document.documentElement.lang = next;
}

/** Keeps the person's choice for the next visit. */
export function keepLanguage(next) {
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // storage may be switched off; the choice then lasts as long as the page
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export const spoken = () => language;
export const hasText = (key) => key in texts;
export const number = (value) => figures.format(value);
export const percent = (share) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 }).format(share);

const DATES = 'en-GB';
const dateLanguage = () => (language === 'en' ? DATES : language);
const day = (options) => new Intl.DateTimeFormat(dateLanguage(), { day: 'numeric', month: 'short', ...options });

/** "12 Nov", with the year when it is not this one. @param {string} date YYYY-MM-DD */
export function calendarDay(date, { year } = {}) {
  const at = new Date(`${date}T00:00:00Z`);
  const other = year ?? at.getUTCFullYear() !== new Date().getFullYear();
  return day({ timeZone: 'UTC', ...(other ? { year: 'numeric' } : {}) }).format(at);
}

/** "12 Nov" of an instant in the reader's own zone. */
export function dayOf(instant) {
  const at = new Date(instant);
  return day(at.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }).format(at);
}

/** "12 Nov, 10:42"; only the time when it is today. */
export function moment(instant) {
  const at = new Date(instant);
  const time = { hour: '2-digit', minute: '2-digit', hour12: false };
  const today = at.toDateString() === new Date().toDateString();
  return today ? new Intl.DateTimeFormat(dateLanguage(), time).format(at) : day(time).format(at);
}

/**
 * The text of a key with its figures and names put in.
 *
 * @param {string} key such as `sidebar.tags`
 * @param {object} values for `{name}` places; `count` also picks the plural form
 */
export const t = (key, values = {}) => parts(key, values).join('');

/** The same for a page: values may be templates, so that a chip or a quotation stands inside a sentence. */
export function parts(key, values = {}) {
  const found = texts[key];
  if (found === undefined) return [key];
  const text = typeof found === 'string' ? found : (found[plurals.select(values.count)] ?? found.other);
  return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? shown(values[piece]) : piece));
}

const shown = (value) => (typeof value === 'number' ? number(value) : (value ?? ''));
