import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { readPlan, readPlans } from '../../api/plans.js';
import { readVersions } from '../../api/vocabulary.js';
import { shortcutsOn } from '../../host/appearance.js';
import { t } from '../../i18n/texts.js';
import { isUnderWay, merged } from '../../state/plans.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { banner, empty } from '../parts/states.js';
import { icon } from '../page-element.js';
import './plan-card-element.js';
import './plan-form-element.js';

const LOOK_AGAIN = 3000;
const LOOK_AT_ALL = 10; // looks: somebody else may have made or started one
const AT_ONCE = 10;

/** Plans that write the house's labels onto the helpdesks' own tickets. */
export class WriteBackPlans extends DataPage {
  #clock = 0;
  #form = null; // the form's choice while it is open
  #shown = AT_ONCE;
  #told = '';
  #looks = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => document.hidden || this.#lookAgain(), LOOK_AGAIN);
    addEventListener('keydown', this.#pressed); // after the console's own, which hears G and a letter
  }

  disconnectedCallback() {
    clearInterval(this.#clock);
    removeEventListener('keydown', this.#pressed);
  }

  keys() {
    return [[['N'], t('plans.new')]];
  }

  arrive(choice) {
    if (choice.version || choice.tag) {
      this.#form = choice;
      history.replaceState(null, '', hashOf('plans')); // so that the page comes back without the form
    }
    this.#read();
  }

  #read() {
    return this.load(async (signal) => {
      const [{ plans }, { accounts }, versions, vocabulary] = await Promise.all([readPlans(signal), readAccounts(), readVersions(null, signal), readVocabulary()]);
      return { plans, accounts, versions, vocabulary: new Vocabulary(vocabulary) };
    });
  }

  /** Nothing while none is under way. */
  #lookAgain() {
    const moving = this.data?.plans.filter(isUnderWay) ?? [];
    if (!moving.length) return;
    this.#looks += 1;
    if (this.#looks % LOOK_AT_ALL === 0) this.#look();
    else this.load(async (signal) => ({ ...this.data, plans: merged(this.data.plans, await Promise.all(moving.map(({ id }) => readPlan(id, signal)))) }));
  }

  #look() {
    return this.load(async (signal) => ({ ...this.data, plans: (await readPlans(signal)).plans }));
  }

  view() {
    const acts = this.data?.accounts.length && !this.#form
      ? html`<button class="btn primary" type="button" data-act="new" aria-keyshortcuts="N" @click=${() => this.#turn({})}>${icon('plus')}${t('plans.new')} <span class="kbd" aria-hidden="true">N</span></button>` : '';
    return html`${pageHead({ title: t('page.plans'), text: t('plans.text'), acts })}
      ${this.whenLoaded((data) => this.#page(data), { loading: t('plans.loading'), failed: t('plans.failed'), again: () => this.#read() })}`;
  }

  #page({ plans, accounts, versions, vocabulary }) {
    const shown = plans.slice(0, this.#shown);
    return html`<div class="told" role="status">${this.#told ? banner({ kind: 'ok', symbol: 'circle-check', title: this.#told }) : nothing}</div>
      <div class="pad plans">
        ${this.#form ? html`<plan-form .accounts=${accounts} .versions=${versions} .vocabulary=${vocabulary} .choice=${this.#form} @made=${(event) => this.#made(event.detail)} @closed=${() => this.#turn(null)}></plan-form>` : nothing}
        ${plans.length || this.#form ? nothing : this.#nothingYet(accounts)}
        <div class="accounts" @changed=${(event) => this.#changed(event.detail)} @stale=${() => this.#look()}>${repeat(shown, ({ id }) => id, (plan) => html`<plan-card .vocabulary=${vocabulary} .plan=${plan}></plan-card>`)}</div>
        ${plans.length > shown.length ? html`<button class="btn sm" type="button" data-act="more" @click=${() => this.#more()}>${t('list.more')}</button>` : nothing}
      </div>`;
  }

  #nothingYet(accounts) {
    return accounts.length
      ? empty({ symbol: 'refresh-cw', title: t('plans.none'), text: t('plans.none-why') })
      : empty({ symbol: 'plug', title: t('plans.no-helpdesk'), text: t('plans.no-helpdesk-why'), actions: html`<a class="btn" href=${hashOf('helpdesks')}>${t('page.helpdesks')}</a>` });
  }

  #turn(choice) {
    this.#form = choice;
    this.#told = '';
    // the form draws itself just after the page
    this.afterwards(() => queueMicrotask(() => this.querySelector(choice ? '#plan-new' : '[data-act="new"]')?.focus()));
  }

  async #made(plan) {
    this.#form = null;
    this.#told = t('plans.was-made', { count: plan.tickets });
    await this.#take((plans) => [plan, ...plans.filter(({ id }) => id !== plan.id)]);
    this.afterwards(() => queueMicrotask(() => this.querySelector(`#plan-${plan.id}`)?.focus()));
  }

  #changed(plan) {
    this.#told = '';
    this.#take((plans) => merged(plans, [plan]));
  }

  /** As the newest answer: a look that began earlier must not put back what stood before. */
  #take(change) {
    return this.load(async () => ({ ...this.data, plans: change(this.data.plans) }));
  }

  #more() {
    this.#shown += AT_ONCE;
    this.refresh();
  }

  #pressed = (event) => {
    if (event.defaultPrevented || !shortcutsOn() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code !== 'KeyN' || this.#form || !this.data?.accounts.length || event.target.closest?.('input, textarea, select, dialog')) return;
    event.preventDefault();
    this.#turn({});
  };
}

customElements.define('write-back-plans', WriteBackPlans);
