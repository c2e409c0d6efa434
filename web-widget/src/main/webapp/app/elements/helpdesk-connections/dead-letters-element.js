import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readDeadLetters, settleDeadLetters } from '../../api/console.js';
import { moment, number, t } from '../../i18n/texts.js';
import { icon } from '../page-element.js';
import { CarePart, changes, moreButton, reasonText, ticketLink, withOlder } from './care-parts.js';

/** The changes of labels that the helpdesk refused for good: try again, or drop. */
export class DeadLetters extends CarePart {
  #dropped = null; // the letter that was dropped last, to take it back

  read() {
    return readDeadLetters(this.account.id);
  }

  /** What was tried again may be refused again, and others settle the same list. */
  async keepUp() {
    return withOlder(await this.read(), this.data, 'letters');
  }

  view() {
    const count = this.account.outbox?.refused ?? 0;
    const badge = html`<span class="badge ${count ? 'warn' : 'ok'}">${icon(count ? 'triangle-alert' : 'circle-check')}${count ? number(count) : t('letters.none-badge')}</span>`;
    return this.part({ name: 'letters', badge, content: (data) => this.#list(data) });
  }

  #list({ letters, more }) {
    const undo = this.#dropped ? html`<div class="rowacts"><button class="btn sm" type="button" data-act="undo" aria-disabled=${this.busy} @click=${() => this.#takeBack()}>${t('letters.undo', { ticket: String(this.#dropped.ticket) })}</button></div>` : nothing;
    if (!letters.length) return html`<p>${t('letters.none')}</p>${undo}`;
    const off = this.account.connection.writeBack === 'off';
    return html`${off ? html`<p class="small sub">${t('letters.off')}</p>` : nothing}
      <div class="rowacts"><button class="btn sm" type="button" data-act="retry-all" aria-disabled=${this.busy} @click=${() => this.#retryAll()}>${icon('refresh-cw')}${t('letters.retry-all')}</button></div>
      ${undo}
      <ul class="held">${repeat(letters, ({ id }) => id, (letter) => this.#row(letter))}</ul>
      ${more ? moreButton(this.busy, () => this.more(() => readDeadLetters(this.account.id, letters.at(-1).id), 'letters')) : nothing}`;
  }

  #row(letter) {
    const { ticket, add, remove, reason, concerned, by, decidedAt, refusedAt, overtaken, canTryAgain, retriedBy, retriedAt } = letter;
    return html`<li data-ticket=${ticket}><div>${ticketLink(letter)} <span class="small sub">${t('letters.when', { time: moment(refusedAt), by, decided: moment(decidedAt) })}</span>
        ${changes(add, remove)}
        <p>${reasonText(reason, this.account.connector, concerned)}</p>
        ${overtaken.length ? html`<p class="small sub">${t(canTryAgain ? 'letters.overtaken' : 'letters.all-overtaken', { labels: overtaken.join(t('refused.and')) })}</p>` : nothing}
        ${retriedBy ? html`<p class="small sub">${t('letters.retried', { by: retriedBy, time: moment(retriedAt) })}</p>` : nothing}</div>
      <div class="rowacts">${canTryAgain ? html`<button class="btn sm" type="button" aria-disabled=${this.busy} aria-label=${t('letters.retry-ticket', { ticket: String(ticket) })} @click=${() => this.#settle(letter, 'retry')}>${t('letters.retry')}</button>` : nothing}
        <button class="btn sm" type="button" aria-disabled=${this.busy} aria-label=${t('letters.drop-ticket', { ticket: String(ticket) })} @click=${() => this.#settle(letter, 'drop')}>${t('letters.drop')}</button></div></li>`;
  }

  async #settle(letter, what) {
    await this.act(async () => {
      const { letters } = await settleDeadLetters(this.account.id, what, { ids: [letter.id] });
      this.#dropped = what === 'drop' && letters ? letter : null;
      await this.load();
      if (!letters) return t('held.too-late');
      return t(what === 'drop' ? 'letters.dropped' : 'letters.retrying', { ticket: String(letter.ticket) });
    });
    this.#goOn();
  }

  async #retryAll() {
    await this.act(async () => {
      const { letters } = await settleDeadLetters(this.account.id, 'retry', { upTo: this.data.letters[0].id });
      this.#dropped = null;
      await this.load();
      return t('letters.retrying-all', { count: letters });
    });
    this.#goOn();
  }

  async #takeBack() {
    const { id, ticket } = this.#dropped;
    await this.act(async () => {
      await settleDeadLetters(this.account.id, 'take-back', { ids: [id] });
      this.#dropped = null;
      await this.load();
      return t('letters.taken-back', { ticket: String(ticket) });
    });
    this.#goOn();
  }

  /** The next thing to press keeps the focus, since the one that was pressed is gone. */
  #goOn() {
    this.afterwards(() => (this.querySelector('[data-act="undo"], .held button') ?? this.querySelector('summary'))?.focus());
    this.tell('changed', {});
  }
}

customElements.define('dead-letters', DeadLetters);
