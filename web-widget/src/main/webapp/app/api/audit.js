import { ask } from './http.js';

// How tags are given in practice, and the blind second coding.

/** @param {{days: number, fewer: number}} choice */
export const readPractice = ({ days, fewer }, signal) => ask(`api/audit?days=${days}&fewer=${fewer}`, { signal });
export const readAgreement = (signal) => ask('api/audit/agreement', { signal });
export const readSample = (signal) => ask('api/audit/recoding', { signal });
export const codeAgain = ({ account, ticket }, week, tags) =>
  ask(`api/audit/recoding/${encodeURIComponent(account)}/${encodeURIComponent(ticket)}`, { method: 'PUT', body: { week, tags } });
