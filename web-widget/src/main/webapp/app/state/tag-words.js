import { FACETS } from './tag-list.js';

// What a lead types about a tag or a family, and which changes that asks for. Pure.

export const HUES = ['slate', 'red', 'orange', 'amber', 'olive', 'green', 'teal', 'sky', 'blue', 'indigo', 'purple', 'pink'];
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'];

/** The form of a tag; of a new one without a tag. */
export const wordsOf = (tag, family = '') => ({
  name: tag?.name ?? '',
  family: tag?.family ?? family,
  ...Object.fromEntries(LANGUAGES.map((language) => [`names.${language}`, tag?.names?.[language] ?? ''])),
  purpose: tag?.description ?? '',
  examples: (tag?.examples ?? []).join('\n'),
  hue: tag?.hue ?? '',
  owner: tag?.owner ?? '',
  ...Object.fromEntries(FACETS.map((facet) => [`facets.${facet}`, tag?.facets?.[facet] ?? ''])),
});

/** What the server takes as `about`. Names in other languages stay as the tag has them. */
export function aboutOf(typed, tag) {
  const filled = (start, known) => {
    const kept = Object.entries(known ?? {}).filter(([key]) => typed[`${start}.${key}`] === undefined);
    const given = Object.entries(typed)
      .filter(([key, value]) => key.startsWith(`${start}.`) && value.trim())
      .map(([key, value]) => [key.slice(start.length + 1), value.trim()]);
    return Object.fromEntries([...kept, ...given]);
  };
  return {
    names: filled('names', tag?.names),
    purpose: typed.purpose.trim(),
    examples: typed.examples.split(/\r?\n/).map((line) => line.trim()).filter(Boolean),
    hue: typed.hue || null,
    owner: typed.owner.trim(),
    facets: filled('facets', tag?.facets),
  };
}

/**
 * What was typed, over what others made of it meanwhile: fields that I did not touch take theirs, mine stay mine.
 *
 * @return {{typed: object, theirs: object}} theirs: by field, what they wrote where I wrote otherwise
 */
export function rebased(former, typed, newest) {
  const next = { ...typed };
  const theirs = {};
  for (const field of Object.keys(newest)) {
    if (typed[field] === former[field]) next[field] = newest[field];
    else if (newest[field] !== former[field] && newest[field] !== typed[field]) theirs[field] = newest[field];
  }
  return { typed: next, theirs };
}

/** The name that a tag would have in another family: `Card_Lost` in `Loan` is `Loan_Lost`; null where the name does not begin with its family. */
export function nameInFamily(tag, family) {
  return tag.name.startsWith(`${tag.family}_`) ? `${family}${tag.name.slice(tag.family.length)}` : null;
}

/** Which fields two versions of a tag hold differently, with both values as text; `life` is live, none, or retired with the id of who it counts for. */
export function differingFields(before, after) {
  const was = before ? wordsOf(before) : {};
  const is = after ? wordsOf(after) : {};
  const life = (tag) => (tag ? (tag.retired ? ['retired', tag.successorId].filter(Boolean).join(' ') : 'live') : 'none');
  const fields = Object.keys({ ...was, ...is }).filter((field) => (was[field] ?? '') !== (is[field] ?? ''));
  const told = fields.map((field) => ({ field, before: was[field] ?? '', after: is[field] ?? '' }));
  return life(before) === life(after) ? told : [{ field: 'life', before: life(before), after: life(after) }, ...told];
}
