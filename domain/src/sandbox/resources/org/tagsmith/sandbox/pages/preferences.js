import { byId } from './elements.js';

const LANGUAGES = { 'en-US': 'en', 'zh-TW': 'zh-Hant', 'zh-CN': 'zh-Hans' };

/** What the person at the screen chose: language and colours. Fires `locale` and `scheme`. */
class Preferences extends EventTarget {
  constructor() {
    super();
    const kept = localStorage.getItem('sandbox.locale');
    this.locale = kept in LANGUAGES ? kept : 'en-US';
    const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    this.scheme = localStorage.getItem('sandbox.scheme') || dark;
    this.#apply();
  }

  /** The language tag for `lang` attributes. */
  get language() {
    return LANGUAGES[this.locale];
  }

  chooseLocale(locale) {
    this.locale = locale;
    localStorage.setItem('sandbox.locale', locale);
    this.#apply();
    this.dispatchEvent(new Event('locale'));
  }

  chooseScheme(scheme) {
    this.scheme = scheme;
    localStorage.setItem('sandbox.scheme', scheme);
    this.#apply();
    this.dispatchEvent(new Event('scheme'));
  }

  #apply() {
    document.documentElement.lang = this.language;
    document.documentElement.dataset.scheme = this.scheme;
  }
}

export const preferences = new Preferences();

/** The language tag that fits a person's locale. */
export function languageOf(locale) {
  return LANGUAGES[locale] || 'en';
}

/** Ties the two switches in the page's head to the preferences. */
export function bindSwitches() {
  const locale = byId('locale');
  locale.value = preferences.locale;
  locale.addEventListener('change', () => preferences.chooseLocale(locale.value));
  const scheme = byId('scheme');
  scheme.value = preferences.scheme;
  scheme.addEventListener('change', () => preferences.chooseScheme(scheme.value));
}
