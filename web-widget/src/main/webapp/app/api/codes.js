import { ask } from './http.js';

// Names against the house's rules, and how much reason codes are used.

const NAMES = 'api/vocabulary/names';

/** @param {{name: string, family: ?string, tagId: ?number, rules: ?object}} fields @return {Promise<object>} name, rules, corrected, near */
export const checkName = (fields, signal) => ask(`${NAMES}/check`, { method: 'POST', body: fields, signal });
/** Which live names would break these rules. @return {Promise<object>} live, count, breaking */
export const reviewRules = (rules, signal) => ask(`${NAMES}/review`, { method: 'POST', body: { rules }, signal });
/** Contacts and recorded tickets by code. */
export const readCodeUse = (signal) => ask('api/vocabulary/codes/use', { signal });
