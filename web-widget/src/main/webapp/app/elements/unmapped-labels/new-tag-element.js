import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { previewChanges } from '../../api/vocabulary.js';
import { spoken, t } from '../../i18n/texts.js';
import { correctedName, folded, madeTags, underFamily } from '../../state/queue.js';
import { languageOfName, nameIn } from '../../state/vocabulary.js';
import { typed } from '../parts/chip.js';
import { icon, PageElement } from '../page-element.js';
import { NameWatch } from '../tags-page/name-watch.js';
import { refusal } from '../tags-page/tag-words.js';

/**
 * The form for a new tag, filled with the corrected name. While it is typed, the house's rules and tags that might be the same thing
 * are told; creating waits for neither. Events: `choose` {changes}, `leave`.
 */
export class NewTag extends PageElement {
  vocabulary = null;
  /** The draft's decisions, which may make this tag already. */
  decisions = [];
  tag = null; // none is there yet
  typed = { family: '', name: '' };
  #labels = [];
  #problem = '';
  #busy = false;
  #watch = new NameWatch(this, { brief: true, act: (tag) => this.#instead(tag) });

  disconnectedCallback() {
    this.#watch.stop();
  }

  /** @param {string[]} labels that shall mean it @param {?object} best what the first of them resembles @param {?string} text that it shall be called by */
  start(labels, best, text) {
    this.#labels = labels;
    this.typed = correctedName(text ?? labels[0], this.vocabulary, best);
    this.#problem = '';
    this.#busy = false;
    this.#watch.look();
    this.afterwards(() => this.field('name')?.focus());
  }

  field(name) {
    return this.querySelector(`#new-${name}`);
  }

  take(field, value) {
    this.typed = { ...this.typed, [field]: value };
    this.#problem = '';
    this.#watch.look();
    this.refresh();
  }

  view() {
    if (!this.vocabulary) return nothing;
    const { families } = this.vocabulary;
    const { family: chosen, name: given } = this.typed;
    const named = ({ target: { value } }) => {
      this.typed.family = families.find(({ name }) => value.startsWith(`${name}_`))?.name ?? chosen;
      this.take('name', value);
    };
    const moved = ({ target: { value } }) => {
      this.typed.name = underFamily(given, chosen, value);
      this.take('family', value);
    };
    return html`<form class="newtag" novalidate @submit=${(event) => this.#send(event)} @keydown=${(event) => this.#pressed(event)}>
      <h3>${t('queue.new-tag')}</h3>
      <div class="formrow"><label class="label" for="new-family">${t('queue.family')}</label>
        <select class="select" id="new-family" @change=${moved}>${families.map(
          (family) => html`<option value=${family.name} .selected=${live(family.name === chosen)} lang=${languageOfName(family, spoken())}>${nameIn(family, spoken())}</option>`,
        )}</select></div>
      <div class="formrow"><label class="label" for="new-name">${t('queue.name')}</label>
        <input class="input nolead ${this.#problem ? 'bad' : ''}" id="new-name" .value=${live(given)} autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-invalid=${Boolean(this.#problem)} aria-describedby=${this.#problem ? 'new-error' : nothing} @input=${named}>
        ${this.#problem ? html`<p class="errtext" id="new-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${this.#problem}</span></p>` : nothing}</div>
      <div class="watch">${this.#watch.view()}${this.#watch.offers ? html`<p class="small sub"><span class="kbd" aria-hidden="true">↓</span> ${t('queue.to-offers')}</p>` : nothing}</div>
      <p class="small sub">${t('queue.will-mean', { count: this.#labels.length })} ${this.#labels.slice(0, 5).map((label, at) => html`${at ? ' · ' : ''}${typed(label, 40)}`)}${this.#labels.length > 5 ? '…' : ''}</p>
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${t('queue.create')}</button>
        <button class="btn" type="button" @click=${() => this.tell('leave')}>${t('queue.cancel')}</button></div></form>`;
  }

  /** For a near tag: the labels mean that one, and no tag is made. */
  #instead(tag) {
    if (tag.retired) return nothing;
    const place = () => this.tell('choose', { changes: this.#labels.map((label) => ({ do: 'place-label', label, tagId: tag.id })) });
    return html`<button class="btn sm" type="button" @click=${place}>${t('queue.take-near')}<span class="sr"> ${tag.name}</span></button>`;
  }

  async #send(event) {
    event.preventDefault();
    if (this.#busy) return;
    const name = this.typed.name.trim();
    if (!name) return this.#refuse(t('queue.no-name'));
    const made = madeTags(this.decisions).find((tag) => folded(tag.name) === folded(name));
    if (made) return this.tell('choose', { tag: made });
    this.#busy = true;
    const add = { do: 'add-tag', name, family: this.typed.family, about: { names: {} } };
    const changes = [add, ...this.#labels.map((label) => ({ do: 'place-label-under', label, tagName: name }))];
    try {
      await previewChanges(changes);
      this.tell('choose', { changes });
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
      // a label that spells its new tag needs no alias; the draft takes it as fulfilled
      else if (problem.code === 'already-so' && problem.fields.position > 0) this.tell('choose', { changes });
      else this.#refuse(refusal({ code: problem.code, detail: problem.fields?.detail, fields: problem.fields }, this.vocabulary));
    }
  }

  #refuse(text) {
    this.#busy = false;
    this.#problem = text;
    this.afterwards(() => this.field('name')?.focus());
  }

  #pressed(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.tell('leave');
    else if (!this.#walk(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Down from the name to what is offered in its place, and up again. @return whether that was asked for */
  #walk({ key, target }) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const ways = [this.field('name'), ...this.querySelectorAll('.watch button')];
    const to = step && ways.includes(target) ? ways[ways.indexOf(target) + step] : null;
    to?.focus();
    return Boolean(to);
  }
}

customElements.define('new-tag', NewTag);
