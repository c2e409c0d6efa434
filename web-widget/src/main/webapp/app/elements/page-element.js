import { render } from '../../vendor/lit-html/lit-html.js';

/** A custom element drawn by its `view()`; light DOM, so that the page's styles and labels reach into it. */
export class PageElement extends HTMLElement {
  #queued = false;
  #afterwards = [];

  connectedCallback() {
    this.refresh();
  }

  /** Draws again, once for any number of calls in a row. */
  refresh() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) render(this.view(), this, { host: this });
      for (const act of this.#afterwards.splice(0)) act();
    });
  }

  /** Runs after the next drawing. */
  afterwards(act) {
    this.#afterwards.push(act);
    this.refresh();
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
