import { MessagePort } from './message-port.js';

const REPLY_TIMEOUT = 10_000;

/**
 * The helpdesk's side of the app framework for one app in one ticket.
 *
 * The page around it gives: `read(path)` (undefined if there is no such path), `write(path, value)`
 * (false if there is none), `act(name, args)` (undefined if there is no such action) and
 * `request(options)`.
 */
export class AppHost {
  #port;
  #page;
  #appGuid;
  #registration;
  #subscribed = new Set();
  #registered = false;
  #active = true;
  #replies = new Map();

  constructor(frame, origin, appGuid, registration, page) {
    this.#page = page;
    this.#appGuid = appGuid;
    this.#registration = registration;
    this.#port = new MessagePort(frame, origin, appGuid, (message) => this.#receive(message));
  }

  /** Tells the app that something happened, if it asked to be told. */
  tell(name, message) {
    if (this.#registered && this.#subscribed.has(name)) {
      this.#send(name, message);
    }
  }

  /** Tells the app that a property has another value. */
  tellChange(name, newValue, oldValue) {
    this.tell(`${name}.changed`, newValue);
    this.tell('*.changed', { propertyName: name, newValue, oldValue });
  }

  /** Tells the app whether the agent sees it. */
  showing(active) {
    if (active !== this.#active) {
      this.#active = active;
      this.tell(active ? 'app.activated' : 'app.deactivated', {});
    }
  }

  /**
   * Asks the app about something that is about to happen.
   * @returns {Promise<?string>} why it must not happen, null if it may
   */
  ask(name) {
    if (!this.#registered || !this.#subscribed.has(name)) {
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#replied(name, null), REPLY_TIMEOUT);
      this.#replies.set(name, (reason) => {
        clearTimeout(timer);
        resolve(reason);
      });
      this.#port.send({ key: `zaf.${name}`, needsReply: true, message: {} });
    });
  }

  close() {
    this.#port.close();
  }

  #send(name, message) {
    this.#port.send({ key: `zaf.${name}`, message });
  }

  #replied(name, reason) {
    this.#replies.get(name)?.(reason);
    this.#replies.delete(name);
  }

  #receive(message) {
    if (message.request) {
      this.#answer(message);
      return;
    }
    const key = String(message.key ?? '');
    if (key === 'iframe.handshake') {
      this.#registered = true;
      this.#send('app.registered', this.#registration);
    } else if (key.startsWith('iframe.on:')) {
      this.#subscribe(key.slice('iframe.on:'.length));
    } else if (key.startsWith('iframe.off:') && !message.message?.subscriberCount) {
      this.#subscribed.delete(key.slice('iframe.off:'.length));
    } else if (key.startsWith('iframe.reply:')) {
      this.#replied(key.slice('iframe.reply:'.length), refusal(message.error));
    } else if (/^request:\d+$/.test(key)) {
      this.#pass(key, message.message);
    }
  }

  #subscribe(name) {
    const first = !this.#subscribed.has(name);
    this.#subscribed.add(name);
    if (first && name === 'app.activated' && this.#active) {
      this.#send(name, { firstLoad: true });
    }
    // the real page fires this once more while a ticket loads
    if (first && name === 'ticket.tags.changed') {
      this.#send(name, this.#page.read('ticket.tags'));
    }
  }

  async #answer({ id, request, params }) {
    const result = { errors: {} };
    const calls = { get: [], set: {}, invoke: {} };
    if (!(request in calls)) {
      this.#port.send({ id, error: { name: 'Error', message: `Unknown request ${request}` } });
      return;
    }
    const names = request === 'get' ? [params ?? []].flat() : Object.keys(params ?? {});
    for (const name of names) {
      try {
        result[name] = await this.#call(request, name, params[name]);
      } catch (error) {
        result.errors[name] = { name: 'Error', path: name, message: error.message };
      }
    }
    this.#port.send({ id, result });
  }

  async #call(request, name, value) {
    const outcome =
      request === 'get'
        ? this.#page.read(name)
        : request === 'set'
          ? this.#page.write(name, value)
          : await this.#page.act(name, [value].flat(1));
    if (outcome === undefined) {
      throw new Error('No such Api');
    }
    return outcome;
  }

  async #pass(key, options) {
    try {
      this.#send(`${key}.done`, { responseArgs: [await this.#page.request(options ?? {}), 'success'] });
    } catch (error) {
      this.#send(`${key}.fail`, {
        responseArgs: [{ status: error.status ?? 0, responseText: error.message, responseJSON: error.body }],
      });
    }
  }
}

function refusal(error) {
  return error ? String(error.msg ?? error) : null;
}
