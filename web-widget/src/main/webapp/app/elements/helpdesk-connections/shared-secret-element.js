import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { giveSecret, makeSecret } from '../../api/console.js';
import { hasText, moment, t } from '../../i18n/texts.js';
import { copyField, copyText } from '../parts/copy-field.js';
import { banner } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { refusalText } from './connection-words.js';

/**
 * A secret that a helpdesk and Tagsmith share: who gave it, and how to give it. Never shows one but just after making it.
 *
 * Properties: `account`, `secret` (as the server tells it). Tells `changed` after each step.
 */
export class SharedSecret extends PageElement {
  #account = null;
  #secret = null;
  #open = false;
  #made = null;
  #copied = null;
  #error = '';
  #told = '';
  #busy = false;

  set account(account) {
    this.#account = account;
    this.refresh();
  }

  set secret(secret) {
    this.#secret = secret;
    this.refresh();
  }

  view() {
    const { source, setting, changedBy, changedAt, madeHere, purpose } = this.#secret;
    if (source === 'operator') return html`<p class="small sub">${t('secret.by-operator', { setting })}</p>`;
    const given = source === 'admin';
    return html`<div class="secret">
      ${given ? html`<p class="small sub">${t('secret.by-admin', { name: changedBy, time: moment(changedAt) })}</p>` : this.#missing(source, purpose)}
      ${this.#made ? this.#shown() : nothing}
      ${madeHere ? this.#maker(given) : this.#open || !given ? this.#form(given) : html`<div><button class="btn sm" type="button" @click=${() => this.#turnTo(true)}>${t('secret.replace')}</button></div>`}
      <p class="small sub" role="status">${this.#told}</p>
    </div>`;
  }

  #missing(source, purpose) {
    const unreadable = source === 'unreadable';
    return banner({
      kind: 'warn',
      symbol: 'triangle-alert',
      title: t(unreadable ? 'secret.unreadable' : 'secret.none'),
      text: t(unreadable ? 'secret.unreadable-why' : `secret.none-${purpose}`),
    });
  }

  #shown() {
    return html`${banner({ kind: 'ok', symbol: 'circle-check', title: t('secret.made') })}
      ${copyField({ id: this.#id, label: t('secret.value'), text: this.#made, copied: this.#copied, copy: (event) => this.#copy(event) })}`;
  }

  #maker(given) {
    return html`<div class="rowacts"><button class="btn sm" type="button" aria-disabled=${this.#busy} @click=${() => this.#make()}>${t(given ? 'secret.make-new' : 'secret.make')}</button>
      ${given ? html`<span class="small sub">${t('secret.make-new-why')}</span>` : nothing}</div>
      ${this.#error ? html`<p class="errtext">${icon('circle-x')}<span>${this.#error}</span></p>` : nothing}`;
  }

  #form(given) {
    const kind = `${this.#account.connector}-${this.#secret.purpose}`;
    const about = [`${this.#id}-hint`, this.#error && `${this.#id}-error`].filter(Boolean).join(' ');
    return html`<form class="form" novalidate @submit=${(event) => this.#give(event)} @keydown=${(event) => this.#closes(event, given)}>
      <div class="formrow"><label class="label" for=${this.#id}>${t(`secret.${kind}`)}</label>
        <p class="hint" id="${this.#id}-hint">${t(`secret.${kind}-hint`)}</p>
        <textarea class="input nolead ${this.#error ? 'bad' : ''}" id=${this.#id} name="secret" rows="3" autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-invalid=${Boolean(this.#error)} aria-describedby=${about}></textarea>
        ${this.#error ? html`<p class="errtext" id="${this.#id}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${this.#error}</span></p>` : nothing}</div>
      <div class="rowacts"><button class="btn" type="submit" aria-disabled=${this.#busy}>${t('secret.save')}</button>
        ${given ? html`<button class="btn" type="button" @click=${() => this.#turnTo(false)}>${t('people.cancel')}</button>` : nothing}</div>
    </form>`;
  }

  get #id() {
    return `secret-${this.#account.id}-${this.#secret.purpose}`;
  }

  #turnTo(open) {
    this.#open = open;
    this.#error = '';
    this.#told = '';
    this.afterwards(() => this.querySelector(open ? 'textarea' : 'button')?.focus());
  }

  #closes(event, given) {
    if (event.key !== 'Escape' || event.isComposing || !given) return;
    event.preventDefault();
    this.#turnTo(false);
  }

  #give(event) {
    event.preventDefault();
    const typed = event.target.elements.secret.value.trim();
    if (!typed) return this.#refuse(t('secret.enter'));
    return this.#act(async () => {
      await giveSecret(this.#account.id, this.#secret.purpose, typed);
      this.#turnTo(false);
      this.#told = t('secret.saved');
    });
  }

  #make() {
    return this.#act(async () => {
      this.#made = (await makeSecret(this.#account.id, this.#secret.purpose)).secret;
      this.#copied = null;
      this.afterwards(() => this.querySelector('.copy button')?.focus());
    });
  }

  async #copy(event) {
    this.#told = await copyText(event, this.#made);
    this.#copied = true;
    this.refresh();
  }

  async #act(act) {
    if (this.#busy) return;
    this.#busy = true;
    this.#error = '';
    this.refresh();
    try {
      await act();
      this.tell('changed', {});
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      const key = `secret.${problem.code}`;
      this.#refuse(hasText(key) ? t(key) : refusalText(problem, this.#account.connector));
    } finally {
      this.#busy = false;
      this.refresh();
    }
  }

  #refuse(text) {
    this.#error = text;
    this.afterwards(() => this.querySelector('[aria-invalid="true"]')?.focus());
  }
}

customElements.define('shared-secret', SharedSecret);
