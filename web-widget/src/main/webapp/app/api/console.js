import { address, ask } from './http.js';

// What the console and the start page ask the server. The session is a cookie that no script can read.

export const readStart = () => ask('api/start');

export const readSession = () => ask('api/session');
export const signIn = (name, password) => ask('api/session', { method: 'POST', body: { name, password } });
export const changeOwnPassword = (current, password) => ask('api/session/password', { method: 'PUT', body: { current, password } });
export const signOut = () => ask('api/session', { method: 'DELETE' });

export const readVocabulary = () => ask('api/vocabulary');
export const readAccounts = () => ask('api/accounts');
export const readHooks = () => ask('api/hooks');
export const readSecrets = () => ask('api/accounts/secrets');
export const syncNow = (id) => ask(`api/accounts/${encodeURIComponent(id)}/sync`, { method: 'POST' });

const query = (fields) => {
  const asked = new URLSearchParams(Object.entries(fields).filter(([, value]) => value));
  return asked.size ? `?${asked}` : '';
};

/** @param {{from: ?string, to: ?string, account: ?string}} choice days as YYYY-MM-DD, both inclusive */
export const readContacts = (choice, signal) => ask(`api/reports/contacts${query(choice)}`, { signal });
export const contactsCsv = (choice) => address(`api/reports/contacts.csv${query(choice)}`);
export const readUnmappedLabels = (choice, signal) => ask(`api/reports/unmapped-labels${query(choice)}`, { signal });

const person = (name) => `api/people/${encodeURIComponent(name)}`;

export const readPeople = () => ask('api/people');
export const addPerson = (fields) => ask('api/people', { method: 'POST', body: fields });
export const changePerson = (name, fields) => ask(person(name), { method: 'PATCH', body: fields });
export const removePerson = (name) => ask(person(name), { method: 'DELETE' });

const account = (id) => `api/accounts/${encodeURIComponent(id)}`;
const A_MINUTE_AND_MORE = 100000; // the helpdesk itself is asked meanwhile
const MINUTES = 600000; // millions of rows go

export const testConnection = (fields) => ask('api/accounts/probe', { method: 'POST', body: fields, patience: A_MINUTE_AND_MORE });
export const connectAccount = (fields) => ask('api/accounts', { method: 'POST', body: fields, patience: A_MINUTE_AND_MORE });
export const changeAccount = (id, fields) => ask(account(id), { method: 'PATCH', body: fields, patience: A_MINUTE_AND_MORE });
/** @param {?string} confirm the account's typed name, which deletes its data as well */
export const disconnectAccount = (id, confirm) =>
  ask(`${account(id)}${query(confirm === null ? {} : { data: 'delete', confirm })}`, { method: 'DELETE', patience: MINUTES });
/** @param {'webhook'|'sidebar'} purpose */
export const giveSecret = (id, purpose, secret) => ask(`${account(id)}/secrets/${purpose}`, { method: 'PUT', body: { secret } });
export const makeSecret = (id, purpose) => ask(`${account(id)}/secrets/${purpose}`, { method: 'POST', body: {} });
/** Where a helpdesk's app is, made for a Tagsmith at this address. */
export const sidebarApp = (connector, at) => address(`api/sidebar/apps/${encodeURIComponent(connector)}${query({ address: at })}`);
export const readHeldChanges = (id) => ask(`${account(id)}/changes`);
/** @param {'release'|'drop'} what */
export const decideHeldChanges = (id, { ticket, upTo }, what) =>
  ask(`${account(id)}/changes/${encodeURIComponent(ticket)}/${what}`, { method: 'POST', body: { upTo } });

const backfill = (id) => `${account(id)}/backfill`;

/** @param {{paused: ?boolean, share: ?number}} fields what shall change */
export const changeBackfill = (id, fields) => ask(backfill(id), { method: 'PATCH', body: fields });
/** @param {?string} from the moment from which on it reads; null for everything */
export const startBackfill = (id, from) => ask(backfill(id), { method: 'PUT', body: from ? { from } : {} });
const care = (id, what) => `${account(id)}/${what}`;

export const readDeadLetters = (id, before) => ask(`${care(id, 'dead-letters')}${query({ before })}`);
/** @param {'retry'|'drop'|'take-back'} what  @param {{ids: ?number[], upTo: ?number}} chosen */
export const settleDeadLetters = (id, what, chosen) => ask(care(id, `dead-letters/${what}`), { method: 'POST', body: chosen });
export const readRuns = (id, before) => ask(`${care(id, 'runs')}${query({ before })}`);
export const tryWriting = (id) => ask(care(id, 'dry-run'), { method: 'POST', patience: MINUTES });
export const readReconcile = (id, after) => ask(`${care(id, 'reconcile')}${query({ after })}`);
/** @param {{sample: ?number, all: ?boolean}} fields */
export const askReconcile = (id, fields) => ask(care(id, 'reconcile'), { method: 'POST', body: fields });
/** @param {'resume'|'read-again'} what */
export const steerReconcile = (id, job, what) => ask(care(id, `reconcile/${encodeURIComponent(job)}/${what}`), { method: 'POST', body: {} });
