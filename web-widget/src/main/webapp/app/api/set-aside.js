import { ask } from './http.js';

// What the house set aside: ignored labels, and the beginnings of those that software sets.

const LONG = 60000; // every set of labels is read again

/** @return {Promise<{version: number, rows: {kind: 'label'|'prefix', text: string, labels: number, contacts: number}[]}>} that of most contacts first */
export const readSetAside = (signal) => ask('api/vocabulary/set-aside', { signal, patience: LONG });
