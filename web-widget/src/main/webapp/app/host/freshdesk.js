const PATIENCE = 15000;
const CALM = 100;

/**
 * The sidebar's place inside our app's page in a Freshdesk ticket. Freshdesk lets no app set tags in its form and tells of
 * no change of them: the server writes labels, and what the ticket carries is what the server knows. Only the app's page
 * can use Freshdesk's client, so it is asked by messages of our own; its other end is freshdesk-app/app/app.js of the
 * connector.
 */
export class FreshdeskHost {
  through = 'helpdesk';
  name = 'Freshdesk';
  #frame;
  #origin;
  #ticket;
  #tellTicket;
  #activated = [];
  #observer;
  #clock = 0;
  #following; // what to ask and to tell while the server writes labels
  #writeBack = null;
  #listening = (event) => this.#hear(event);

  /** Null outside our app's page. The server has already checked that this origin may host us. */
  static find({ origin }) {
    if (window.parent === window || !/^https?:\/\/[^/]+$/.test(origin)) return null;
    return new FreshdeskHost({ frame: window.parent, origin });
  }

  constructor({ frame, origin }) {
    this.#frame = frame;
    this.#origin = origin;
    this.#ticket = new Promise((resolve) => (this.#tellTicket = resolve));
    addEventListener('message', this.#listening);
    this.#post({ say: 'ready' });
  }

  async ticketId() {
    const { id } = await within(this.#ticket, PATIENCE);
    return /^\d+$/.test(id) ? id : null;
  }

  /** The agent's language tag, null when the host doesn't tell. */
  locale() {
    return within(this.#ticket, PATIENCE).then(({ language }) => language ?? null, () => null);
  }

  /** No form of which we could know: the labels are those that the server knows. */
  async labels() {
    return null;
  }

  async addLabel() {}

  async removeLabel() {}

  onLabelsChanged() {}

  onActivated(heard) {
    this.#activated.push(heard);
  }

  /** Freshdesk has no dark colours. */
  onTheme() {}

  /** Tells a new height at most every 100 ms. */
  follow(element) {
    this.#observer = new ResizeObserver(() => {
      this.#clock ||= setTimeout(() => {
        this.#clock = 0;
        this.#post({ say: 'height', height: Math.ceil(element.getBoundingClientRect().height) });
      }, CALM);
    });
    this.#observer.observe(element);
  }

  /** The ticket is on the page: some of its labels may still be on their way to Freshdesk, from before. */
  async opened(following) {
    this.#following = following;
    const unwritten = await following.ask().catch(() => []);
    if (unwritten.length) (await this.#writing())?.heard(unwritten);
  }

  /** The server has taken a decision, and writes it. */
  async recorded(change) {
    (await this.#writing())?.decided(change);
  }

  dispose() {
    this.#observer?.disconnect();
    clearTimeout(this.#clock);
    removeEventListener('message', this.#listening);
    this.#writeBack?.then((writeBack) => writeBack?.stop());
  }

  /** Null when its module cannot be loaded now: the decision is recorded, only how far it is isn't told. */
  #writing() {
    this.#writeBack ??= import('../sidebar/write-back.js')
      .then(({ WriteBack }) => WriteBack.with({ host: this.name, ...this.#following }))
      .catch(() => (this.#writeBack = null));
    return this.#writeBack;
  }

  #post(message) {
    this.#frame.postMessage(JSON.stringify({ tagsmith: message }), this.#origin);
  }

  #hear(event) {
    if (event.origin !== this.#origin || event.source !== this.#frame) return;
    const message = read(event.data)?.tagsmith;
    if (message?.say === 'ticket') this.#tellTicket(message);
    else if (message?.say === 'activated') this.#activated.forEach((heard) => heard());
  }
}

function read(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null; // another script's message; not for us
  }
}

function within(promise, milliseconds) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('no answer from the app’s page')), milliseconds));
  return Promise.race([promise, late]);
}
