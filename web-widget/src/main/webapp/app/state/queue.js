// The queue of labels without a meaning: what is left of it, in which order, and what could be done. Pure.

const LIKELY = 0.6;
const VERY_LIKELY = 0.85;

/** Three words for a proposal's score; the figure itself would claim more than it bears. */
export const confidence = (score) => (score >= VERY_LIKELY ? 3 : score >= LIKELY ? 2 : 1);

export const folded = (text) => text.normalize('NFKC').toLowerCase().trim();

/** Whether a row fits a filter: one of `FILTERS`, or `tag-7` for those whose best guess is tag 7. */
export const fits = (filter) => FILTERS[filter] ?? ((row) => `tag-${row.best?.tagId}` === filter);

/** The tags that are the best guess of more than one row: `[id, rows]`, the most first. */
export function guesses(rows) {
  const counts = new Map();
  for (const { best } of rows) if (best) counts.set(best.tagId, (counts.get(best.tagId) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
}

/** The filters beside the search. */
const FILTERS = {
  all: () => true,
  3: (row) => row.best && confidence(row.best.score) === 3,
  2: (row) => row.best && confidence(row.best.score) === 2,
  1: (row) => row.best && confidence(row.best.score) === 1,
  machine: (row) => Boolean(row.machine),
  none: (row) => !row.best && !row.machine,
};

/** Rows of the server's labels: with the best proposal, and whether software might have set them. */
export const rowsOf = (labels, vocabulary) =>
  labels.map((label) => {
    const proposals = label.proposals.filter(({ tagId }) => vocabulary.tag(tagId) && !vocabulary.tag(tagId).retired);
    return { ...label, proposals, best: proposals[0] ?? null, machine: proposals[0] && proposals[0].score >= LIKELY ? null : machinePrefix(label.label) };
  });

/** What is left: `{open, later}`; who decides a label decides its other spellings too. @param {{decided: Set<string>, prefixes: string[], later: Map}} draft */
export function sorted(rows, { decided, prefixes, later }) {
  const open = [];
  const aside = [];
  const keys = new Set();
  for (const { label, key } of rows) if (key && decided.has(label)) keys.add(key);
  for (const row of rows) {
    if (decided.has(row.label) || keys.has(row.key) || prefixes.some((prefix) => beginsSo(row.label, prefix))) continue;
    (later.has(row.label) ? aside : open).push(row);
  }
  return { open, later: aside };
}

/** Whether a label begins so, in capitals or not, as the server reads prefixes. */
export const beginsSo = (label, prefix) => label.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();

const MACHINE = /^(?:auto|bot|sys|system|trigger|macro|sla|kb|csat|cx|zd|fd|jira|api|intent|lang|language|sentiment|model|ml|ai)[_:.-]+/i;

/** The beginning by which a label looks as if software had set it; null if it doesn't. */
export function machinePrefix(label) {
  const known = MACHINE.exec(label);
  if (known) return known[0];
  const numbered = /^([\p{L}_:.-]*[\p{L}])[_:.-]+[0-9a-f]*\d[0-9a-f]*$/iu.exec(label);
  return numbered ? label.slice(0, numbered[1].length + 1) : null;
}

/** The longest beginning that labels share, cut after a separator; '' if none of two characters. */
export function commonPrefix(labels) {
  if (labels.length === 1) return machinePrefix(labels[0]) ?? labels[0];
  let common = labels[0] ?? '';
  for (const label of labels) while (!label.startsWith(common)) common = common.slice(0, -1);
  const cut = /^.*[_:.\-\s]/su.exec(common);
  const prefix = cut ? cut[0] : common;
  return prefix.length < 2 ? '' : prefix;
}

const words = (text) => text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** A house name for a label: `{family, name}`, the family by the label's own words, else by what it resembles. */
export function correctedName(label, { families, tag }, best) {
  const all = words(label);
  const family =
    families.find(({ name }) => all.some((word) => folded(word) === folded(name))) ??
    families.find(({ name }) => best && tag(best.tagId)?.family === name) ??
    families[0];
  const rest = all.filter((word) => folded(word) !== folded(family?.name ?? ''));
  return { family: family?.name ?? '', name: named(family?.name ?? '', rest.map(capital).join('')) };
}

export const named = (family, rest) => [...(family ? `${family}_${rest}` : rest)].slice(0, 40).join('');

/** The same name under another family. */
export const underFamily = (name, former, family) => named(family, name.startsWith(`${former}_`) ? name.slice(former.length + 1) : name);

/** Two letters for who has a row open. */
export function initials(name) {
  const parts = name.trim().split(/[\s._-]+/u).filter(Boolean);
  const letters = parts.length > 1 ? [...parts[0]][0] + [...parts[1]][0] : [...(parts[0] ?? '?')].slice(0, 2).join('');
  return letters.toUpperCase();
}
