import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { number, spoken, t } from '../../i18n/texts.js';
import { nameIn, languageOfName } from '../../state/vocabulary.js';
import { PageElement, icon } from '../page-element.js';
import './family-forms.js';
import './tag-end-forms.js';
import './tag-name-forms.js';
import './tag-words-form-element.js';
import { DECISIONS, mayDecide, tagDetail } from './tag-detail.js';

/**
 * Beside the list: what is said of a tag, the families, or a decision that is being made. A decision under way stays until it is
 * published or cancelled, whatever row is turned to. Events: `opened` where that was asked of the pane, `closed`, and those of the forms.
 */
export class TagPane extends PageElement {
  vocabulary = null;
  usage = null;
  accounts = [];
  rows = [];
  #shown = null; // {tagId} or {families: true}
  #form = null;
  #aside = null; // a decision that was left to look at a tag

  constructor() {
    super();
    this.addEventListener('published', () => this.#end());
    this.addEventListener('cancelled', () => this.#cancel());
  }

  connectedCallback() {
    this.className = 'pane';
    this.setAttribute('role', 'region');
    super.connectedCallback();
  }

  get isOpen() {
    return this.#shown !== null || this.#form !== null;
  }

  /** The tag that is shown; null if none is. */
  get tagId() {
    return this.#shown?.tagId ?? null;
  }

  get isDeciding() {
    return this.#form !== null;
  }

  /** The vocabulary was read anew: what is shown follows, a decision under way keeps what it was made from. */
  renewed() {
    if (this.#shown?.tagId && !this.vocabulary.tag(this.#shown.tagId)) this.#shown = null;
    this.refresh();
  }

  /** Shows a tag; a decision that nothing was typed for gives way. */
  show(tagId) {
    if (this.#form?.dirty) return;
    this.#form = null;
    this.#shown = { tagId };
    this.refresh();
  }

  /** Shows the row that was turned to, if the pane shows tags. */
  follow(tagId) {
    if (this.#shown?.tagId && !this.#form) this.#shown = { tagId };
  }

  /** Shows a tag while a decision is made; one button leads back to that. */
  peek(tagId) {
    if (this.#form?.dirty) this.#aside = this.#form;
    this.#form = null;
    this.#shown = { tagId };
    this.refresh();
  }

  #takeUp() {
    this.#form = this.#aside;
    this.#aside = null;
    this.refresh();
    this.#toForm();
  }

  showFamilies() {
    if (this.#form?.dirty) return;
    this.#form = null;
    this.#shown = { families: true };
    this.tell('opened');
    this.toTitle();
  }

  /** Begins a decision. @param {?number} tagId the tag it is about @param {object} fields more of the form's properties */
  decide(form, tagId, fields = {}) {
    if (this.#form?.dirty) return this.#toForm();
    if (tagId) this.#shown = { tagId };
    const { vocabulary, usage, accounts } = this;
    this.#form = Object.assign(document.createElement(form), { vocabulary, usage, accounts, tag: tagId ? vocabulary.tag(tagId) : null, ...fields });
    this.refresh();
    this.#toForm();
  }

  /** @return whether the key stands for a decision about this tag */
  decideByKey(key, tagId) {
    const decision = DECISIONS[key];
    if (!decision || !mayDecide(this.vocabulary.tag(tagId), decision)) return false;
    this.decide(decision.form, tagId);
    return true;
  }

  toTitle() {
    this.afterwards(() => requestAnimationFrame(() => this.querySelector('h2')?.focus())); // after the pane was shown
  }

  #toForm() {
    const first = () => (this.#form?.querySelector('form input, form select, form textarea') ?? this.#form?.querySelector('h2'))?.focus();
    this.afterwards(() => requestAnimationFrame(first)); // after the form was drawn, and the pane shown
  }

  view() {
    this.setAttribute('aria-label', t('tags.pane'));
    if (this.#form) return html`${this.#form}`;
    if (!this.#shown) return nothing;
    const row = this.#shown.tagId ? this.rows.find(({ tag }) => tag.id === this.#shown.tagId) : null;
    const close = () => this.#close();
    return html`<div class="panehead" @keydown=${(event) => this.#pressed(event)}>${this.#aside ? html`<button class="btn sm" type="button" data-act="take-up" @click=${() => this.#takeUp()}>${t('tags.take-up')}</button>` : nothing}<button class="btn link sm" type="button" data-act="close" @click=${close}>${icon('x')}${t('tags.close')} <span class="kbd" aria-hidden="true">Esc</span></button></div>
      <div @keydown=${(event) => this.#pressed(event)}>${row ? tagDetail(row, this.vocabulary, this.usage, (key) => this.decideByKey(key, row.tag.id)) : this.#families()}</div>`;
  }

  #families() {
    const counts = new Map();
    for (const { tag } of this.rows) counts.set(tag.family, (counts.get(tag.family) ?? 0) + 1);
    return html`<div class="tagdetail"><div><h2 tabindex="-1">${t('tags.families')}</h2><p class="sub">${t('tags.families-text')}</p></div>
      <div><button class="btn" type="button" data-act="new-family" @click=${() => this.decide('family-form', null)}>${icon('plus')}${t('tags.family-new')}</button></div>
      <ul class="families">${this.vocabulary.families.map((family) => this.#family(family, counts.get(family.name) ?? 0))}</ul></div>`;
  }

  #family(family, count) {
    const shown = nameIn(family, spoken());
    return html`<li><span class="swatch" data-hue=${family.hue}><span class="dot" aria-hidden="true"></span><span><span class="strong" lang=${languageOfName(family, spoken())}>${shown}</span>${shown === family.name ? nothing : html` <span class="sub">${family.name}</span>`}<br><span class="small sub">${t('tags.family-count', { count, shown: number(count) })}</span></span></span>
      <span class="rowacts"><button class="btn sm" type="button" @click=${() => this.decide('family-form', null, { family })}>${t('tags.family-edit')}<span class="sr"> ${shown}</span></button>
        ${count ? nothing : html`<button class="btn sm" type="button" @click=${() => this.decide('family-forget-form', null, { family })}>${t('tags.family-forget')}<span class="sr"> ${shown}</span></button>`}</span></li>`;
  }

  #pressed(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #close() {
    this.#shown = null;
    this.tell('closed');
  }

  /** Published: what was shown before is shown again. */
  #end() {
    this.#form = null;
    this.refresh();
  }

  #cancel() {
    this.#form = null;
    if (this.#shown) {
      this.refresh();
      this.toTitle();
    } else this.tell('closed');
  }
}

customElements.define('tag-pane', TagPane);
