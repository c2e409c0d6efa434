import { ask } from './http.js';

// What the page of house tags asks beside the vocabulary itself.

/** Contacts by tag in 90 days and in twelve weeks. @return {Promise<object>} version, from, to, tags */
export const readUsage = (signal) => ask('api/vocabulary/usage', { signal });

/** Which naming rules a name keeps, how it would keep them, and which tags are near. @param {{name: string, family: string, tagId: ?number}} wanted */
export const checkTagName = (wanted, signal) => ask('api/vocabulary/names/check', { method: 'POST', body: wanted, signal });
