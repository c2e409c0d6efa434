import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { connectAccount, testConnection } from '../../api/console.js';
import { t } from '../../i18n/texts.js';
import { MODES, VENDORS, asksForUser, missing, nameOf, request, testOf } from '../../state/connection.js';
import { formField } from '../parts/form-field.js';
import { banner } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { refusalText, stepList } from './connection-words.js';

const FIELDS = ['subdomain', 'user', 'key', 'from', 'writeBack'];

/** Guides an admin from nothing to a connected helpdesk. Tells `connected` with the account's name. */
export class ConnectForm extends PageElement {
  mayCancel = false;
  #connector = VENDORS[0];
  #errors = {}; // by field: a function that tells it, so that it follows the language
  #report = null;
  #trouble = null;
  #busy = null; // 'test' or 'connect' while the server works

  view() {
    const vendor = this.#connector;
    const helpdesk = nameOf(vendor);
    return html`<form class="form connect" novalidate aria-labelledby="connect-title" @submit=${(event) => this.#connect(event)} @input=${(event) => this.#typed(event)}>
      <div><h2 id="connect-title" tabindex="-1">${t('connect.title')}</h2><p class="sub">${t('connect.text')}</p></div>
      <fieldset class="formrow"><legend class="label">${t('connect.vendor')}</legend>
        ${VENDORS.map((each) => html`<label class="tick"><input type="radio" name="connector" value=${each} .checked=${each === vendor} @change=${() => this.#choose(each)}>
          <span class="host" aria-hidden="true">${nameOf(each)[0]}</span>${nameOf(each)}</label>`)}</fieldset>
      ${this.#field('subdomain', 'text', t(`connect.subdomain-hint.${vendor}`))}
      ${asksForUser(vendor) ? this.#field('user', 'email', t('connect.user-hint')) : nothing}
      ${this.#field('key', 'password', t(`connect.key-hint.${vendor}`), t(`connect.key.${vendor}`))}
      ${this.#field('from', 'date', t('connect.from-hint'))}
      <div class="formrow"><label class="label" for="connect-writeBack">${t('writing.name')}</label>
        <p class="hint" id="connect-writeBack-hint">${t('writing.hint', { helpdesk })}</p>
        <select class="select" id="connect-writeBack" name="writeBack" aria-describedby="connect-writeBack-hint" aria-invalid=${Boolean(this.#errors.writeBack)}>
          ${MODES.map((mode) => html`<option value=${mode}>${t(`writing.${mode}`)}</option>`)}</select>
        ${this.#errors.writeBack ? html`<p class="errtext">${icon('circle-x')}<span>${this.#errors.writeBack()}</span></p>` : nothing}</div>
      <div class="told-here" role="status">${this.#busy === 'test' ? t('connect.testing', { helpdesk }) : this.#busy ? t('connect.connecting', { helpdesk }) : this.#result()}</div>
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${Boolean(this.#busy)}>${t('connect.do')}</button>
        <button class="btn" type="button" data-act="test" aria-disabled=${Boolean(this.#busy)} @click=${() => this.#test()}>${t('connect.test')}</button>
        ${this.mayCancel ? html`<button class="btn link" type="button" @click=${() => this.tell('cancelled')}>${t('people.cancel')}</button>` : nothing}</div>
    </form>`;
  }

  #field(name, type, hint, label = t(`connect.${name}`)) {
    const autocomplete = type === 'password' ? 'new-password' : 'off';
    return formField({ id: `connect-${name}`, name, type, autocomplete, label, hint, error: this.#errors[name]?.() });
  }

  #result() {
    if (this.#trouble) return banner({ kind: 'danger', symbol: 'circle-x', title: this.#trouble() });
    if (!this.#report) return nothing;
    return stepList(this.#report, this.#connector);
  }

  /** A result speaks about what was typed when it was asked for. */
  #typed(event) {
    if (!this.#report && !this.#errors[event.target.name]) return;
    this.#report = null;
    delete this.#errors[event.target.name];
    this.refresh();
  }

  #choose(connector) {
    this.#connector = connector;
    this.#forget();
    this.refresh();
  }

  #forget() {
    this.#errors = {};
    this.#report = null;
    this.#trouble = null;
  }

  /** What was typed; null, with the first wrong field in focus, if something is missing. */
  #read() {
    const typed = { user: '', ...Object.fromEntries(new FormData(this.querySelector('form'))), connector: this.#connector };
    this.#forget();
    for (const [field, key] of Object.entries(missing(typed))) this.#errors[field] = () => t(key);
    if (!Object.keys(this.#errors).length) return typed;
    this.#turnToError();
    return null;
  }

  async #test() {
    const typed = this.#busy ? null : this.#read();
    if (!typed) return;
    await this.#ask('test', async () => {
      this.#report = await testConnection(testOf(typed));
      if (this.#report.failure) this.#refuse(this.#report.failure.field, { code: this.#report.failure.code, fields: this.#report.failure });
    });
  }

  async #connect(event) {
    event.preventDefault();
    const typed = this.#busy ? null : this.#read();
    if (!typed) return;
    await this.#ask('connect', async () => {
      const { subdomain } = await connectAccount(request(typed));
      this.querySelector('form').reset();
      this.tell('connected', { subdomain });
    });
  }

  async #ask(what, act) {
    this.#busy = what;
    this.refresh();
    try {
      await act();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#refuse(problem.fields?.field, problem);
    } finally {
      this.#busy = null;
      this.#turnToError();
    }
  }

  #refuse(field, problem) {
    const connector = this.#connector;
    const told = () => refusalText(problem, connector);
    if (FIELDS.includes(field) && (field !== 'user' || asksForUser(connector))) this.#errors[field] = told;
    else this.#trouble = told;
  }

  #turnToError() {
    this.afterwards(() => this.querySelector('[aria-invalid="true"]')?.focus());
  }
}

customElements.define('connect-form', ConnectForm);
