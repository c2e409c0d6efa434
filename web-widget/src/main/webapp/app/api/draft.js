import { ask } from './http.js';

// A lead's decisions on their way to be published, and what the other leads do meanwhile.

const DRAFT = 'api/vocabulary/draft';
const LONG = 60000; // every set of labels is read again
const at = (what) => `${DRAFT}/${what}`;

export const readDraft = (signal) => ask(DRAFT, { signal });
/** @return {Promise<object[]>} the decisions with their ids @throws 409 `label-decided`, whose `held` names labels and leads */
export const addDecisions = (base, changes) => ask(DRAFT, { method: 'POST', body: { base, changes } });
export const takeBackDecisions = (ids) => ask(at('take-back'), { method: 'POST', body: { ids } });
/** @param {number} hours until they come back; 0 brings them back at once */
export const setLabelsAside = (labels, hours) => ask(at('later'), { method: 'PUT', body: { labels, hours } });
/** Tells the others which label one has open; answers what they do. @param {?string} label */
export const tellOpenLabel = (label, signal) => ask(at('open'), { method: 'PUT', body: { label }, signal });
export const previewDraft = (signal) => ask(at('preview'), { method: 'POST', body: {}, signal, patience: LONG });
export const publishDraft = (base, ids, note) => ask(at('publish'), { method: 'POST', body: { base, ids, note }, patience: LONG });

/** Who carries a label: by helpdesk, by week; with `tickets` also a few of the newest. */
export const readLabelContacts = (label, tickets, signal) =>
  ask(`api/labels/contacts?${new URLSearchParams({ label, ...(tickets ? { tickets: 'true' } : {}) })}`, { signal });
