import { ourLanguage } from './texts.js';

// The language that a person chose for the pages that stand by themselves, kept for the next visit.

export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'];
const KEPT = 'tagsmith.language';

/** The language this person chose here, else the first wanted one that we speak, else English. */
export function chooseLanguage(wanted = navigator.languages) {
  for (const tag of [kept(), ...wanted]) {
    const ours = ourLanguage(tag);
    if (ours) return ours;
  }
  return 'en';
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
