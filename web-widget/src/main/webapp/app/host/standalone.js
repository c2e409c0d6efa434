/** The sidebar in a page of its own: nothing around it to ask, dispositions go to the helpdesk through the server. */
export class StandaloneHost {
  through = 'helpdesk';
  name = '';
  #ticketId;

  constructor(ticketId) {
    this.#ticketId = ticketId;
  }

  async ticketId() {
    return this.#ticketId;
  }

  async locale() {
    return null;
  }

  /** No form: the labels are those that the server knows. */
  async labels() {
    return null;
  }

  async addLabel() {}

  async removeLabel() {}

  onLabelsChanged() {}

  onActivated() {}

  onTheme(heard) {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', () => heard(dark.matches ? 'dark' : 'light'));
  }

  follow() {}

  dispose() {}
}
