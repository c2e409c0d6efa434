import { ask } from './http.js';

// What the page of house tags asks beside the vocabulary itself.

/** Contacts by tag in 90 days and in twelve weeks. @return {Promise<object>} version, from, to, tags */
export const readUsage = (signal) => ask('api/vocabulary/usage', { signal });
