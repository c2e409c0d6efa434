import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { hasNumbers } from '../../state/requests.js';
import { banner, problemText } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { selectField, wordField } from '../tags-page/tag-words.js';

/** Why a request cannot be changed so, in the reader's language. */
export const refusedText = ({ code, fields = {} }) => (hasText(`requests.refused.${code}`) ? t(`requests.refused.${code}`, fields) : problemText({ code, fields }));

/**
 * What the forms about requests share: what was typed stays through refusals, and a refusal stands beside its field.
 * Who extends it gives `fields()`, `check()` (by field a function that tells what is wrong), `send()` and `verb()`.
 */
export class RequestForm extends PageElement {
  vocabulary = null;
  accounts = [];
  typed = {};
  errors = {};
  theirs = {};
  problem = null;
  #busy = false;
  #tried = false;
  #begun = null; // what stood in it before a person typed

  /** Whether leaving would lose something that a person typed. */
  get dirty() {
    return this.#begun !== null && Object.keys(this.typed).some((field) => this.typed[field] !== this.#begun[field]);
  }

  /** Puts something in that nobody typed here. */
  fill(fields) {
    this.typed = { ...this.typed, ...fields };
    this.#begun = null;
  }

  form(head) {
    return html`<form class="form decide" novalidate aria-labelledby="request-form-title" @submit=${(event) => this.#submitted(event)} @keydown=${(event) => this.#pressed(event)}>
      ${head}
      ${this.#summary()}${this.problem ? banner({ kind: 'danger', symbol: 'circle-x', title: refusedText(this.problem), role: 'alert' }) : nothing}
      ${this.fields()}
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${this.verb()}</button>
        <button class="btn" type="button" @click=${() => this.tell('cancelled')}>${t('people.cancel')} <span class="kbd" aria-hidden="true">Esc</span></button></div></form>`;
  }

  #summary() {
    const wrong = Object.entries(this.errors);
    if (wrong.length < 2) return nothing;
    const turn = (event, field) => {
      event.preventDefault();
      this.field(field)?.focus();
    };
    return html`<div class="banner danger summary" tabindex="-1">${icon('circle-x')}<span class="strong">${t('tags.problem')}</span>
      <ul class="b">${wrong.map(([field, told]) => html`<li><a href="#tag-${field}" @click=${(event) => turn(event, field)}>${told()}</a></li>`)}</ul></div>`;
  }

  /** The tickets, and the helpdesk where a mere number does not tell it. */
  ticketFields() {
    const account = this.accounts.length > 1 && hasNumbers(this.typed.tickets ?? '');
    return html`${wordField(this, { field: 'tickets', label: t('requests.tickets'), hint: t('requests.tickets-hint'), area: true, rows: 2 })}
      ${account ? selectField(this, { field: 'account', label: t('requests.account'), hint: t('requests.account-hint'), options: [['', t('requests.account-none')], ...this.accounts.map(({ id, connector, subdomain }) => [String(id), `${nameOf(connector)} · ${subdomain}`])] }) : nothing}`;
  }

  field(name) {
    return this.querySelector(`[name="${CSS.escape(name)}"], #${CSS.escape(`tag-${name}`)}`);
  }

  take(field, value) {
    this.#begun ??= this.typed;
    this.typed = { ...this.typed, [field]: value };
    this.problem = null;
    if (this.#tried && this.errors[field]) this.errors = this.check();
    this.refresh();
  }

  async #submitted(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#tried = true;
    this.problem = null;
    this.errors = this.check();
    if (Object.keys(this.errors).length) return this.#turnToError();
    this.#busy = true;
    this.refresh();
    try {
      await this.send();
    } catch (problem) {
      this.refuse(problem);
    }
    this.#busy = false;
    this.refresh();
  }

  refuse(problem) {
    if (problem.status === 401) return this.tell('signed-out');
    if (problem.code === 'request-changed') return this.tell('newer', problem);
    const field = FIELDS[problem.code] ?? problem.fields?.field;
    if (field && this.typed[field] !== undefined) this.errors = { [field]: () => refusedText(problem) };
    else this.problem = problem;
    this.#turnToError();
  }

  #turnToError() {
    this.afterwards(() => (this.querySelector('.summary') ?? this.querySelector('[aria-invalid="true"]'))?.focus());
  }

  #pressed(event) {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.tell('cancelled');
  }
}

/** Where a refusal that names no field belongs. */
const FIELDS = { 'no-tickets': 'tickets', 'not-a-ticket': 'tickets', 'unknown-helpdesk': 'tickets', 'too-many-tickets': 'tickets', 'request-full': 'tickets', 'which-helpdesk': 'account', 'unknown-account': 'account', 'bad-date': 'dueOn', 'not-a-lead': 'owner', 'below-threshold': 'reason' };

/** Text keys with values, as functions that follow the language. */
export const told = (wrong) => Object.fromEntries(Object.entries(wrong).map(([field, [key, values]]) => [field, () => t(key, values)]));
