const token = document.querySelector('meta[name="csrf-token"]').content;

/** An answer other than the wanted one. */
export class CallFailed extends Error {
  constructor(status, body) {
    super(describe(status, body));
    this.status = status;
    this.body = body;
  }
}

function describe(status, body) {
  const detail = body?.details && Object.values(body.details).flat()[0]?.description;
  return detail || body?.description || body?.error?.title || body?.error || `HTTP ${status}`;
}

/**
 * Calls the sandbox's own API as the signed-in agent.
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<object>}
 */
export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { 'X-CSRF-Token': token, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const value = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new CallFailed(response.status, value);
  }
  return value;
}

/** The people of these numbers, by number. */
export async function people(ids) {
  const wanted = [...new Set(ids)].filter(Boolean);
  if (wanted.length === 0) {
    return new Map();
  }
  const answer = await call('GET', `/api/v2/users/show_many.json?ids=${wanted.join(',')}`);
  return new Map(answer.users.map((user) => [user.id, user]));
}
