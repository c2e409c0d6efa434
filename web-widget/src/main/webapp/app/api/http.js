// The only door to the server. Nothing outside app/api calls fetch.

/** The texts of one set in one language, by key. */
export const readTexts = (set, language) => ask(`app/i18n/${set}/${language}.json`);

const root = new URL('../../', import.meta.url);

/** A refusal the server explained (problem+json), or `unreachable` / `timeout` when no answer came. */
export class Problem extends Error {
  constructor(code, fields = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
    this.status = fields.status ?? 0;
  }
}

export const address = (path) => new URL(path, root).href;

/** Asks for a path below the application. @return {Promise<?object>} the answer's JSON, null for an empty one */
export async function ask(path, { method = 'GET', body, token, signal, patience = 30000 } = {}) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-Tagsmith'] = '1';
  if (token) headers.Authorization = `Bearer ${token}`;
  const waiting = new AbortController();
  const clock = setTimeout(() => waiting.abort(), patience);
  signal?.addEventListener('abort', () => waiting.abort());
  try {
    const answer = await fetch(address(path), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      signal: waiting.signal,
    });
    if (answer.ok) return await read(answer);
    throw await refusal(answer);
  } catch (failure) {
    if (failure instanceof Problem) throw failure;
    if (signal?.aborted) throw new Problem('stopped');
    throw new Problem(waiting.signal.aborted ? 'timeout' : 'unreachable');
  } finally {
    clearTimeout(clock);
  }
}

async function read(answer) {
  if (answer.status === 204 || answer.status === 202) return null;
  const text = await answer.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('not-json', { status: answer.status });
  }
}

async function refusal(answer) {
  const fields = await answer.json().catch(() => ({}));
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  return new Problem(fields.code || `http-${answer.status}`, { retryAfter, ...fields, status: answer.status });
}
