// How far the server is with writing labels to the helpdesk. Pure.

/** Nothing on its way: `{[label]: {action, arrived, late}}`. */
export const NOTHING = {};

/** The server has taken a decision that it will write. */
export const decided = (outgoing, { label, action }) => ({ ...outgoing, [label]: { action, arrived: false, late: false } });

/**
 * What the server says the helpdesk does not hold: what was on its way and is not among it has arrived.
 * @return {{outgoing: object, refused: object[]}} `refused`: what the helpdesk will never take, each told once
 */
export function heard(outgoing, unwritten) {
  const next = {};
  const never = new Map(unwritten.filter(({ refused }) => refused).map((each) => [each.label, each]));
  for (const [label, each] of Object.entries(outgoing)) {
    if (!never.has(label)) next[label] = { ...each, arrived: true, late: false };
  }
  for (const { label, action, refused, problem } of unwritten) {
    if (!refused) next[label] = { action, arrived: false, late: problem !== null };
  }
  return { outgoing: next, refused: [...never.values()].filter(({ label }) => outgoing[label]?.arrived === false) };
}

/** The labels that the helpdesk does not hold as decided yet. */
export const onTheirWay = (outgoing) => Object.keys(outgoing).filter((label) => !outgoing[label].arrived);

/** `done`, `under-way`, or `late` when an attempt has failed and is made again; null where there is nothing. */
export function stage(outgoing) {
  const open = onTheirWay(outgoing);
  if (!Object.keys(outgoing).length) return null;
  return open.length === 0 ? 'done' : open.some((label) => outgoing[label].late) ? 'late' : 'under-way';
}
