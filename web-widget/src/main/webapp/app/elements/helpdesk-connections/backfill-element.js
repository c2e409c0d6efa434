import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { changeBackfill, startBackfill } from '../../api/console.js';
import { percent } from '../../i18n/figures.js';
import { hasText, moment, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { SHARES, backfillShare, remaining, remedy, startOf } from '../../state/progress.js';
import { formField } from '../parts/form-field.js';
import { banner } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { refusalText } from './connection-words.js';

const ESTIMATE_HOLDS = 10000;

/** What was there before live reading began: how far it is read, and, for admins, what to do about it. Tells `changed` after each step. */
export class BackfillPart extends PageElement {
  isAdmin = false;
  #account = null;
  #shown = new Map(); // highest share drawn: the bar never goes back
  #estimate = null; // {said, at, phase}
  #open = false; // whether the form is open that starts it again
  #error = null;
  #trouble = null;
  #busy = false;

  set account(account) {
    if (this.#account?.backfill?.from !== account.backfill?.from) this.#shown.clear();
    this.#account = account;
    const hadFocus = this.contains(document.activeElement);
    // the button that pauses is gone with the last ticket
    this.afterwards(() => hadFocus && document.activeElement === document.body && this.querySelector('[data-act="start-backfill"]')?.focus());
  }

  view() {
    const { backfill } = this.#account;
    if (!backfill && !this.isAdmin) return nothing;
    return html`<div class="steer" role="group" aria-labelledby="backfill-${this.#account.id}">
      <h3 id="backfill-${this.#account.id}">${t('backfill.title')}</h3>
      ${backfill ? this.#state(backfill) : html`<p class="small sub">${t('backfill.none')}</p>`}
      ${this.isAdmin ? this.#acts(backfill) : nothing}
      <div role="status">${this.#trouble ? banner({ kind: 'warn', symbol: 'triangle-alert', title: this.#trouble }) : nothing}</div>
      ${this.#open ? this.#form() : nothing}
    </div>`;
  }

  #state(backfill) {
    const { from, until, ticketsRead, paused, finishedAt } = backfill;
    const start = startOf(from);
    const span = start ? t('backfill.span', { from: moment(start), until: moment(until) }) : t('backfill.span-all', { until: moment(until) });
    if (finishedAt) return html`<p class="small sub">${span} ${t('backfill.finished', { count: ticketsRead, time: moment(finishedAt) })}</p>`;
    return html`<p class="small sub">${span}</p>
      ${backfill.failure && !paused ? this.#failure(backfill) : nothing}
      ${this.#progress(backfill)}`;
  }

  #failure({ failure, phase, waitingUntil }) {
    const helpdesk = nameOf(this.#account.connector);
    if (phase === 'throttled') {
      return banner({ kind: '', symbol: 'pause', title: t('helpdesks.pause', { helpdesk }), text: waitingUntil ? t('helpdesks.pause-until', { time: moment(waitingUntil) }) : t('helpdesks.pause-why') });
    }
    const key = remedy(failure, this.#account.connection?.source);
    return banner({ kind: 'danger', symbol: 'circle-x', title: failure.message || t('helpdesks.stopped'), text: hasText(key) ? t(key, { helpdesk }) : t('remedy.other') });
  }

  #progress(backfill) {
    const { ticketsRead, ticketsTotal, ticketsPerSecond, readUpTo, phase, paused } = backfill;
    const done = backfillShare(backfill, this.#shown);
    const figures = ticketsTotal ? t('helpdesks.of', { count: ticketsRead, total: ticketsTotal }) : t('helpdesks.so-far', { count: ticketsRead });
    const name = t('backfill.title');
    return html`<div class="prog">${done === null ? nothing : html`<div class="row"><span class="num">${percent(done)}</span></div>
        <div class="bar" role="progressbar" aria-label=${name} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(done * 100)}
          aria-valuetext=${figures}><i .style=${`width: ${done * 100}%`}></i></div>`}
      <div class="row small sub num"><span>${figures}</span>${phase === 'reading' && ticketsPerSecond > 0 ? html`<span>${t('helpdesks.rate', { count: Math.round(ticketsPerSecond) })}</span>` : nothing}</div>
      ${readUpTo ? html`<div class="small muted">${t('backfill.up-to', { time: moment(readUpTo) })}</div>` : nothing}
      <div class="small muted">${this.#account.connection?.paused ? t('backfill.account-paused') : paused ? t('backfill.paused') : phase === 'reading' ? this.#left(backfill) : t('backfill.waiting')}</div></div>`;
  }

  /** Said anew at most every ten seconds, so that it can be read. */
  #left({ remainingSeconds }) {
    if (this.#estimate && performance.now() - this.#estimate.at < ESTIMATE_HOLDS) return this.#estimate.said;
    const left = remaining(remainingSeconds);
    const said = left ? t(`left.${left.unit}`, { count: left.count }) : t('left.unknown');
    this.#estimate = { said, at: performance.now() };
    return said;
  }

  #acts(backfill) {
    const { id } = this.#account;
    const open = backfill && !backfill.finishedAt;
    return html`<div class="rowacts">
      ${open ? html`<button class="btn sm" type="button" data-act="pause-backfill" aria-disabled=${this.#busy} @click=${() => this.#change({ paused: !backfill.paused })}>${icon(backfill.paused ? 'refresh-cw' : 'pause')}${t(backfill.paused ? 'backfill.resume' : 'backfill.pause')}</button>` : nothing}
      <button class="btn sm" type="button" data-act="start-backfill" aria-expanded=${this.#open} @click=${() => this.#turn(!this.#open)}>${t('backfill.again')}</button>
      ${backfill ? html`<span class="inline"><label for="share-${id}">${t('backfill.share')}</label>
        <select class="select" id="share-${id}" .value=${String(backfill.share)} @change=${(event) => this.#change({ share: Number(event.target.value) })}>
          ${sharesWith(backfill.share).map((share) => html`<option value=${share} ?selected=${share === backfill.share}>${percent(share / 100)}</option>`)}</select></span>` : nothing}
    </div>`;
  }

  #form() {
    const { id } = this.#account;
    return html`<form class="form" novalidate @submit=${(event) => this.#start(event)} @keydown=${(event) => this.#closes(event)}>
      ${formField({ id: `backfill-from-${id}`, name: 'from', type: 'date', label: t('backfill.from'), hint: t('backfill.from-hint'), error: this.#error })}
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${t('backfill.start')}</button>
        <button class="btn" type="button" @click=${() => this.#turn(false)}>${t('people.cancel')}</button></div>
    </form>`;
  }

  #turn(open) {
    this.#open = open;
    this.#error = null;
    this.#trouble = null;
    this.afterwards(() => this.querySelector(open ? 'form input' : '[data-act="start-backfill"]')?.focus());
  }

  #closes(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.#turn(false);
  }

  #change(fields) {
    return this.#act(() => changeBackfill(this.#account.id, fields));
  }

  #start(event) {
    event.preventDefault();
    const day = event.target.elements.from.value;
    this.#error = null;
    return this.#act(
      () => startBackfill(this.#account.id, day ? `${day}T00:00:00Z` : null),
      () => this.#turn(false),
    );
  }

  async #act(act, then = () => {}) {
    if (this.#busy) return;
    this.#busy = true;
    this.#trouble = null;
    this.refresh();
    try {
      await act();
      this.tell('changed', {});
      then();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      const select = this.querySelector('select');
      if (select) select.value = String(this.#account.backfill.share);
      const told = refusalText(problem, this.#account.connector);
      if (this.#open && problem.fields?.field === 'from') this.#error = told;
      else this.#trouble = told;
      this.afterwards(() => this.querySelector('[aria-invalid="true"]')?.focus());
    } finally {
      this.#busy = false;
      this.refresh();
    }
  }
}

/** The shares to choose from, with one that was set elsewhere. */
const sharesWith = (share) => [...new Set([...SHARES, share])].sort((one, other) => one - other);

customElements.define('backfill-part', BackfillPart);
