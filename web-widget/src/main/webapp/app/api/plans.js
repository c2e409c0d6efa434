import { ask } from './http.js';

// Plans that write the labels of house tags onto a helpdesk's own tickets.

const PLANS = 'api/plans';
const plan = (id) => `${PLANS}/${encodeURIComponent(id)}`;
const LONG = 60000; // every ticket's labels are looked at
const A_MINUTE_AND_MORE = 100000; // the helpdesk itself is asked meanwhile

export const readPlans = (signal) => ask(PLANS, { signal });
export const readPlan = (id, signal) => ask(plan(id), { signal });
/** @param {{account: number, version: ?number, tag: ?number, closed: boolean}} fields a version or a tag */
export const makePlan = (fields) => ask(PLANS, { method: 'POST', body: fields, patience: LONG });
/** @param {'start'|'pause'|'resume'|'stop'|'undo'} what @return {Promise<object>} the plan as it is then */
export const steerPlan = (id, what) => ask(`${plan(id)}/${what}`, { method: 'POST', body: {}, patience: LONG });
/** What it would do to its newest tickets; writes nothing. */
export const tryPlan = (id) => ask(`${plan(id)}/dry-run`, { method: 'POST', body: {}, patience: A_MINUTE_AND_MORE });
/** Tickets that it left as they were. */
export const readProblems = (id) => ask(`${plan(id)}/problems`);
