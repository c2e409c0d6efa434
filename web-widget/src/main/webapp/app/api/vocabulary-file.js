import { Problem, address, ask } from './http.js';

// The vocabulary as a file. What goes up is the file's own bytes, so that its encoding can be told.

const FILE = 'api/vocabulary/file';
const LONG = 120000; // thousands of tags, and every set of labels is read again
const TYPES = { yaml: 'application/yaml', csv: 'text/csv' };

/** Where the newest version is, as a file. @param {'yaml'|'csv'} format */
export const exported = (format) => address(`${FILE}?format=${format}`);

/** What a file would do. @param {Blob} file @param {{format: string, missing: 'keep'|'retire'}} choice */
export const checkFile = (file, choice, signal) => send(`${FILE}/check`, file, choice, signal);

/** Publishes a file, or nothing of it. @param {{format: string, missing: string, base: number, note: string}} choice */
export const publishFile = (file, choice) => send(FILE, file, choice);

/** What could be better about the vocabulary. */
export const readFindings = (signal) => ask('api/vocabulary/lint', { signal, patience: LONG });

async function send(path, file, choice, signal) {
  const patience = AbortSignal.timeout(LONG);
  let answer;
  try {
    answer = await fetch(address(`${path}?${new URLSearchParams(choice)}`), {
      method: 'POST',
      headers: { Accept: 'application/json, application/problem+json', 'Content-Type': TYPES[choice.format], 'X-Tagsmith': '1' },
      body: file,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch {
    throw new Problem(signal?.aborted ? 'stopped' : patience.aborted ? 'timeout' : 'unreachable');
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw new Problem(body.code || `http-${answer.status}`, { ...body, status: answer.status });
}
