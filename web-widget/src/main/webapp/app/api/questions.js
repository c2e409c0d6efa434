import { ask } from './http.js';

// How the questions of the vocabulary go; the questions themselves are part of the vocabulary.

/** Contacts of 90 days under each question. @return {Promise<object>} version, from, to, questions */
export const readQuestionUse = (signal) => ask('api/vocabulary/questions/use', { signal });
