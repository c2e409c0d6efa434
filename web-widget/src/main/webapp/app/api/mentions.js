import { ask } from './http.js';

// Which triggers, automations, views and macros in the helpdesks speak of a label.

/**
 * Answers within some seconds; an account whose rules are still being read says so.
 *
 * @param {{tagIds: number[], labels: string[]}} asked @return {Promise<object>} accounts
 */
export const findMentions = (asked, signal) => ask('api/mentions', { method: 'POST', body: asked, signal });
