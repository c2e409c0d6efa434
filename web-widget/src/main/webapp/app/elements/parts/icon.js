import { html, svg } from '../../../vendor/lit-html/lit-html.js';

const sprite = new URL('../../../icons.svg', import.meta.url).href;

/** A symbol of the sprite; decoration only, its meaning stands in words beside it. */
export const icon = (name, size = '') =>
  html`<svg class="icon ${size}" aria-hidden="true">${svg`<use href="${sprite}#${name}"></use>`}</svg>`;
