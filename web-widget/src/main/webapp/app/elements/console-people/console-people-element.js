import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { addPerson, changePerson, readPeople, removePerson } from '../../api/console.js';
import { t } from '../../i18n/texts.js';
import { DataPage, pageHead } from '../data-page.js';
import { short } from '../parts/chip.js';
import { banner, problemText } from '../parts/states.js';
import { icon } from '../page-element.js';

const ROLES = ['agent', 'lead', 'admin'];
const SHORTEST = 8;

/** Who may sign in to the console, and as what. */
export class ConsolePeople extends DataPage {
  person = null;
  #errors = {};
  #told = null; // {kind, text}
  #removing = null; // name that a second press removes

  arrive() {
    this.#read();
  }

  #read() {
    return this.load(async () => {
      const answer = await readPeople();
      return Array.isArray(answer) ? answer : answer.people;
    });
  }

  view() {
    return html`${pageHead({ title: t('page.people'), text: t('people.text') })}${this.whenLoaded((people) => this.#page(people), {
      loading: t('people.loading'),
      failed: t('people.failed'),
      again: () => this.#read(),
    })}`;
  }

  #page(people) {
    return html`<div class="told" role="status">${this.#told ? banner({ kind: this.#told.kind, symbol: this.#told.kind === 'ok' ? 'circle-check' : 'triangle-alert', title: this.#told.text }) : nothing}</div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('page.people')}><table class="tbl"><caption class="sr">${t('page.people')}</caption>
        <thead><tr><th scope="col">${t('people.name')}</th><th scope="col">${t('people.role')}</th><th scope="col"><span class="sr">${t('people.acts')}</span></th></tr></thead>
        <tbody>${repeat(people, ({ name }) => name, (person) => this.#row(person))}</tbody></table></div>
      ${this.#form()}`;
  }

  #row({ name, role }) {
    const low = String(role).toLowerCase();
    const sure = this.#removing === name;
    return html`<tr><td><bdi class="strong">${short(name, 80)}</bdi>${name === this.person?.name ? html` <span class="badge">${t('people.you')}</span>` : nothing}</td>
      <td><select class="select" aria-label=${t('people.role-of', { name })} @change=${(event) => this.#changeRole(name, event.target)}>
        ${ROLES.map((each) => html`<option value=${each} ?selected=${each === low}>${t(`role.${each}`)}</option>`)}</select></td>
      <td class="r"><button class="btn sm" type="button" aria-label=${t('people.remove-name', { name })} @click=${() => this.#remove(name)}
        @blur=${() => this.#calm()}>${sure ? t('chip.again') : t('people.remove')}</button></td></tr>`;
  }

  #form() {
    return html`<form class="pad form" novalidate @submit=${(event) => this.#add(event)}>
      <h2>${t('people.add-title')}</h2>
      ${this.#field('name', 'text', 'off', t('people.name-hint'))}
      ${this.#field('password', 'password', 'new-password', t('people.password-hint', { count: SHORTEST }))}
      <div class="formrow"><label class="label" for="people-role">${t('people.role')}</label>
        <select class="select" id="people-role" name="role">${ROLES.map((role) => html`<option value=${role}>${t(`role.${role}`)}</option>`)}</select></div>
      <div><button class="btn primary" type="submit">${t('people.add')}</button></div>
    </form>`;
  }

  #field(name, type, autocomplete, hint) {
    const error = this.#errors[name];
    return html`<div class="formrow"><label class="label" for="people-${name}">${t(`people.${name}`)}</label><p class="hint" id="people-${name}-hint">${hint}</p>
      <input class="input nolead ${error ? 'bad' : ''}" id="people-${name}" name=${name} type=${type} autocomplete=${autocomplete} autocapitalize="off" spellcheck="false"
        aria-invalid=${Boolean(error)} aria-describedby="people-${name}-hint${error ? ` people-${name}-error` : ''}">
      ${error ? html`<p class="errtext" id="people-${name}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span></p>` : nothing}</div>`;
  }

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    const { name, password, role } = Object.fromEntries(new FormData(form));
    this.#errors = {};
    if (!name.trim()) this.#errors.name = t('people.no-name');
    if ([...password].length < SHORTEST) this.#errors.password = t('people.short-password', { count: SHORTEST });
    if (Object.keys(this.#errors).length) return this.afterwards(() => form.querySelector('[aria-invalid="true"]')?.focus());
    await this.#act(() => addPerson({ name: name.trim(), password, role }), t('people.added', { name: name.trim() }), () => form.reset());
  }

  #changeRole(name, select) {
    const role = select.value;
    return this.#act(() => changePerson(name, { role }), t('people.changed', { name, role: t(`role.${role}`) }));
  }

  #remove(name) {
    if (this.#removing !== name) {
      this.#removing = name;
      return this.refresh();
    }
    this.#removing = null;
    return this.#act(() => removePerson(name), t('people.removed', { name }));
  }

  #calm() {
    if (this.#removing === null) return;
    this.#removing = null;
    this.refresh();
  }

  async #act(act, done, then = () => {}) {
    try {
      await act();
      this.#told = { kind: 'ok', text: done };
      then();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#told = { kind: 'warn', text: problemText(problem) };
    }
    await this.#read();
  }
}

customElements.define('console-people', ConsolePeople);
