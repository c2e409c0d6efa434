import { html, render, svg } from '../../vendor/lit-html/lit-html.js';

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

// The sidebar has a sprite of its own: its first load is held to 40 kB.
const family = document.documentElement.dataset.host === 'console' ? 'icons' : 'icons-sidebar';
const sprite = new URL(`../../${family}.svg`, import.meta.url).href;

/** A symbol; decoration only, its meaning stands beside it. */
export const icon = (name, size = '') =>
  html`<svg class="icon ${size}" aria-hidden="true">${svg`<use href="${sprite}#${name}"></use>`}</svg>`;
