import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { t } from '../../i18n/texts.js';
import { folded, lately, madeTags } from '../../state/queue.js';
import { tagName, typed } from '../parts/chip.js';
import { icon, PageElement } from '../page-element.js';
import { chip } from './queue-words.js';

const MOST = 8;

/** A combobox over all house tags, by any name, alias, code or language. Events: `choose` {tag}, `make` {text}, `leave`. */
export class SameAsChoice extends PageElement {
  /** Finds tags, a `Finder`. */
  finder = null;
  vocabulary = null;
  /** The draft's decisions: what was chosen lately comes first, and what they make can be chosen. */
  decisions = [];
  #text = '';
  #active = 0;

  start() {
    this.#text = '';
    this.#active = 0;
    this.afterwards(() => this.querySelector('input')?.focus());
  }

  get #rows() {
    const text = folded(this.#text);
    if (!text) return lately(this.decisions, this.vocabulary).slice(0, MOST).map((tag) => ({ tag }));
    const found = new Map();
    for (const tag of madeTags(this.decisions)) if (folded(tag.name).includes(text)) found.set(tag.name, { tag });
    for (const row of this.finder.find(this.#text).rows) if (row.tag && !found.has(row.tag.id)) found.set(row.tag.id, row);
    return [...found.values()].slice(0, MOST);
  }

  /** The tags, and at their end that which was typed as a new one, unless a tag is called so. */
  get #choices() {
    const rows = this.#rows;
    const text = this.#text.trim();
    return !text || rows.some(({ tag }) => folded(tagName(tag)) === folded(text) || folded(tag.name) === folded(text)) ? rows : [...rows, { text }];
  }

  view() {
    if (!this.finder) return nothing;
    const rows = this.#choices;
    const none = rows.every(({ tag }) => !tag);
    const changed = (event) => {
      this.#text = event.target.value;
      this.#active = 0;
      this.refresh();
    };
    return html`<div class="choice"><label class="label" for="tag-choice">${t('queue.same-as-other')}</label>
      <div class="field">${icon('search')}<input class="input" id="tag-choice" type="text" role="combobox" aria-expanded=${rows.length > 0}
        aria-controls="tag-choices" aria-autocomplete="list" aria-activedescendant=${rows.length ? `tag-choice-${this.#active}` : nothing}
        autocomplete="off" autocapitalize="off" spellcheck="false" .value=${this.#text} @input=${changed} @keydown=${(event) => this.#pressed(event, rows)}></div>
      <p class="hint">${this.#text.trim() && none ? t('queue.no-tag') : t('queue.find-tag')}</p>
      <div class="opts" role="listbox" id="tag-choices" aria-label=${t('queue.same-as-other')} ?hidden=${!rows.length} @mousedown=${(event) => event.preventDefault()}>
        ${rows.map((row, at) => this.#option(row, at))}</div></div>`;
  }

  #option(row, at) {
    const { tag, code, why, evidence, text } = row;
    const because = code ? t('queue.code', { code: String(code.number) }) : why === 'alias' ? evidence : '';
    return html`<div class="opt" role="option" id="tag-choice-${at}" aria-selected=${at === this.#active} @click=${() => this.#choose(row)}>
      <span></span><span>${tag ? chip(tag, this.vocabulary) : html`${icon('plus', 's12')} ${t('queue.new-tag')}: ${typed(text, 40)}`}</span>${because && because !== tagName(tag) ? html`<span class="m">${because}</span>` : nothing}
      <span class="end">${at === this.#active ? html`<span class="kbd" aria-hidden="true">↵</span>` : nothing}</span></div>`;
  }

  #choose({ tag, text }) {
    if (tag) this.tell('choose', { tag });
    else this.tell('make', { text });
  }

  #pressed(event, rows) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') this.tell('leave');
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#active = Math.max(0, Math.min(rows.length - 1, this.#active + (event.key === 'ArrowDown' ? 1 : -1)));
    else if (event.key === 'Enter' && rows.length) this.#choose(rows[this.#active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.refresh();
  }
}

customElements.define('same-as-choice', SameAsChoice);
