// What a version changed, in a few sentences. Pure: says keys of texts and their values.

const SHOWN = 3;

/** What happened to a tag. @param {function(number): string} nameOf of a tag's id */
function ofTag({ before, after }, nameOf) {
  if (!before) return { key: 'tag-added', name: after.name };
  if (!after) return { key: 'tag-gone', name: before.name };
  if (before.retired !== after.retired) {
    if (!after.retired) return { key: 'tag-restored', name: after.name };
    return after.successorId ? { key: 'tag-merged', name: after.name, into: nameOf(after.successorId) } : { key: 'tag-retired', name: after.name };
  }
  if (before.name !== after.name) return { key: 'tag-renamed', name: before.name, to: after.name };
  if (before.family !== after.family) return { key: 'tag-moved', name: after.name, family: after.family };
  return { key: 'tag-described', name: after.name };
}

function ofCode({ key, before, after }) {
  const name = String(key);
  if (!before) return { key: 'code-added', name };
  if (!after) return { key: 'code-gone', name };
  if (before.retired !== after.retired) return { key: after.retired ? 'code-retired' : 'code-restored', name };
  return { key: 'code-described', name };
}

/** A kind's word with what was done: `alias-added`. */
const plain = (kind, { before, after }) => `${kind.toLowerCase().replace('_', '-')}-${before === null ? 'added' : after === null ? 'gone' : 'changed'}`;

/**
 * The sentences for a version, most telling first: single things by name while there are few of a sort, counted else.
 * @return {{said: {key: string, values: object}[], more: number}}
 */
export function summary(differences, nameOf) {
  const groups = new Map();
  for (const each of differences) {
    const one = each.kind === 'TAG' ? ofTag(each, nameOf) : each.kind === 'CODE' ? ofCode(each) : { key: plain(each.kind, each), counted: true };
    if (!groups.has(one.key)) groups.set(one.key, []);
    groups.get(one.key).push(one);
  }
  const said = [];
  for (const [key, all] of groups) {
    if (all[0].counted || all.length > SHOWN) said.push({ key: `${key}-count`, values: { count: all.length } });
    else said.push(...all.map((values) => ({ key, values })));
  }
  return { said: said.slice(0, SHOWN), more: Math.max(0, said.length - SHOWN) };
}

const EMPTY = new Set([undefined, null, '', false]);

/** The fields that differ between two things, as texts. @return {{field: string, before: string, after: string}[]} */
export function fieldsBetween(before, after, nameOf) {
  const was = flat(before, nameOf);
  const is = flat(after, nameOf);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, before: was[field] ?? '', after: is[field] ?? '' }));
}

const TAG_IDS = new Set(['successorId', 'houseTagId', 'beside']);

function flat(thing, nameOf) {
  if (thing === null || thing === undefined) return {};
  if (typeof thing !== 'object') return { text: String(thing) };
  const fields = {};
  for (const [field, value] of Object.entries(thing)) {
    if (EMPTY.has(value) || field === 'id') continue;
    if (Array.isArray(value)) {
      if (value.length) fields[field] = value.map((each) => (typeof each === 'object' ? words(each, nameOf) : TAG_IDS.has(field) ? nameOf(each) : String(each))).join(' · ');
    } else if (typeof value === 'object') {
      for (const [key, text] of Object.entries(value)) fields[`${field}.${key}`] = String(text);
    } else {
      fields[field] = TAG_IDS.has(field) ? nameOf(value) : String(value);
    }
  }
  return fields;
}

const words = (thing, nameOf) => Object.entries(flat(thing, nameOf)).map(([, text]) => text).join(' ');

/** What a difference is called: a tag's or family's name, a code's number, the text of what has no other name. */
export function nameOfDifference({ kind, key, before, after }) {
  const thing = after ?? before;
  if (kind === 'TAG' || kind === 'FAMILY') return thing.name;
  return kind === 'RULES' ? '' : String(key);
}

/** The version after another one that changed the same thing last. @param {Map<number, object[]>} known differences by version */
export function laterVersion(version, { kind, key }, known) {
  return [...known].filter(([number, all]) => number > version && all.some((each) => each.kind === kind && String(each.key) === String(key))).map(([number]) => number).sort((a, b) => b - a)[0] ?? null;
}
