import { ZendeskClient, isHost } from './zendesk-client.js';

/**
 * The sidebar's place inside a Zendesk ticket. Labels are set through the ticket form, so that the agent's own unsaved
 * edits and ours cannot collide.
 * https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/
 */
export class ZendeskHost {
  through = 'form';
  name = 'Zendesk';
  #client;
  #heights = new FrameHeight((height) => this.#client.invoke('resize', { height }));

  /** @return {?ZendeskHost} null outside a Zendesk page */
  static find({ origin, appGuid }) {
    if (window.parent === window || !isHost(origin)) return null;
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

  /** Keeps the frame as tall as the element. */
  follow(element) {
    this.#heights.follow(element);
  }

  dispose() {
    this.#heights.stop();
    this.#client.close();
  }
}

/** Tells the host a new height at most every 100 ms. */
class FrameHeight {
  #tell;
  #told = 0;
  #clock = 0;
  #observer;

  constructor(tell) {
    this.#tell = tell;
  }

  follow(element) {
    this.#observer = new ResizeObserver(() => this.#soon(element));
    this.#observer.observe(element);
  }

  stop() {
    this.#observer?.disconnect();
    clearTimeout(this.#clock);
  }

  #soon(element) {
    if (this.#clock) return;
    this.#clock = setTimeout(() => {
      this.#clock = 0;
      const height = Math.ceil(element.getBoundingClientRect().height);
      if (height === this.#told) return;
      this.#told = height;
      this.#tell(height)?.catch?.(() => {}); // a host that can't resize scrolls instead
    }, 100);
  }
}
