import { ask } from './http.js';

/** The texts of one language, by key. */
export const readTexts = (language) => ask(`app/i18n/${language}.json`);
