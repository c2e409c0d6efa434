import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { changeAccount, disconnectAccount } from '../../api/console.js';
import { t } from '../../i18n/texts.js';
import { MODES, asksForUser } from '../../state/connection.js';
import { formField } from '../parts/form-field.js';
import { banner } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { refusalText } from './connection-words.js';
import './held-changes-element.js';

/** What an admin may do with one account. Tells `changed` after each step, with words for the page where the account is gone. */
export class AccountControls extends PageElement {
  #account = null;
  #open = null; // 'key' or 'leave': the form that is open
  #errors = {};
  #trouble = null;
  #busy = false;
  #deletes = false;

  set account(account) {
    this.#account = account;
    this.refresh();
  }

  view() {
    const { id, connection } = this.#account;
    const own = connection.source !== 'operator';
    return html`<div class="steer">
      ${own ? nothing : html`<p class="small sub">${t('account.by-operator')}</p>`}
      ${connection.source === 'nobody' ? html`<p class="small sub">${t('account.by-nobody')}</p>` : nothing}
      <div class="rowacts">
        <button class="btn sm" type="button" aria-disabled=${this.#busy} @click=${() => this.#change({ paused: !connection.paused })}>${icon(connection.paused ? 'refresh-cw' : 'pause')}${t(connection.paused ? 'account.resume' : 'account.pause')}</button>
        ${own ? html`<button class="btn sm" type="button" data-open="key" aria-expanded=${this.#open === 'key'} @click=${() => this.#turnTo('key')}>${t('account.key')}</button>
          <button class="btn sm" type="button" data-open="leave" aria-expanded=${this.#open === 'leave'} @click=${() => this.#turnTo('leave')}>${t('account.leave')}</button>` : nothing}
        <span class="inline"><label for="writing-${id}">${t('writing.name')}</label>
          <select class="select" id="writing-${id}" .value=${connection.writeBack} @change=${(event) => this.#change({ writeBack: event.target.value })}>
            ${MODES.map((mode) => html`<option value=${mode} ?selected=${mode === connection.writeBack}>${t(`writing.${mode}`)}</option>`)}</select></span>
      </div>
      <div role="status">${this.#trouble ? banner({ kind: 'warn', symbol: 'triangle-alert', title: this.#trouble }) : nothing}</div>
      ${this.#open === 'key' ? this.#keyForm() : this.#open === 'leave' ? this.#leaveForm() : nothing}
      ${connection.writeBack === 'review' || connection.held ? html`<held-changes .account=${this.#account}></held-changes>` : nothing}
    </div>`;
  }

  #keyForm() {
    const { id, connector } = this.#account;
    return html`<form class="form" novalidate @submit=${(event) => this.#giveKey(event)} @keydown=${(event) => this.#closes(event)}>
      ${asksForUser(connector) ? formField({ id: `user-${id}`, name: 'user', type: 'email', label: t('connect.user'), hint: t('account.user-hint'), error: this.#errors.user }) : nothing}
      ${formField({ id: `key-${id}`, name: 'key', type: 'password', autocomplete: 'new-password', label: t(`connect.key.${connector}`), hint: t(`connect.key-hint.${connector}`), error: this.#errors.key })}
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${t('account.give-key')}</button>
        <button class="btn" type="button" @click=${() => this.#turnTo(null)}>${t('people.cancel')}</button></div>
    </form>`;
  }

  #leaveForm() {
    const { id, subdomain } = this.#account;
    const choose = (deletes) => {
      this.#deletes = deletes;
      this.#errors = {};
      this.refresh();
    };
    return html`<form class="form" novalidate @submit=${(event) => this.#leave(event)} @keydown=${(event) => this.#closes(event)}>
      <fieldset class="formrow"><legend class="label">${t('account.leave-title', { name: subdomain })}</legend>
        <label class="tick"><input type="radio" name="data" value="keep" .checked=${!this.#deletes} @change=${() => choose(false)}>${t('account.keep-data')}</label>
        <label class="tick"><input type="radio" name="data" value="delete" .checked=${this.#deletes} @change=${() => choose(true)}>${t('account.delete-data')}</label></fieldset>
      ${this.#deletes ? formField({ id: `confirm-${id}`, name: 'confirm', label: t('account.confirm', { name: subdomain }), hint: t('account.confirm-hint'), error: this.#errors.confirm }) : nothing}
      <div class="rowacts"><button class="btn" type="submit" aria-disabled=${this.#busy}>${t(this.#deletes ? 'account.leave-and-delete' : 'account.leave')}</button>
        <button class="btn" type="button" @click=${() => this.#turnTo(null)}>${t('people.cancel')}</button></div>
    </form>`;
  }

  #turnTo(form) {
    const from = this.#open;
    this.#open = form === from ? null : form;
    this.#errors = {};
    this.#trouble = null;
    this.#deletes = false;
    this.afterwards(() => this.querySelector(this.#open ? 'form input' : `[data-open="${from}"]`)?.focus());
  }

  #closes(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.#turnTo(null);
  }

  #change(fields) {
    return this.#act(() => changeAccount(this.#account.id, fields));
  }

  #giveKey(event) {
    event.preventDefault();
    const { user = '', key } = Object.fromEntries(new FormData(event.target));
    this.#errors = {};
    if (!key.trim()) {
      this.#errors.key = t(`connect.no-key.${this.#account.connector}`);
      return this.#turnToError();
    }
    const fields = user.trim() ? { user: user.trim(), key: key.trim() } : { key: key.trim() };
    return this.#act(() => changeAccount(this.#account.id, fields), () => this.#turnTo(null));
  }

  #leave(event) {
    event.preventDefault();
    const { subdomain, id } = this.#account;
    const typed = this.#deletes ? event.target.elements.confirm.value.trim() : null;
    this.#errors = {};
    if (this.#deletes && typed !== subdomain) {
      this.#errors.confirm = t('account.not-confirmed', { name: subdomain });
      return this.#turnToError();
    }
    const gone = t(this.#deletes ? 'account.gone-deleted' : 'account.gone', { name: subdomain });
    return this.#act(() => disconnectAccount(id, typed), () => this.tell('changed', { gone }));
  }

  async #act(act, then = () => {}) {
    if (this.#busy) return;
    this.#busy = true;
    this.#trouble = null;
    this.refresh();
    try {
      await act();
      this.tell('changed', {});
      then();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      const select = this.querySelector('select');
      if (select) select.value = this.#account.connection.writeBack;
      const told = refusalText(problem, this.#account.connector);
      if (this.#open === 'key' && ['user', 'key'].includes(problem.fields?.field)) this.#errors[problem.fields.field] = told;
      else this.#trouble = told;
      this.#turnToError();
    } finally {
      this.#busy = false;
      this.refresh();
    }
  }

  #turnToError() {
    this.afterwards(() => this.querySelector('[aria-invalid="true"]')?.focus());
  }
}

customElements.define('account-controls', AccountControls);
