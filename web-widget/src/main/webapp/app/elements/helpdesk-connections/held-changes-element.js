import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { decideHeldChanges, readHeldChanges } from '../../api/console.js';
import { moment, t } from '../../i18n/texts.js';
import { labelChip } from '../parts/chip.js';
import { problemText } from '../parts/states.js';
import { PageElement } from '../page-element.js';

/** The changes of labels that wait until an admin releases them, a row for each ticket. */
export class HeldChanges extends PageElement {
  #account = null;
  #seen = -1; // how many the account last said there are
  #changes = null;
  #told = '';
  #busy = false;

  set account(account) {
    this.#account = account;
    if (account.connection.held === this.#seen) return;
    this.#seen = account.connection.held;
    this.#read();
  }

  view() {
    if (!this.#changes) return nothing;
    return html`<div role="group" aria-label=${t('held.title')}><h3 class="label">${t('held.title')}</h3>
      <p class="small sub" role="status">${this.#told || (this.#changes.length ? t('held.count', { count: this.#changes.length }) : t('held.none'))}</p>
      <ul class="held">${repeat(this.#changes, ({ ticket }) => ticket, (held) => this.#row(held))}</ul></div>`;
  }

  #row(held) {
    const { ticket, add, remove, by, since } = held;
    const chips = (labels, symbol, words) => labels.map((label) => html`<li><span class="sr">${words}</span>${labelChip({ label, kind: '', symbol })}</li>`);
    return html`<li data-ticket=${ticket}><div><span class="strong">${t('held.ticket', { ticket: String(ticket) })}</span> <span class="small sub">${t('held.by', { by, time: moment(since) })}</span>
        <ul class="chips">${chips(add, 'plus', t('held.add'))}${chips(remove, 'minus', t('held.remove'))}</ul></div>
      <div class="rowacts"><button class="btn sm" type="button" aria-disabled=${this.#busy} aria-label=${t('held.release-ticket', { ticket: String(ticket) })} @click=${() => this.#decide(held, 'release')}>${t('held.release')}</button>
        <button class="btn sm" type="button" aria-disabled=${this.#busy} aria-label=${t('held.drop-ticket', { ticket: String(ticket) })} @click=${() => this.#decide(held, 'drop')}>${t('held.drop')}</button></div></li>`;
  }

  async #read() {
    try {
      this.#changes = (await readHeldChanges(this.#account.id)).changes;
    } catch (problem) {
      this.#told = problemText(problem);
    }
    this.refresh();
  }

  async #decide(held, what) {
    if (this.#busy) return;
    this.#busy = true;
    this.refresh();
    try {
      const { changes } = await decideHeldChanges(this.#account.id, held, what);
      this.#told = changes ? t(what === 'drop' ? 'held.dropped' : 'held.released', { ticket: String(held.ticket) }) : t('held.too-late');
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#told = problemText(problem);
    }
    this.#busy = false;
    await this.#read();
    this.afterwards(() => (this.querySelector('.held button') ?? this.closest('article')?.querySelector('select'))?.focus());
    this.tell('changed', {});
  }
}

customElements.define('held-changes', HeldChanges);
