const token = document.querySelector('meta[name="csrf-token"]').content;

/** An answer other than the wanted one. */
export class CallFailed extends Error {
  constructor(status, body) {
    super(body?.errors?.[0]?.message || body?.message || body?.error || `HTTP ${status}`);
    this.status = status;
  }
}

/**
 * Calls the sandbox's own API as the signed-in agent.
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<*>}
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

/** The names of the statuses as agents read them, by number. */
export async function statuses() {
  const fields = await call('GET', '/api/v2/ticket_fields?type=default_status');
  return new Map(Object.entries(fields[0].choices).map(([number, names]) => [Number(number), names[0]]));
}
