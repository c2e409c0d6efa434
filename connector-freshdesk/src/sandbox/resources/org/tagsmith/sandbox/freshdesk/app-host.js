import { MessagePort } from './message-port.js';

const ANSWER_WITHIN = 10_000;

/**
 * The platform's side for one app beside one ticket: answers the calls of the app's client and tells
 * it what happens. `handlers` holds a function for each call, such as `data.get`.
 */
export class AppHost {
  #port;
  #appGuid;
  #handlers;
  #subscribed = new Map();
  #asked = new Map();
  #questions = 0;

  constructor(frame, origin, appGuid, handlers) {
    this.#appGuid = appGuid;
    this.#handlers = handlers;
    this.#port = new MessagePort(frame, origin, appGuid, (message) => this.#receive(message));
  }

  /** Tells the app that something happened, if it asked to be told. */
  tell(event, data) {
    if (this.#subscribed.has(event)) {
      this.#port.send({ appGuid: this.#appGuid, event, data });
    }
  }

  /**
   * Asks an app that intercepts this.
   * @returns {Promise<?string>} why it must not happen, null if it may
   */
  ask(event, data) {
    if (!this.#subscribed.get(event)) {
      this.tell(event, data);
      return Promise.resolve(null);
    }
    const ask = ++this.#questions;
    return new Promise((resolve) => {
      this.#asked.set(ask, resolve);
      setTimeout(() => this.#answered(ask, null), ANSWER_WITHIN);
      this.#port.send({ appGuid: this.#appGuid, event, data, ask });
    });
  }

  close() {
    this.#port.close();
  }

  #answered(ask, reason) {
    this.#asked.get(ask)?.(reason);
    this.#asked.delete(ask);
  }

  async #receive({ id, call, args = [] }) {
    if (call === 'events.on') {
      const [event, intercepts] = args;
      this.#subscribed.set(event, Boolean(intercepts));
      if (event === 'app.activated') {
        this.tell(event, {});
      }
    } else if (call === 'events.answer') {
      this.#answered(args[0], args[1] ?? null);
    } else {
      try {
        const handler = Object.hasOwn(this.#handlers, call) ? this.#handlers[call] : null;
        if (!handler) {
          throw new Error(`There is no ${call}`);
        }
        this.#port.send({ appGuid: this.#appGuid, id, result: (await handler(...args)) ?? {} });
      } catch (error) {
        this.#port.send({ appGuid: this.#appGuid, id, error: { message: error.message } });
      }
    }
  }
}
