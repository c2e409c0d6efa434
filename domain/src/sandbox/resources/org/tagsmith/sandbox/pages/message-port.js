/**
 * The wire between the ticket page and an app's frame: JSON text both ways, and only between these
 * two windows, whatever else is on the screen. Zendesk's framework is known to send this
 * (zendesk/zendesk_app_framework_sdk, lib/client.js); Freshworks' is not documented.
 */
export class MessagePort {
  #frame;
  #origin;
  #appGuid;

  constructor(frame, origin, appGuid, onMessage) {
    this.#frame = frame;
    this.#origin = origin;
    this.#appGuid = appGuid;
    this.listener = (event) => {
      const message = this.#read(event);
      if (message) {
        onMessage(message);
      }
    };
    window.addEventListener('message', this.listener);
  }

  #read(event) {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) {
      return null;
    }
    try {
      const message = typeof event.data === 'string' ? JSON.parse(event.data) : event.data;
      return message?.appGuid === this.#appGuid ? message : null;
    } catch {
      return null;
    }
  }

  send(message) {
    this.#frame.contentWindow.postMessage(JSON.stringify(message), this.#origin);
  }

  close() {
    window.removeEventListener('message', this.listener);
  }
}
