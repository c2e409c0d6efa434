import { beginsSo } from './queue.js';

// Which publication a lead's decision was overtaken by. Pure.

const folded = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const LABELS = new Set(['ALIAS', 'IGNORED_LABEL', 'QUESTION']);

/** Whether a difference says what a label means. */
function isOfLabel({ kind, key, after }, label) {
  if (LABELS.has(kind)) return folded(String(key)) === folded(label);
  if (kind === 'MACHINE_PREFIX') return beginsSo(label, String(key));
  return kind === 'TAG' && Boolean(after) && [after.name, ...Object.values(after.names ?? {})].some((name) => folded(name) === folded(label));
}

/**
 * What was changed behind the version that a decision was made from, of what it is about; the last one.
 *
 * @param {{change: object, base: number}} decision @param {?object} fields what a refusal of it speaks of
 * @param {{version: number, differences: object[]}[]} versions the newest first
 * @return {?{version: number, difference: object}}
 */
export function overtaker({ change, base }, fields, versions) {
  const label = change.label ?? change.prefix;
  const tags = new Set([change.tagId, change.intoId, change.successorId, fields?.tagId].filter(Boolean).map(String));
  const isAbout = (difference) => (label !== undefined && isOfLabel(difference, label)) || (Boolean(fields) && difference.kind === 'TAG' && tags.has(String(difference.key)));
  for (const { version, differences } of versions) {
    const difference = version > base ? differences.find(isAbout) : null;
    if (difference) return { version, difference };
  }
  return null;
}
