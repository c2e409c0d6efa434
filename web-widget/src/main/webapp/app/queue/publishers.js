import { readChanges, readDifferences, readVersions } from '../api/vocabulary.js';
import { overtaker } from '../state/overtaken.js';

/** Who published versions newer than one, as text; the last one first. */
export async function publishersSince(version) {
  const newer = (await readVersions()).filter((each) => each.version > version);
  return [...new Set(newer.map(({ publishedBy }) => publishedBy))].join(', ');
}

/** The labels that versions behind one gave a meaning. */
export const labelsDecidedSince = async (former, later) =>
  (await readDifferences(former, later)).filter(({ kind, after }) => ['ALIAS', 'IGNORED_LABEL', 'QUESTION'].includes(kind) && after !== null).map(({ key }) => String(key));

/**
 * Who overtook decisions, and with what. @param {{decision: object, fields: ?object}[]} made fields: what a refusal speaks of
 * @param {number} version the newest
 * @return {Promise<Map<number, {publishedBy: string, version: number, difference: object}>>} by the decision's id
 */
export async function overtakers(made, version) {
  const later = made.filter(({ decision }) => decision.base < version);
  if (!later.length) return new Map();
  const base = Math.min(...later.map(({ decision }) => decision.base));
  const all = [{ version, differences: await readDifferences(base, version) }];
  const taken = later.filter(({ decision, fields }) => overtaker(decision, fields, all));
  if (!taken.length) return new Map();
  const [lines, changes] = await Promise.all([readVersions(), readChanges()]);
  const who = new Map(lines.map((line) => [line.version, line.publishedBy]));
  const found = taken.map(({ decision, fields }) => [decision.id, overtaker(decision, fields, changes)]);
  return new Map(found.filter(([, by]) => by).map(([id, by]) => [id, { ...by, publishedBy: who.get(by.version) ?? '' }]));
}
