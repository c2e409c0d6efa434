import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { signIn } from '../../api/console.js';
import { t } from '../../i18n/texts.js';
import { languageChoice } from '../parts/appearance-choice.js';
import { problemText } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';

const logo = new URL('../../../logo.svg', import.meta.url).href;

/** Name and password. Event: `signed-in` with the person. */
export class ConsoleSignIn extends PageElement {
  #problem = null;
  #missing = null;
  #busy = false;

  connectedCallback() {
    super.connectedCallback();
    document.title = `${t('sign-in.title')} · Tagsmith`;
    this.afterwards(() => this.querySelector('input')?.focus());
  }

  view() {
    const error = this.#missing ? t(`sign-in.no-${this.#missing}`) : this.#problem ? problemText(this.#problem) : null;
    return html`<main class="alone"><div class="sheet card-in">
      <p class="brand"><img src=${logo} alt="">Tagsmith</p>
      <h1>${t('sign-in.title')}</h1>
      <form novalidate @submit=${(event) => this.#submit(event)}>
        ${this.#field('name', 'text', 'username')}
        ${this.#field('password', 'password', 'current-password')}
        <p class="errtext" id="sign-in-error" role="alert">${error ? html`${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span>` : nothing}</p>
        <button class="btn primary" type="submit" ?disabled=${this.#busy}>${t('sign-in.do')}</button>
      </form>
      <p class="hint">${t('sign-in.hint')}</p>
    </div>
    <p class="under">${languageChoice(() => this.tell('appearance'))}</p></main>`;
  }

  #field(name, type, autocomplete) {
    const bad = this.#missing === name || this.#problem?.code === 'wrong-credentials';
    return html`<div class="formrow"><label class="label" for="sign-in-${name}">${t(`sign-in.${name}`)}</label>
      <input class="input nolead ${bad ? 'bad' : ''}" id="sign-in-${name}" name=${name} type=${type} autocomplete=${autocomplete}
        autocapitalize="off" spellcheck="false" aria-invalid=${bad} aria-describedby=${bad ? 'sign-in-error' : nothing}></div>`;
  }

  async #submit(event) {
    event.preventDefault();
    const { name, password } = Object.fromEntries(new FormData(event.target));
    this.#problem = null;
    this.#missing = !name.trim() ? 'name' : !password ? 'password' : null;
    if (this.#missing) return this.#turnTo(this.#missing);
    this.#busy = true;
    this.refresh();
    try {
      const person = await signIn(name.trim(), password);
      this.#busy = false;
      this.tell('signed-in', person);
    } catch (problem) {
      this.#busy = false;
      this.#problem = problem;
      this.#turnTo('password');
    }
  }

  #turnTo(name) {
    this.afterwards(() => this.querySelector(`#sign-in-${name}`).focus());
  }
}

customElements.define('console-sign-in', ConsoleSignIn);
