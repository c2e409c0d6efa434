import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { changeOwnPassword } from '../../api/console.js';
import { shortcutsOn, switchShortcuts } from '../../host/appearance.js';
import { t } from '../../i18n/texts.js';
import { pageHead } from '../data-page.js';
import { languageChoice, themeChoice } from '../parts/appearance-choice.js';
import { SHORTEST_PASSWORD, formField, isTooShort } from '../parts/form-field.js';
import { banner, problemText } from '../parts/states.js';
import { PageElement } from '../page-element.js';

/** What concerns this person alone: how the console looks and listens in this browser, and their password. */
export class ConsoleSettings extends PageElement {
  person = null;
  #problems = {}; // by field: a function that tells it, so that it follows the language
  #changed = false;
  #busy = false;

  view() {
    const changed = () => this.tell('appearance');
    return html`${pageHead({ title: t('page.settings'), text: t('settings.text') })}
      <div class="pad form">
        <div class="formrow"><h2 class="label">${t('settings.language')}</h2>${languageChoice(changed)}</div>
        <div class="formrow"><h2 class="label">${t('settings.theme')}</h2>${themeChoice(changed)}</div>
        <div class="formrow"><h2 class="label">${t('settings.keyboard')}</h2>
          <label class="tick"><input class="check" type="checkbox" .checked=${shortcutsOn()} @change=${(event) => switchShortcuts(event.target.checked)}>
            <span>${t('settings.shortcuts')}</span></label>
          <p class="hint">${t('settings.shortcuts-hint')}</p></div>
      </div>
      ${this.#passwordForm()}`;
  }

  #passwordForm() {
    return html`<form class="pad form" novalidate @submit=${(event) => this.#submit(event)}>
      <h2>${t('password.title')}</h2>
      <input hidden readonly name="username" autocomplete="username" .value=${this.person?.name ?? ''}>
      ${this.#field('current', 'current-password')}
      ${this.#field('next', 'new-password', t('people.password-hint', { count: SHORTEST_PASSWORD }))}
      <div><button class="btn primary" type="submit" ?disabled=${this.#busy}>${t('password.do')}</button></div>
      <div role="status">${this.#changed ? banner({ kind: 'ok', symbol: 'circle-check', title: t('password.changed') }) : nothing}</div>
    </form>`;
  }

  #field(name, autocomplete, hint) {
    const error = this.#problems[name]?.();
    return formField({ id: `password-${name}`, name, type: 'password', autocomplete, label: t(`password.${name}`), hint, error });
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const { current, next } = Object.fromEntries(new FormData(form));
    this.#changed = false;
    this.#problems = {};
    if (!current) this.#problems.current = () => t('password.no-current');
    if (isTooShort(next)) this.#problems.next = () => t('people.short-password', { count: SHORTEST_PASSWORD });
    if (Object.keys(this.#problems).length) return this.#turnToProblem();
    this.#busy = true;
    this.refresh();
    try {
      await changeOwnPassword(current, next);
      this.#changed = true;
      form.reset();
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
      this.#problems[problem.code === 'weak-password' ? 'next' : 'current'] = () => problemText(problem);
    }
    this.#busy = false;
    this.#turnToProblem();
  }

  #turnToProblem() {
    this.afterwards(() => this.querySelector('form [aria-invalid="true"]')?.focus());
  }
}

customElements.define('console-settings', ConsoleSettings);
