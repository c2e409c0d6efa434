// The queue of labels without a meaning: what is left of it, in which order, and what could be done. Pure.

export const LIKELY = 0.6;
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
  machine: (row) => row.kind === 'machine',
  aside: (row) => row.kind === 'aside',
  none: (row) => !row.best && !row.kind,
};

/** Rows of the server's labels: with the best proposal, and the `kind` of those that carry no reason: `machine`, `aside` or null. */
export const rowsOf = (labels, vocabulary) =>
  labels.map((label) => {
    const proposals = label.proposals.filter(({ tagId }) => vocabulary.tag(tagId) && !vocabulary.tag(tagId).retired);
    const kind = kindOf(label.label, proposals.find(({ reason }) => reason !== 'used-together')?.score ?? 0); // software's labels follow what tickets are about, too
    return { ...label, proposals, best: kind ? null : (proposals[0] ?? null), kind };
  });

function kindOf(label, score) {
  if (ASIDES.has(label.normalize('NFKC').toLowerCase().replace(/[\s_.-]+/g, ' ').trim())) return 'aside';
  return score < LIKELY && machinePrefix(label) ? 'machine' : null;
}

// What people note about the handling of a ticket; it says nothing of why the customer got in touch.
const ASIDES = new Set(
  ('vip|urgent|asap|priority|high priority|escalated|escalation|follow up|followup|callback|call back|waiting|waiting for customer|on hold|pending customer|tbc|tbd|todo|misc|test|' +
    'duplicate|spam|web form|email|phone call|chat|first contact|second contact|reopened|done|resolved|closed|solved|no reply|no response|internal|checked|' +
    '急件|緊急|紧急|追蹤|追踪|跟進|跟进|回電|回电|待回覆|待回复|待處理|待处理|重複|重复|測試|测试|垃圾郵件|垃圾邮件|已處理|已处理|已解決|已解决').split('|'),
);

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

const MACHINE = /^(?:auto|bot|sys|system|trigger|macro|sla|kb|csat|cx|zd|fd|jira|api|intent|lang|language|sentiment|model|ml|ai|[\p{L}\p{N}]+_(?=_))[_:.-]+/iu;
const SOFTWARE = /(?:^|[_:.\-\s])(?:auto(?:note|reply|close|tag)\p{L}*\d*|\d+h(?:ou)?rs?sla|sla|csat|nps|survey|trigger|macro|webhook|workflow|automation|zendesk|freshdesk|freddy)(?:$|[_:.\-\s])/iu;

/** The beginning by which a label looks as if software had set it; null if it doesn't. */
export function machinePrefix(label) {
  const known = MACHINE.exec(label);
  if (known) return known[0];
  const numbered = /^([\p{L}_:.-]*[\p{L}])[_:.-]+[0-9a-f]*\d[0-9a-f]*$/iu.exec(label);
  if (numbered) return label.slice(0, numbered[1].length + 1);
  return SOFTWARE.test(label) ? label : null;
}

/** The beginnings by which labels are known: one that all share, else each label's own. */
export function prefixesOf(labels) {
  const common = commonPrefix(labels);
  return common ? [common] : [...new Set(labels.map((label) => machinePrefix(label) ?? label))];
}

/** The longest beginning that labels share, cut after a separator; '' if none of two characters. */
function commonPrefix(labels) {
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
export function correctedName(label, vocabulary, best) {
  const { families } = vocabulary;
  const all = words(label);
  const family =
    families.find(({ name }) => all.some((word) => folded(word) === folded(name))) ??
    families.find(({ name }) => best && vocabulary.tag(best.tagId)?.family === name) ??
    families[0];
  const rest = all.filter((word) => folded(word) !== folded(family?.name ?? ''));
  return { family: family?.name ?? '', name: named(family?.name ?? '', rest.map(capital).join('')) };
}

export const named = (family, rest) => [...(family ? `${family}_${rest}` : rest)].slice(0, 40).join('');

/** The same name under another family. */
export const underFamily = (name, former, family) => named(family, name.startsWith(`${former}_`) ? name.slice(former.length + 1) : name);

/** The tags that a draft makes. */
export const madeTags = (decisions) =>
  decisions.filter(({ change }) => change.do === 'add-tag').map(({ change }) => ({ name: change.name, family: change.family, names: change.about?.names ?? {}, made: true }));

/** The tags that a draft chose for labels, the last one first. */
export function lately(decisions, vocabulary) {
  const made = new Map(madeTags(decisions).map((tag) => [tag.name, tag]));
  const found = new Set();
  for (const { change } of [...decisions].reverse()) {
    if (change.do === 'place-label') found.add(vocabulary.tag(change.tagId));
    else if (change.do === 'place-label-under' || change.do === 'add-tag') found.add(made.get(change.tagName ?? change.name));
  }
  return [...found].filter(Boolean);
}

/** Two letters for who has a row open. */
export function initials(name) {
  const parts = name.trim().split(/[\s._-]+/u).filter(Boolean);
  const letters = parts.length > 1 ? [...parts[0]][0] + [...parts[1]][0] : [...(parts[0] ?? '?')].slice(0, 2).join('');
  return letters.toUpperCase();
}
