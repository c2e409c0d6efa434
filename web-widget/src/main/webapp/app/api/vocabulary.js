import { ask } from './http.js';

// Changing the vocabulary: look, publish, take back. A change is an object whose `do` says what it is.

const CHANGES = 'api/vocabulary/changes';
const VERSIONS = 'api/vocabulary/versions';
const version = (number) => `${VERSIONS}/${encodeURIComponent(number)}`;
const LONG = 60000; // every set of labels is read again

/**
 * What publishing would do. @param {object[]} changes @param {?number} base the version that was looked at; then what somebody else made
 * impossible since is refused with who and what. @return {Promise<object>} version, differences, contacts, affected, months, tags, labelCount, labels
 */
export const previewChanges = (changes, signal, base = null) => ask(`${CHANGES}/preview`, { method: 'POST', body: { base, changes }, signal, patience: LONG });
/** All of them as one version, or none. @param {number} base the version that was looked at @param {string} note why, may be empty */
export const publishChanges = (base, changes, note = '') => ask(CHANGES, { method: 'POST', body: { base, changes, note }, patience: LONG });

/** Who published what, 50 at a time, newest first. @param {?number} before the last one of the former page */
export const readVersions = (before, signal) => ask(before ? `${VERSIONS}?before=${encodeURIComponent(before)}` : VERSIONS, { signal });
/** What each of the same versions changed. @return {Promise<{version: number, differences: object[]}[]>} */
export const readChanges = (before) => ask(before ? `${VERSIONS}/differences?before=${encodeURIComponent(before)}` : `${VERSIONS}/differences`, { patience: LONG });
/** What the later version holds differently; 0 is the empty one. */
export const readDifferences = (former, later, signal) => ask(`${version(former)}/differences/${encodeURIComponent(later)}`, { signal });
/** What taking a version back would do. */
export const previewUndo = (number, signal) => ask(`${version(number)}/undo/preview`, { method: 'POST', body: {}, signal, patience: LONG });
/** Takes a version's changes back as a new version; what others changed since stays. */
export const undoVersion = (number, note = '') => ask(`${version(number)}/undo`, { method: 'POST', body: { note }, patience: LONG });
