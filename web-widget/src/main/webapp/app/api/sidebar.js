import { ask } from './http.js';

/** What the sidebar asks the server, always with its own short-lived token. */
export class SidebarApi {
  #token;

  constructor(token) {
    this.#token = token;
  }

  readTicket(id) {
    return ask(`api/sidebar/tickets/${encodeURIComponent(id)}`, { token: this.#token });
  }

  readVocabulary() {
    return ask('api/vocabulary', { token: this.#token });
  }

  interpret(labels, signal) {
    return ask('api/interpretations', { method: 'POST', body: { labels }, token: this.#token, signal });
  }

  recordDisposition(ticketId, command) {
    const path = `api/sidebar/tickets/${encodeURIComponent(ticketId)}/dispositions`;
    return ask(path, { method: 'POST', body: command, token: this.#token });
  }

  /** What the helpdesk does not hold as decided. */
  async readUnwritten(ticketId) {
    return (await ask(`api/sidebar/tickets/${encodeURIComponent(ticketId)}/unwritten-labels`, { token: this.#token })).labels;
  }

  /** Exchanges the token for a fresh one. @return {Promise<number>} seconds until that one ends */
  async renew() {
    const fresh = await ask('api/sidebar/session', { method: 'POST', token: this.#token });
    this.#token = fresh.token;
    return fresh.expiresInSeconds;
  }
}
