// What a lead's changes need while others change the same vocabulary. Pure.

const NEEDS = {
  'rename-tag': ({ tagId }) => [tagId],
  'move-tag': ({ tagId }) => [tagId],
  'merge-tag': ({ tagId, intoId }) => [tagId, intoId],
  'split-tag': ({ tagId, aliases }) => [tagId, ...Object.values(aliases)],
  'retire-tag': ({ tagId, successorId }) => [tagId, successorId],
  'place-label': ({ tagId }) => [tagId],
};

/** The ids of the tags that must be live for these changes. */
export const neededTags = (changes) => [...new Set(changes.flatMap((change) => NEEDS[change.do]?.(change) ?? []).filter(Boolean))];

/**
 * A list that two people changed: what I added stays added and what I took away stays away; all else is as it is now.
 *
 * @param {function(*): string} keyOf what tells its items apart
 * @return {object[]}
 */
export function mergedList(former, mine, newest, keyOf) {
  const text = (each) => JSON.stringify(each);
  const was = new Map(former.map((each) => [keyOf(each), text(each)]));
  const kept = new Map(mine.map((each) => [keyOf(each), each]));
  const changed = mine.filter((each) => was.get(keyOf(each)) !== text(each));
  const changedKeys = new Set(changed.map(keyOf));
  const theirs = newest.filter((each) => !changedKeys.has(keyOf(each)) && (kept.has(keyOf(each)) || !was.has(keyOf(each))));
  return [...theirs, ...changed];
}
