import { ask } from './http.js';

// Requests for tags and codes that are missing.

const REQUESTS = 'api/requests';
const one = (id) => `${REQUESTS}/${encodeURIComponent(id)}`;

/** @return {Promise<object>} threshold, days, leads (null for agents), requests */
export const readRequests = (signal) => ask(REQUESTS, { signal });
/** How many wait for a lead. @return {Promise<{count: number}>} */
export const readWaiting = () => ask(`${REQUESTS}/waiting`);
/** Tags and requests that might be the same as a name. @return {Promise<{near: object[], requests: object[]}>} */
export const readAlike = (name, signal) => ask(`${REQUESTS}/alike`, { method: 'POST', body: { name }, signal });
/** @param {{kind: string, name: string, purpose: string, words: string, account: ?number, tickets: string[]}} fields */
export const askFor = (fields) => ask(REQUESTS, { method: 'POST', body: fields });
export const addTickets = (id, fields) => ask(`${one(id)}/tickets`, { method: 'POST', body: fields });
/** @param {{version: number, owner: ?string, dueOn: ?string}} fields */
export const lookAfter = (id, fields) => ask(one(id), { method: 'PATCH', body: fields });
/** @param {{version: number, answer: string, reason: ?string, tagId: ?number, code: ?number}} fields */
export const answerRequest = (id, fields) => ask(`${one(id)}/answer`, { method: 'POST', body: fields });
export const setThreshold = (contacts) => ask(`${REQUESTS}/threshold`, { method: 'PUT', body: { contacts } });
