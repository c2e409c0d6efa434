// Speaks the message protocol between a Zendesk app and the page that hosts it. The vendor's own script comes
// from its CDN, which our content policy refuses; we need four requests and three events of it.
// Wire format: github.com/zendesk/zendesk_app_framework_sdk, lib/client.js.

const HOSTS = [/^https:\/\/[\w-]+\.(zendesk|zendesk-staging|zendesk-gov)\.com$/, /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/];
const PATIENCE = 15000;

/** Whether a page of this origin may host us. */
export const isHost = (origin) => HOSTS.some((pattern) => pattern.test(origin ?? ''));

export class ZendeskClient {
  #frame;
  #origin;
  #appGuid;
  #pending = new Map();
  #handlers = new Map();
  #lastId = 0;
  #registered;
  #listening;

  /**
   * @param {{frame: Window, origin: string, appGuid: string}} host the frame around us; its origin is checked on every
   *     message
   */
  constructor({ frame, origin, appGuid }) {
    this.#frame = frame;
    this.#origin = origin;
    this.#appGuid = appGuid;
    this.#listening = (event) => this.#hear(event);
    addEventListener('message', this.#listening);
    this.#registered = new Promise((resolve) => this.#handlers.set('app.registered', [resolve]));
    this.#post({ key: 'iframe.handshake', message: { version: '2.0' } });
  }

  /** Metadata and context, once the host has answered our handshake. */
  registered() {
    return within(this.#registered, PATIENCE);
  }

  /** @return {Promise<*>} the value of one path, such as `ticket.tags` */
  async get(path) {
    return this.#value(path, await this.#request('get', [path]));
  }

  async invoke(action, ...values) {
    return this.#value(action, await this.#request('invoke', { [action]: values }));
  }

  /** Calls the handler on each event of that name, such as `ticket.tags.changed`. */
  async on(name, handler) {
    const handlers = this.#handlers.get(name) ?? [];
    handlers.push(handler);
    this.#handlers.set(name, handlers);
    await this.#registered;
    this.#post({ key: `iframe.on:${name}`, message: { subscriberCount: handlers.length } });
  }

  close() {
    removeEventListener('message', this.#listening);
    this.#handlers.clear();
    for (const { reject } of this.#pending.values()) reject(new Error('closed'));
    this.#pending.clear();
  }

  async #request(request, params) {
    await this.registered();
    const id = ++this.#lastId;
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    this.#post({ id, request, params });
    return within(answer, PATIENCE).finally(() => this.#pending.delete(id));
  }

  #value(path, result) {
    const error = result?.errors?.[path];
    if (error) throw new Error(error.message ?? String(error));
    return result?.[path];
  }

  #post(message) {
    const whole = { ...message, appGuid: this.#appGuid, instanceGuid: this.#appGuid };
    this.#frame.postMessage(JSON.stringify(whole), this.#origin);
  }

  #hear(event) {
    if (event.origin !== this.#origin || event.source !== this.#frame) return;
    const message = parsed(event.data);
    const waiting = this.#pending.get(message?.id);
    if (waiting) {
      if (message.error) waiting.reject(new Error(message.error.message ?? String(message.error)));
      else waiting.resolve(message.result);
    } else if (typeof message?.key === 'string' && message.key.startsWith('zaf.')) {
      const name = message.key.slice(4);
      for (const handler of this.#handlers.get(name) ?? []) handler(message.message);
      if (message.needsReply) this.#post({ key: `iframe.reply:${name}` });
    }
  }
}

function parsed(data) {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return null; // another script's message; not for us
  }
}

function within(promise, milliseconds) {
  let clock;
  const late = new Promise((_, reject) => {
    clock = setTimeout(() => reject(new Error('no answer from the helpdesk page')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(clock));
}
