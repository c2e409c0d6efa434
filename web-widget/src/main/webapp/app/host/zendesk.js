const PATIENCE = 15000;
const CALM = 100;

/**
 * The sidebar's place inside a Zendesk ticket. The ticket form sets labels, so that the agent's edits and ours can't collide.
 * https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/
 */
export class ZendeskHost {
  through = 'form';
  name = 'Zendesk';
  #client;
  #observer;
  #clock = 0;

  /** Null outside a helpdesk's page. The server has already checked that this origin may host us. */
  static find({ origin, appGuid }) {
    if (window.parent === window || !/^https?:\/\/[^/]+$/.test(origin)) return null;
    return new ZendeskHost(new ZendeskClient({ frame: window.parent, origin, appGuid }));
  }

  constructor(client) {
    this.#client = client;
  }

  /** The ticket's number as a string, null while the ticket has none. */
  async ticketId() {
    const id = await this.#client.get('ticket.id');
    return id ? String(id) : null;
  }

  /** The agent's language tag, null when the host doesn't tell. */
  locale() {
    return this.#client.get('currentUser').then((user) => user?.locale ?? null, () => null);
  }

  /** The labels of the open form, saved or not. */
  async labels() {
    return (await this.#client.get('ticket.tags')) ?? [];
  }

  addLabel(label) {
    return this.#client.invoke('ticket.tags.add', label);
  }

  removeLabel(label) {
    return this.#client.invoke('ticket.tags.remove', label);
  }

  onLabelsChanged(heard) {
    this.#client.on('ticket.tags.changed', () => heard());
  }

  onActivated(heard) {
    this.#client.on('app.activated', () => heard());
  }

  onTheme(heard) {
    this.#client.on('colorScheme.changed', (scheme) => heard(scheme === 'dark' ? 'dark' : 'light'));
  }

  /** Tells a new height at most every 100 ms. */
  follow(element) {
    this.#observer = new ResizeObserver(() => {
      this.#clock ||= setTimeout(() => {
        this.#clock = 0;
        const height = Math.ceil(element.getBoundingClientRect().height);
        this.#client.invoke('resize', { height }).catch(() => {}); // a host that can't resize scrolls instead
      }, CALM);
    });
    this.#observer.observe(element);
  }

  dispose() {
    this.#observer?.disconnect();
    clearTimeout(this.#clock);
    this.#client.close();
  }
}

/**
 * The message protocol between a Zendesk app and the page around it. The vendor's script comes from its CDN, which our
 * content policy refuses.
 * https://github.com/zendesk/zendesk_app_framework_sdk lib/client.js
 */
class ZendeskClient {
  #frame;
  #origin;
  #appGuid;
  #pending = new Map();
  #handlers = new Map();
  #lastId = 0;
  #registered;
  #listening;

  constructor({ frame, origin, appGuid }) {
    this.#frame = frame;
    this.#origin = origin;
    this.#appGuid = appGuid;
    this.#listening = (event) => this.#hear(event);
    addEventListener('message', this.#listening);
    this.#registered = new Promise((resolve) => this.#handlers.set('app.registered', [resolve]));
    this.#post({ key: 'iframe.handshake', message: { version: '2.0' } });
  }

  async get(path) {
    return this.#value(path, await this.#request('get', [path]));
  }

  async invoke(action, ...values) {
    return this.#value(action, await this.#request('invoke', { [action]: values }));
  }

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
    await within(this.#registered, PATIENCE);
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
    return null; // another script's
  }
}

function within(promise, milliseconds) {
  let clock;
  const late = new Promise((_, reject) => {
    clock = setTimeout(() => reject(new Error('no answer from the helpdesk page')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(clock));
}
