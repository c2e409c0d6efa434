import { mergedList } from '../../state/meanwhile.js';
import { rebased } from '../../state/tag-words.js';

// Naming rules while a lead edits them. Pure.

export const SEPARATORS = ['_', '-', '.', '/', ' ', ''];
export const CASES = ['CAPITALIZED', 'LOWER', 'AS_TYPED'];

const NUMBERS = ['fewestSegments', 'mostSegments', 'longest', 'longestHan'];

/** Rules as the fields of the page hold them. */
export const draftOf = (rules) => ({
  ...rules,
  ...Object.fromEntries(NUMBERS.map((field) => [field, String(rules[field])])),
  forbiddenWords: rules.forbiddenWords.join('\n'),
  patterns: rules.patterns.map((pattern) => ({ ...pattern, words: { ...pattern.words } })),
});

/** Rules that the fields mean. */
export const rulesOf = (draft) => ({
  ...draft,
  ...Object.fromEntries(NUMBERS.map((field) => [field, Number.parseInt(draft[field], 10) || 0])),
  forbiddenWords: [...new Set(draft.forbiddenWords.split(/[\n,，、]/).map((word) => word.trim()).filter(Boolean))],
  patterns: draft.patterns.filter(({ pattern }) => pattern.trim()).map(({ pattern, forbidden, words }) => ({
    pattern: pattern.trim(),
    forbidden,
    words: Object.fromEntries(Object.entries(words).map(([language, text]) => [language, text.trim()]).filter(([, text]) => text)),
  })),
});

/**
 * A draft over rules that others published meanwhile: what was changed here stays, all else is as it is now.
 *
 * @return {{draft: object, theirs: object}} theirs: by field, what they chose where the draft says otherwise
 */
export function rebasedDraft(former, draft, newest) {
  const was = draftOf(former);
  const { patterns, forbiddenWords, ...fields } = draftOf(newest);
  const { typed, theirs } = rebased(was, draft, fields);
  const words = (text) => text.split('\n').filter((line) => line.trim());
  return {
    draft: {
      ...typed,
      patterns: mergedList(was.patterns, draft.patterns, patterns, ({ pattern }) => pattern),
      forbiddenWords: mergedList(words(was.forbiddenWords), words(draft.forbiddenWords), words(forbiddenWords), (word) => word).join('\n'),
    },
    theirs,
  };
}

const sorted = (value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort().map(([key, each]) => [key, sorted(each)])) : Array.isArray(value) ? value.map(sorted) : value);

export const isSame = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** A name in these rules, to show what they mean. */
export function exampleOf({ separator, wordCase, familyFirst, fewestSegments }, family = 'Upgrade') {
  const words = { CAPITALIZED: ['CreditCard', 'Gold', 'Yearly', 'New'], LOWER: ['creditcard', 'gold', 'yearly', 'new'], AS_TYPED: ['Creditcard', 'gold', 'Yearly', 'new'] }[wordCase];
  const wanted = Math.min(words.length, Math.max(1, fewestSegments - (familyFirst ? 1 : 0)));
  return [...(familyFirst ? [family] : []), ...words.slice(0, wanted)].join(separator === '' ? '_' : separator);
}
