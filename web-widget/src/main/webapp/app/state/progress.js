// What a sync's figures say, in steps that a person can use. Pure.

const MINUTE = 60;
const HOUR = 3600;

/**
 * Remaining time, rounded as far as it can be trusted.
 *
 * @param {?number} seconds null while unknown
 * @return {?{unit: 'minutes'|'hours', count: number}}
 */
export function remaining(seconds) {
  if (seconds === null || seconds === undefined) return null;
  const minutes = seconds / MINUTE;
  if (seconds >= 1.5 * HOUR) return { unit: 'hours', count: Math.round(seconds / HOUR) };
  const step = minutes <= 10 ? 1 : minutes <= 30 ? 5 : minutes <= 60 ? 10 : 30;
  return { unit: 'minutes', count: Math.max(1, Math.ceil(minutes / step) * step) };
}

/** How far behind the helpdesk what we hold is: `{unit, count}`. */
export function age(seconds) {
  if (seconds === null || seconds === undefined) return null;
  if (seconds < 90) return { unit: 'seconds', count: Math.round(seconds) };
  if (seconds < 90 * MINUTE) return { unit: 'minutes', count: Math.round(seconds / MINUTE) };
  if (seconds < 48 * HOUR) return { unit: 'hours', count: Math.round(seconds / HOUR) };
  return { unit: 'days', count: Math.round(seconds / HOUR / 24) };
}

/**
 * The share read so far, never going back: a growing total is told in words, not by a shrinking bar.
 *
 * @param {Map<number, number>} shown highest share shown so far by account, updated
 */
export function share(account, shown) {
  if (account.phase === 'idle') return 1;
  if (!account.ticketsTotal) return null;
  const now = Math.min(1, account.ticketsStored / account.ticketsTotal);
  const highest = Math.max(now, shown.get(account.id) ?? 0);
  shown.set(account.id, highest);
  return highest;
}

/** What part of a helpdesk's limit a backfill may be given, in per cent. */
export const SHARES = [10, 20, 30, 40, 50, 60, 70, 80, 90];

const EVERYTHING = '2000-01-01T00:00:00Z';

/** The start of a backfill; null if it reads everything. */
export const startOf = (from) => (Date.parse(from) <= Date.parse(EVERYTHING) ? null : from);

/**
 * The share of a backfill read so far, never going back; null while nothing honest can be said.
 *
 * @param {Map<string, number>} shown highest share shown so far by its start, updated
 */
export function backfillShare({ from, ticketsRead, ticketsTotal, finishedAt }, shown) {
  if (finishedAt) return 1;
  if (!ticketsTotal) return null;
  const highest = Math.max(Math.min(1, ticketsRead / ticketsTotal), shown.get(from) ?? 0);
  shown.set(from, highest);
  return highest;
}

/** Whether a backfill still has something to read. */
export const isBackfilling = ({ backfill }) => Boolean(backfill && !backfill.finishedAt);

/** The share of what is being read that is read, of a backfill where there is one; null while unknown. */
export const readSoFar = ({ backfill, ticketsStored, ticketsTotal }) => {
  const [read, total] = isBackfilling({ backfill }) ? [backfill.ticketsRead, backfill.ticketsTotal] : [ticketsStored, ticketsTotal];
  return total ? Math.min(1, read / total) : null;
};

const ORDER = ['stopped', 'throttled', 'reading', 'waiting', 'idle'];

/** The state that the navigation shows for all accounts: the one that most needs a person. */
export const worst = (accounts) =>
  accounts.map((account) => account.phase).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0] ?? null;

/** The remedy a failure asks for; its text key. A key that was given on a page is given anew there. */
export const remedy = (failure, source = 'operator') =>
  failure.kind === 'credentials-rejected' && source !== 'operator' ? 'remedy.key' : `remedy.${failure.kind}`;
