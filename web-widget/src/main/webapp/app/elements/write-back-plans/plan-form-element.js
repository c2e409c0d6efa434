import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { makePlan } from '../../api/plans.js';
import { t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { tagName } from '../parts/chip.js';
import { failure } from '../parts/states.js';
import { PageElement } from '../page-element.js';

/** Which helpdesk, and what is written there. Tells `made` with the plan, and `closed`. */
export class PlanForm extends PageElement {
  accounts = [];
  versions = [];
  vocabulary = null;
  #from = 'version';
  #wanted = {}; // what the address asked for: {version, tag}
  #refused = null;
  #busy = false;

  set choice({ version, tag }) {
    this.#wanted = { version: Number(version), tag: Number(tag) };
    this.#from = tag || !this.versions.length ? 'tag' : 'version';
    this.#refused = null;
    this.refresh();
  }

  view() {
    const { version, tag } = this.#wanted;
    const live = this.vocabulary.tags.filter((each) => !each.retired).sort((a, b) => a.name.localeCompare(b.name));
    return html`<form class="form planform" aria-labelledby="plan-new" @submit=${(event) => this.#make(event)} @keydown=${(event) => this.#closes(event)}>
      <h2 id="plan-new" tabindex="-1">${t('plans.new')}</h2>
      ${this.#refused ? failure(t('plans.not-made'), this.#refused) : nothing}
      <div class="formrow"><label class="label" for="plan-account">${t('plans.account')}</label>
        <select class="select" id="plan-account" name="account">${this.accounts.map(({ id, subdomain, connector }) => html`<option value=${id}>${subdomain} · ${nameOf(connector)}</option>`)}</select></div>
      <fieldset class="formrow"><legend class="label">${t('plans.what')}</legend>
        ${['version', 'tag'].map((from) => html`<label class="tick"><input type="radio" name="from" value=${from} .checked=${this.#from === from} @change=${() => this.#turn(from)}>${t(`plans.from-${from}`)}</label>`)}</fieldset>
      ${this.#from === 'version'
        ? html`<div class="formrow"><label class="label" for="plan-version">${t('plans.version-label')}</label><p class="hint" id="plan-version-hint">${t('plans.version-hint')}</p>
          <select class="select" id="plan-version" name="version" aria-describedby="plan-version-hint">${this.#versions().map((each) => html`<option value=${each.version} ?selected=${each.version === version}>${t('plans.version', { version: String(each.version) })}${each.note ? ` · ${each.note.slice(0, 60)}` : ''}</option>`)}</select></div>`
        : html`<div class="formrow"><label class="label" for="plan-tag">${t('plans.tag-label')}</label><p class="hint" id="plan-tag-hint">${t('plans.tag-hint')}</p>
          <select class="select" id="plan-tag" name="tag" aria-describedby="plan-tag-hint">${live.map((each) => html`<option value=${each.id} ?selected=${each.id === tag}>${tagName(each)}</option>`)}</select></div>`}
      <label class="tick"><input class="check" type="checkbox" name="closed">${t('plans.closed-too')}</label>
      <p class="hint">${t('plans.make-hint')}</p>
      <div class="rowacts"><button class="btn primary" type="submit" data-act="make" aria-disabled=${this.#busy}>${t(this.#busy ? 'plans.making' : 'plans.make')}</button>
        <button class="btn" type="button" @click=${() => this.tell('closed')}>${t('plans.cancel')}</button></div>
    </form>`;
  }

  /** With one that is too old for the list and was asked for. */
  #versions() {
    const { version } = this.#wanted;
    return !version || this.versions.some((each) => each.version === version) ? this.versions : [...this.versions, { version }];
  }

  #turn(from) {
    this.#from = from;
    this.#refused = null;
    this.refresh();
  }

  #closes(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.tell('closed');
  }

  async #make(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { account, version, tag, closed } = event.target.elements;
    const from = this.#from === 'version' ? { version: Number(version.value) } : { tag: Number(tag.value) };
    this.#busy = true;
    this.#refused = null;
    this.refresh();
    try {
      const plan = await makePlan({ account: Number(account.value), ...from, closed: closed.checked });
      this.tell('made', plan);
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#refused = problem;
    } finally {
      this.#busy = false;
      this.refresh();
    }
  }
}

customElements.define('plan-form', PlanForm);
