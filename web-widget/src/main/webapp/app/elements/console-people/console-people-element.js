import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { addPerson, changePerson, readPeople, removePerson } from '../../api/console.js';
import { t } from '../../i18n/texts.js';
import { DataPage, pageHead } from '../data-page.js';
import { short } from '../parts/chip.js';
import { SHORTEST_PASSWORD, formField, isTooShort } from '../parts/form-field.js';
import { banner, problemText } from '../parts/states.js';
import { hashOf } from '../../state/routes.js';

const ROLES = ['agent', 'lead', 'admin'];

/** Who may sign in to the console, and as what. */
export class ConsolePeople extends DataPage {
  person = null;
  #errors = {};
  #told = null; // {kind, text}
  #removing = null; // name that a second press removes
  #given = null; // name whose new password is being typed

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
    const own = name === this.person?.name;
    return html`<tr><td><bdi class="strong">${short(name, 80)}</bdi>${own ? html` <span class="badge">${t('people.you')}</span>` : nothing}</td>
      <td><select class="select" aria-label=${t('people.role-of', { name })} @change=${(event) => this.#changeRole(name, event.target)}>
        ${ROLES.map((each) => html`<option value=${each} ?selected=${each === low}>${t(`role.${each}`)}</option>`)}</select></td>
      <td><div class="rowacts">${own
        ? html`<a class="btn sm" href=${hashOf('settings')}>${t('password.do')}</a>`
        : html`<button class="btn sm" type="button" data-person=${name} aria-expanded=${this.#given === name} aria-label=${t('people.password-of', { name })}
            @click=${() => this.#turnToPassword(this.#given === name ? null : name)}>${t('password.next')}</button>`}
        <button class="btn sm" type="button" aria-label=${t('people.remove-name', { name })} @click=${() => this.#remove(name)}
          @blur=${() => this.#calm()}>${sure ? t('chip.again') : t('people.remove')}</button></div></td></tr>
      ${this.#given === name ? this.#passwordRow(name) : nothing}`;
  }

  #passwordRow(name) {
    const pressed = (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      this.#turnToPassword(null);
    };
    return html`<tr class="typing"><td colspan="3"><form class="form" novalidate @submit=${(event) => this.#givePassword(event, name)} @keydown=${pressed}>
      ${formField({
        id: 'people-given',
        name: 'given',
        type: 'password',
        autocomplete: 'new-password',
        label: t('people.password-of', { name: short(name, 40) }),
        hint: t('people.password-hint', { count: SHORTEST_PASSWORD }),
        error: this.#errors.given,
      })}
      <div class="rowacts"><button class="btn primary" type="submit">${t('people.give-password')}</button>
        <button class="btn" type="button" @click=${() => this.#turnToPassword(null)}>${t('people.cancel')}</button></div>
    </form></td></tr>`;
  }

  #form() {
    return html`<form class="pad form" novalidate @submit=${(event) => this.#add(event)}>
      <h2>${t('people.add-title')}</h2>
      ${this.#field('name', 'text', 'off', t('people.name-hint'))}
      ${this.#field('password', 'password', 'new-password', t('people.password-hint', { count: SHORTEST_PASSWORD }))}
      <div class="formrow"><label class="label" for="people-role">${t('people.role')}</label>
        <select class="select" id="people-role" name="role">${ROLES.map((role) => html`<option value=${role}>${t(`role.${role}`)}</option>`)}</select></div>
      <div><button class="btn primary" type="submit">${t('people.add')}</button></div>
    </form>`;
  }

  #field(name, type, autocomplete, hint) {
    return formField({ id: `people-${name}`, name, type, autocomplete, label: t(`people.${name}`), hint, error: this.#errors[name] });
  }

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    const { name, password, role } = Object.fromEntries(new FormData(form));
    this.#errors = {};
    if (!name.trim()) this.#errors.name = t('people.no-name');
    if (isTooShort(password)) this.#errors.password = t('people.short-password', { count: SHORTEST_PASSWORD });
    if (Object.keys(this.#errors).length) return this.afterwards(() => form.querySelector('[aria-invalid="true"]')?.focus());
    await this.#act(() => addPerson({ name: name.trim(), password, role }), t('people.added', { name: name.trim() }), () => form.reset());
  }

  /** Opens the field for a person's new password, or closes it: null. */
  #turnToPassword(name) {
    const from = this.#given;
    this.#given = name;
    this.#errors = {};
    this.#told = null;
    this.afterwards(() => this.querySelector(name ? '#people-given' : `[data-person="${CSS.escape(from)}"]`)?.focus());
  }

  async #givePassword(event, name) {
    event.preventDefault();
    const password = event.target.elements.given.value;
    this.#errors = {};
    if (isTooShort(password)) {
      this.#errors.given = t('people.short-password', { count: SHORTEST_PASSWORD });
    } else {
      try {
        await changePerson(name, { password });
        this.#turnToPassword(null);
        this.#told = { kind: 'ok', text: t('people.password-given', { name }) };
        return;
      } catch (problem) {
        if (problem.status === 401) return this.tell('signed-out');
        this.#errors.given = problemText(problem);
      }
    }
    this.afterwards(() => this.querySelector('#people-given')?.focus());
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
