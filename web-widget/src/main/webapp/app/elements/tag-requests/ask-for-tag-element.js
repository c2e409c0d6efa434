import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { askFor, readAlike } from '../../api/requests.js';
import { parts, t } from '../../i18n/texts.js';
import { ticketsOf, wrongIn } from '../../state/requests.js';
import { short, tagName, typed } from '../parts/chip.js';
import { chip, selectField, wordField } from '../tags-page/tag-words.js';
import { RequestForm, told } from './request-form.js';

const QUIET = 250;

/**
 * Asks for a tag or a code. What might be the same is shown while the name is typed.
 * Events: `asked` {request}, `support` {request, tickets, account} where somebody asked for it already, `cancelled`.
 */
export class AskForTag extends RequestForm {
  typed = { kind: 'tag', name: '', purpose: '', words: '', tickets: '', account: '' };
  #alike = { near: [], requests: [] };
  #clock = 0;
  #asking = null;

  connectedCallback() {
    super.connectedCallback();
    if (this.typed.name) this.#look();
  }

  disconnectedCallback() {
    clearTimeout(this.#clock);
    this.#asking?.abort();
  }

  view() {
    return this.form(html`<h2 id="request-form-title" tabindex="-1">${t('requests.ask-title')}</h2>`);
  }

  verb() {
    return t('requests.send');
  }

  fields() {
    const kinds = [['tag', t('requests.kind.tag')], ['code', t('requests.kind.code')]];
    return html`${selectField(this, { field: 'kind', label: t('requests.kind'), hint: t('requests.kind-hint'), options: kinds })}
      ${wordField(this, { field: 'name', label: t('requests.name'), hint: t('requests.name-hint'), input: html`<div aria-live="polite">${this.#same()}</div>` })}
      ${wordField(this, { field: 'purpose', label: t('requests.purpose'), hint: t('requests.purpose-hint'), area: true, rows: 2 })}
      ${wordField(this, { field: 'words', label: t('requests.words'), hint: t('requests.words-hint'), optional: true, area: true, rows: 3 })}
      ${this.ticketFields()}`;
  }

  /** "Did you mean …": tags that are there, and requests that wait. */
  #same() {
    const { near, requests } = this.#alike;
    const tags = near.map((each) => ({ ...each, tag: this.vocabulary.tag(each.tagId) })).filter(({ tag, retired }) => tag && !retired);
    return html`${tags.length ? html`<div class="near"><h3>${t('requests.near')}</h3><ul>${tags.map(({ tag, contacts }) => html`<li><span>${chip(tag, this.vocabulary)}
          ${this.vocabulary.codesOf(tag).map(({ number }) => html`<span class="code">${number}</span>`)} <span class="small sub">${parts('tags.near-contacts', { count: contacts })}</span></span></li>`)}</ul></div>` : nothing}
      ${requests.length ? html`<div class="near"><h3>${t('requests.near-requests')}</h3><ul>${requests.map((request) => html`<li><span>${typed(request.name, 60)} <span class="small sub">${t('requests.asked-by', { name: short(request.askedBy, 40) })}</span></span>
          <button class="btn sm" type="button" @click=${() => this.#support(request)}>${t('requests.support')}<span class="sr"> ${request.name}</span></button></li>`)}</ul></div>` : nothing}`;
  }

  take(field, value) {
    super.take(field, value);
    if (field === 'name') this.#look();
  }

  #look() {
    clearTimeout(this.#clock);
    this.#asking?.abort();
    this.#clock = setTimeout(() => this.#ask(), QUIET);
  }

  async #ask() {
    const name = this.typed.name.trim();
    this.#asking = new AbortController();
    try {
      const found = name && [...name].length <= 60 ? await readAlike(name, this.#asking.signal) : { near: [], requests: [] };
      if (name === this.typed.name.trim()) this.#alike = found;
    } catch (problem) {
      if (problem.code === 'stopped') return;
      this.#alike = { near: [], requests: [] }; // sending tells what is wrong
    }
    this.refresh();
  }

  check() {
    return told(wrongIn(this.typed, this.accounts));
  }

  async send() {
    const { kind, name, purpose, words } = this.typed;
    const request = await askFor({ kind, name: name.trim(), purpose: purpose.trim(), words: words.trim(), ...ticketsOf(this.typed) });
    this.tell('asked', { request });
  }

  refuse(problem) {
    super.refuse(problem);
    if (problem.code === 'exists-already') {
      const tag = this.vocabulary.tag(problem.fields.tagId);
      this.errors = { name: () => t('requests.refused.exists-already', { tag: tag ? tagName(tag) : problem.fields.tag }) };
    } else if (problem.code === 'already-asked') this.#look();
  }

  #support({ id }) {
    const { tickets, account } = this.typed;
    this.tell('support', { id, tickets, account });
  }
}

customElements.define('ask-for-tag', AskForTag);
