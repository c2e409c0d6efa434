import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { number, t } from '../../i18n/texts.js';
import { TagSearch, shownRows, tagRows } from '../../state/tag-list.js';
import { short, tagName } from '../parts/chip.js';
import { PageElement, icon } from '../page-element.js';
import { chip } from './tag-words.js';

const MOST = 8;
const PAGE = 5;

/**
 * Chooses one live house tag by any of its names. A combobox whose list pushes what is below; focus stays in the field.
 * Properties: `vocabulary`, `usage`, `without` (ids that can't be chosen), `chosen` (id or null), `label`, `name`, `error`. Event: `chosen` {id}.
 */
export class TagChoice extends PageElement {
  vocabulary = null;
  usage = null;
  without = [];
  chosen = null;
  label = '';
  name = 'target';
  error = '';
  #typed = '';
  #open = false;
  #active = 0;
  #known = null; // {version, rows, search}

  get #rows() {
    if (this.#known?.vocabulary !== this.vocabulary) {
      const rows = tagRows(this.vocabulary, this.usage);
      this.#known = { vocabulary: this.vocabulary, rows, search: new TagSearch(rows, this.vocabulary.content.abbreviations) };
    }
    const { rows, search } = this.#known;
    return shownRows(rows, search, { typed: this.#typed, family: '', facet: '', life: 'live', sort: {} }, tagName).filter(({ tag }) => !this.without.includes(tag.id));
  }

  view() {
    const id = `tag-${this.name}`;
    const tag = this.chosen ? this.vocabulary.tag(this.chosen) : null;
    if (tag) return this.#taken(tag, id);
    const found = this.#open ? this.#rows : [];
    const rows = found.slice(0, MOST);
    const open = rows.length > 0;
    const about = [`${id}-hint`, this.error && `${id}-error`].filter(Boolean).join(' ');
    return html`<div class="formrow wide"><label class="label" for=${id}>${this.label}</label><p class="hint" id="${id}-hint">${t('tags.choose-hint')}</p>
      <div class="field">${icon('search')}<input class="input ${this.error ? 'bad' : ''}" id=${id} name=${this.name} role="combobox" aria-expanded=${open} aria-controls="${id}-list" aria-autocomplete="list"
        aria-activedescendant=${open ? `${id}-${this.#active}` : nothing} aria-invalid=${Boolean(this.error)} aria-describedby=${about} autocomplete="off" autocapitalize="off" spellcheck="false"
        .value=${this.#typed} @input=${(event) => this.#type(event)} @compositionend=${(event) => this.#type(event)} @focus=${() => this.#unfold()} @click=${() => this.#unfold()} @blur=${() => this.#fold()} @keydown=${(event) => this.#pressed(event)}></div>
      <div class="opts" ?hidden=${!open}><div role="listbox" id="${id}-list" aria-label=${this.label} @mousedown=${(event) => event.preventDefault()}>${rows.map((row, at) => this.#option(row, at, id))}</div>
        ${found.length > MOST ? html`<p class="cap">${t('field.narrow', { count: found.length })}</p>` : nothing}</div>
      <p class="small sub" role="status">${this.#open && this.#typed.trim() && !open ? t('field.none', { text: short(this.#typed.trim(), 40) }) : nothing}</p>
      ${this.error ? html`<p class="errtext" id="${id}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${this.error}</span></p>` : nothing}</div>`;
  }

  #taken(tag, id) {
    return html`<div class="formrow wide" role="group" aria-labelledby="${id}-name"><span class="label" id="${id}-name">${this.label}</span>
      <span class="taken">${chip(tag, this.vocabulary)}<button class="btn sm" type="button" id=${id} @click=${() => this.#other()}>${t('tags.choose-other')}</button></span></div>`;
  }

  #option({ tag, contacts }, at, id) {
    return html`<div class="opt" role="option" id="${id}-${at}" aria-selected=${at === this.#active} @click=${() => this.#take(tag)}>
      <span>${chip(tag, this.vocabulary)}</span><span class="end small sub num">${number(contacts)}</span></div>`;
  }

  #type(event) {
    this.#typed = event.target.value;
    if (event.isComposing) return;
    this.#open = true;
    this.#active = 0;
    this.refresh();
  }

  #unfold() {
    this.#open = true;
    this.refresh();
  }

  #fold() {
    this.#open = false;
    this.refresh();
  }

  #pressed(event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    const rows = this.#open ? this.#rows.slice(0, MOST) : [];
    if (by) {
      this.#active = this.#open ? Math.max(0, Math.min(rows.length - 1, this.#active + by)) : 0;
      this.#open = true;
    } else if (event.key === 'Enter' && rows[this.#active]) {
      this.#take(rows[this.#active].tag);
    } else if (event.key === 'Escape' && (this.#typed || this.#open)) {
      this.#typed = '';
      this.#open = false;
    } else return;
    event.preventDefault();
    this.refresh();
  }

  #take(tag) {
    this.#typed = '';
    this.#open = false;
    this.chosen = tag.id;
    this.tell('chosen', { id: tag.id });
    this.afterwards(() => this.querySelector('button')?.focus());
  }

  #other() {
    this.chosen = null;
    this.tell('chosen', { id: null });
    this.afterwards(() => this.querySelector('input')?.focus());
  }
}

customElements.define('tag-choice', TagChoice);
