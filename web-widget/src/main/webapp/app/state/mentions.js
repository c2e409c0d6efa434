// What a preview asks the helpdesks' rules about. Pure.

const MOST = 2000;

/** Whether the tag's labels come to mean something else, or its name is another. */
const turns = (before, after) => !after || before.name !== after.name || before.retired !== after.retired || before.successorId !== after.successorId;

const OF_LABELS = ['ALIAS', 'IGNORED_LABEL', 'QUESTION'];

/** @return {?{tagIds: number[], labels: string[]}} null where the preview changes what no label means */
export function askedOf({ differences, labels }) {
  const tagIds = differences.filter(({ kind, before, after }) => kind === 'TAG' && before && turns(before, after)).map(({ before }) => before.id);
  const decided = differences.filter(({ kind }) => OF_LABELS.includes(kind)).map(({ key }) => String(key));
  const all = [...new Set([...decided, ...labels.map(({ label }) => label)])].slice(0, MOST);
  return tagIds.length || all.length ? { tagIds, labels: all } : null;
}
