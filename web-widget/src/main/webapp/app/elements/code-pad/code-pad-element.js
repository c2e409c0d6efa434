import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { spoken, t } from '../../i18n/texts.js';
import { languageOfName, nameIn } from '../../state/vocabulary.js';
import { PageElement } from '../page-element.js';

const KEYS = 6;

/**
 * Reason codes for the mouse: those this agent uses most, in number order so that places don't move; all of them on
 * request.
 *
 * Properties: `vocabulary`, `used` (numbers, most used first), `pressed` (Set of numbers). Event: `press` {code, pressed}.
 */
export class CodePad extends PageElement {
  vocabulary = null;
  used = [];
  pressed = new Set();
  #all = false;

  view() {
    const active = this.vocabulary.codes.filter((code) => !code.retired && this.vocabulary.tag(code.houseTagId));
    if (!active.length) return nothing;
    const most = this.#mostUsed(active);
    const turn = () => {
      this.#all = !this.#all;
      this.refresh();
    };
    return html`<div class="head">
        <h2 id="pad-name">${t(this.#all ? 'pad.all' : this.used.length ? 'pad.most' : 'pad.first')}</h2>
        ${active.length > most.length
          ? html`<button class="btn link sm" type="button" aria-expanded=${this.#all} @click=${turn}>${t(this.#all ? 'pad.fewer' : 'pad.all')}</button>`
          : nothing}
      </div>
      ${this.#all ? this.#families(active) : this.#keys(most, t('pad.group'))}`;
  }

  #mostUsed(active) {
    const six = (this.used.length ? this.used : active.map(({ number }) => number)).slice(0, KEYS);
    return active.filter(({ number }) => six.includes(number));
  }

  #families(active) {
    return this.vocabulary.families.map((family) => {
      const codes = active.filter((code) => this.vocabulary.tag(code.houseTagId).family === family.name);
      const name = nameIn(family, spoken());
      return codes.length ? html`<h3 class="cap3">${name}</h3>${this.#keys(codes, name)}` : nothing;
    });
  }

  #keys(codes, name) {
    return html`<div class="pad" role="group" aria-label=${name}>${codes.map((code) => {
      const pressed = this.pressed.has(code.number);
      return html`<button type="button" aria-pressed=${pressed} @click=${() => this.tell('press', { code, pressed })}>
        <span class="code">${code.number}</span><span lang=${languageOfName(code, spoken())}>${nameIn(code, spoken())}</span>
      </button>`;
    })}</div>`;
  }
}

customElements.define('code-pad', CodePad);
