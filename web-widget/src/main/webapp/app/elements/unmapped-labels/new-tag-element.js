import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { previewChanges } from '../../api/vocabulary.js';
import { spoken, t } from '../../i18n/texts.js';
import { correctedName, folded, madeTags, underFamily } from '../../state/queue.js';
import { languageOfName, nameIn } from '../../state/vocabulary.js';
import { refusedText } from '../change-preview/decision-words.js';
import { typed } from '../parts/chip.js';
import { icon, PageElement } from '../page-element.js';
import { chip } from './queue-words.js';

const NEAR = 3;

/** The form for a new tag, filled with the corrected name. Events: `choose` {changes}, `leave`. */
export class NewTag extends PageElement {
  finder = null;
  vocabulary = null;
  /** The draft's decisions, which may make this tag already. */
  decisions = [];
  #labels = [];
  #family = '';
  #name = '';
  #problem = '';
  #busy = false;

  /** @param {string[]} labels that shall mean it @param {?object} best what the first of them resembles @param {?string} text that it shall be called by */
  start(labels, best, text) {
    this.#labels = labels;
    ({ family: this.#family, name: this.#name } = correctedName(text ?? labels[0], this.vocabulary, best));
    this.#problem = '';
    this.#busy = false;
    this.afterwards(() => this.querySelector('input')?.focus());
  }

  view() {
    if (!this.vocabulary) return nothing;
    const { families } = this.vocabulary;
    const named = (event) => {
      this.#name = event.target.value;
      this.#family = families.find(({ name }) => this.#name.startsWith(`${name}_`))?.name ?? this.#family;
      this.#problem = '';
      this.refresh();
    };
    const moved = (event) => {
      this.#name = underFamily(this.#name, this.#family, event.target.value);
      this.#family = event.target.value;
      this.refresh();
    };
    return html`<form class="newtag" novalidate @submit=${(event) => this.#send(event)} @keydown=${(event) => this.#pressed(event)}>
      <h3>${t('queue.new-tag')}</h3>
      <div class="formrow"><label class="label" for="new-family">${t('queue.family')}</label>
        <select class="select" id="new-family" @change=${moved}>${families.map(
          (family) => html`<option value=${family.name} .selected=${live(family.name === this.#family)} lang=${languageOfName(family, spoken())}>${nameIn(family, spoken())}</option>`,
        )}</select></div>
      <div class="formrow"><label class="label" for="new-name">${t('queue.name')}</label>
        <input class="input nolead ${this.#problem ? 'bad' : ''}" id="new-name" .value=${live(this.#name)} autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-invalid=${Boolean(this.#problem)} aria-describedby=${this.#problem ? 'new-error' : nothing} @input=${named}>
        ${this.#problem ? html`<p class="errtext" id="new-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${this.#problem}</span></p>` : nothing}</div>
      ${this.#near()}
      <p class="small sub">${t('queue.will-mean', { count: this.#labels.length })} ${this.#labels.slice(0, 5).map((label, at) => html`${at ? ' · ' : ''}${typed(label, 40)}`)}${this.#labels.length > 5 ? '…' : ''}</p>
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${t('queue.create')}</button>
        <button class="btn" type="button" @click=${() => this.tell('leave')}>${t('queue.cancel')}</button></div></form>`;
  }

  /** Tags that a lead might not know of. */
  #near() {
    const rest = this.#name.slice(this.#name.indexOf('_') + 1);
    const found = new Map();
    for (const text of [this.#name, rest]) for (const row of this.finder.find(text).rows) if (row.tag) found.set(row.tag.id, row.tag);
    const tags = [...found.values()].slice(0, NEAR);
    if (!tags.length) return nothing;
    const place = (tag) => this.tell('choose', { changes: this.#labels.map((label) => ({ do: 'place-label', label, tagId: tag.id })) });
    return html`<div><p class="small sub">${t('queue.did-you-mean')}</p><div class="might">${tags.map(
      (tag) => html`<button class="btn sm" type="button" @click=${() => place(tag)}>${chip(tag, this.vocabulary)}</button>`,
    )}</div></div>`;
  }

  async #send(event) {
    event.preventDefault();
    if (this.#busy) return;
    const name = this.#name.trim();
    if (!name) return this.#refuse(t('queue.no-name'));
    const made = madeTags(this.decisions).find((tag) => folded(tag.name) === folded(name));
    if (made) return this.tell('choose', { tag: made });
    this.#busy = true;
    const add = { do: 'add-tag', name, family: this.#family, about: { names: {} } };
    const changes = [add, ...this.#labels.map((label) => ({ do: 'place-label-under', label, tagName: name }))];
    try {
      await previewChanges(changes);
      this.tell('choose', { changes });
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
      // a label that spells its new tag needs no alias; the draft takes it as fulfilled
      else if (problem.code === 'already-so' && problem.fields.position > 0) this.tell('choose', { changes });
      else this.#refuse(refusedText({ code: problem.code, detail: problem.fields?.detail, fields: problem.fields }));
    }
  }

  #refuse(text) {
    this.#busy = false;
    this.#problem = text;
    this.afterwards(() => this.querySelector('input')?.focus());
  }

  #pressed(event) {
    if (event.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.tell('leave');
  }
}

customElements.define('new-tag', NewTag);
