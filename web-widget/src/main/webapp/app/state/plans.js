// What a plan's state means for a person. Pure.

/** What can be done about a plan now, the likeliest first. */
export function acts({ state, undoing, toUndo }) {
  const undo = toUndo > 0 && !undoing ? ['undo'] : [];
  if (state === 'ready') return ['start', 'stop'];
  if (state === 'running') return ['pause', 'stop', ...undo];
  if (state === 'paused') return ['resume', 'stop', ...undo];
  return toUndo > 0 ? ['undo'] : [];
}

/** Whether its figures still move. */
export const isUnderWay = ({ state, waiting }) => state === 'running' || waiting > 0;

/** The list with some of its plans as they were read later. */
export const merged = (plans, later) => plans.map((each) => later.find(({ id }) => id === each.id) ?? each);

/** A plan that is undone is named so; its end is no more the plan's own. */
export const stateKey = ({ state, undoing }) => (undoing ? `undo-${state}` : state);

/**
 * The share that is done, never going back.
 *
 * @param {Map<string, number>} shown highest share shown so far, updated
 */
export function doneShare({ id, undoing, state, tickets, done }, shown) {
  if (state === 'finished') return 1;
  const key = `${id}${undoing}`;
  const highest = Math.max(tickets ? Math.min(1, done / tickets) : 0, shown.get(key) ?? 0);
  shown.set(key, highest);
  return highest;
}

/** Tickets that were left as they were, for a reason that can be shown. */
export const leftAlone = ({ skipped, refused, dropped }) => skipped + refused + dropped;
