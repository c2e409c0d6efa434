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

const ORDER = ['stopped', 'throttled', 'reading', 'waiting', 'idle'];

/** The state that the navigation shows for all accounts: the one that most needs a person. */
export const worst = (accounts) =>
  accounts.map((account) => account.phase).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0] ?? null;

/** The remedy a failure asks for; its text key. */
export const remedy = (failure) => `remedy.${failure.kind}`;

/** A helpdesk product's name for people: `zendesk` is Zendesk. */
export const productOf = (connector) => connector.charAt(0).toUpperCase() + connector.slice(1);
