import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readHooks, readSecrets, syncNow } from '../../api/console.js';
import { percent } from '../../i18n/figures.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { age, isBackfilling, remaining, remedy, share } from '../../state/progress.js';
import { DataPage, pageHead } from '../data-page.js';
import { copyText } from '../parts/copy-field.js';
import { banner, empty, problemText } from '../parts/states.js';
import { icon } from '../page-element.js';
import './account-controls-element.js';
import './backfill-element.js';
import './connect-form-element.js';
import './dead-letters-element.js';
import './dry-run-element.js';
import './reconcile-element.js';
import './runs-element.js';
import { hookPart } from './hook-part.js';
import { sidebarPart } from './sidebar-part.js';

const LOOK_AGAIN = 3000;
const ESTIMATE_HOLDS = 10000;
const BADGE = { idle: ['ok', 'circle-check'], reading: ['', 'refresh-cw'], waiting: ['', 'clock'], throttled: ['warn', 'pause'], stopped: ['danger', 'circle-x'] };

/** Each helpdesk with its state in words, and progress that tells the truth. */
export class HelpdeskConnections extends DataPage {
  person = null;
  #clock = 0;
  #shown = new Map(); // highest share drawn, by account: the bar never goes back
  #estimates = new Map(); // by account: {said, at}
  #asked = new Map(); // by account: what became of "sync now"
  #hooks = new Map(); // by account, for admins: what to enter in the helpdesk, and what arrives
  #secrets = []; // for admins: who gave what webhooks and sidebars are proved with
  #copied = new Map(); // by account: {name, text} of the last copy
  #connecting = false; // whether the form is open although accounts are there
  #told = '';

  connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => document.hidden || this.#read(), LOOK_AGAIN);
  }

  disconnectedCallback() {
    clearInterval(this.#clock);
  }

  arrive() {
    this.#read();
  }

  #read() {
    return this.load(async () => {
      const [data, { hooks }, { secrets }] = await Promise.all([
        readAccounts(),
        this.#isAdmin ? readHooks() : { hooks: [] },
        this.#isAdmin ? readSecrets() : { secrets: [] },
      ]);
      this.#secrets = secrets;
      this.#hooks = new Map(hooks.map((hook) => [hook.account, hook]));
      return data;
    });
  }

  view() {
    return html`${this.#head()}${this.whenLoaded((data) => this.#page(data), {
      loading: t('helpdesks.loading'),
      failed: t('helpdesks.failed'),
      again: () => this.#read(),
    })}`;
  }

  get #isAdmin() {
    return String(this.person?.role).toLowerCase() === 'admin';
  }

  #head() {
    const more = this.#isAdmin && this.data?.accounts.length && this.data.canConnect && !this.#connecting;
    const acts = more ? html`<button class="btn primary" type="button" data-act="connect" @click=${() => this.#turnToForm(true)}>${icon('plus')}${t('connect.do-open')}</button>` : '';
    return pageHead({ title: t('page.helpdesks'), text: t('helpdesks.text'), acts });
  }

  #page({ accounts, canConnect }) {
    return html`<div class="told" role="status">${this.#told ? banner({ kind: 'ok', symbol: 'circle-check', title: this.#told }) : nothing}</div>
      <div class="pad">${accounts.length ? nothing : this.#nothingYet(canConnect)}
      ${this.#isAdmin && canConnect && (this.#connecting || !accounts.length)
        ? html`<connect-form .mayCancel=${accounts.length > 0} @connected=${(event) => this.#connected(event.detail)} @cancelled=${() => this.#turnToForm(false)}></connect-form>`
        : nothing}
      <div class="accounts" @changed=${(event) => this.#changed(event.detail)}>${repeat(accounts, ({ id }) => id, (account) => this.#account(account))}</div>
      ${this.#isAdmin && !canConnect ? banner({ kind: 'warn', symbol: 'triangle-alert', title: t('connect.no-secrets'), text: t('connect.no-secrets-why') }) : nothing}</div>`;
  }

  #nothingYet(canConnect) {
    if (this.#isAdmin && canConnect) return nothing;
    return empty({ symbol: 'plug', title: t('helpdesks.none'), text: t(this.#isAdmin ? 'helpdesks.none-why' : 'helpdesks.none-ask') });
  }

  #turnToForm(open) {
    this.#connecting = open;
    this.#told = '';
    // the form draws itself just after the page
    this.afterwards(() => queueMicrotask(() => this.querySelector(open ? '#connect-title' : '[data-act="connect"]')?.focus()));
  }

  async #connected({ subdomain }) {
    this.#connecting = false;
    this.#told = t('connect.connected', { name: subdomain });
    await this.#read();
    this.afterwards(() => this.querySelector('h1')?.focus());
  }

  async #changed({ gone }) {
    this.#told = gone ?? '';
    await this.#read();
    if (gone) this.afterwards(() => this.querySelector('h1')?.focus());
  }

  #account(account) {
    const { id, connector, subdomain, phase } = account;
    const [kind, symbol] = BADGE[phase] ?? ['', 'circle-help'];
    const helpdesk = nameOf(connector);
    const paused = account.connection?.paused;
    return html`<article class="account" aria-labelledby="account-${id}">
      <div class="top"><span class="host" aria-hidden="true">${helpdesk[0]}</span><h2 id="account-${id}">${subdomain} · ${helpdesk}</h2>
        ${paused ? html`<span class="badge warn">${icon('pause')}${t('phase.paused')}</span>` : html`<span class="badge ${kind}">${icon(symbol)}${t(`phase.${phase}`)}</span>`}
        ${this.#isAdmin && phase !== 'reading' && !paused ? html`<button class="btn sm" type="button" @click=${() => this.#sync(id)}>${icon('refresh-cw')}${t('helpdesks.sync')}</button>` : nothing}</div>
      ${this.#asked.has(id) ? html`<p class="small sub" role="status">${this.#asked.get(id)}</p>` : nothing}
      ${account.failure && !paused && !toldBelow(account) ? this.#failure(account, helpdesk) : nothing}
      ${phase === 'throttled' && !toldBelow(account) ? this.#pause(account, helpdesk) : nothing}
      ${(phase === 'reading' || phase === 'throttled') && !isBackfilling(account) ? this.#progress(account, helpdesk) : nothing}
      ${this.#facts(account)}
      ${account.backfill || this.#isAdmin ? html`<backfill-part .isAdmin=${this.#isAdmin} .account=${account}></backfill-part>` : nothing}
      ${this.#isAdmin && account.connection ? html`<account-controls .account=${account}></account-controls>` : nothing}
      ${this.#isAdmin && account.connection ? html`<dead-letters .account=${account}></dead-letters><dry-run .account=${account}></dry-run><reconcile-part .account=${account}></reconcile-part><sync-runs .account=${account}></sync-runs>` : nothing}
      ${this.#hook(account, helpdesk)}
      ${this.#sidebar(account, helpdesk)}
    </article>`;
  }

  #failure({ failure, connection }, helpdesk) {
    const key = remedy(failure, connection?.source);
    return banner({
      kind: 'danger',
      symbol: 'circle-x',
      title: failure.message || t('helpdesks.stopped'),
      text: html`${hasText(key) ? t(key, { helpdesk }) : t('remedy.other')} ${failure.at ? t('helpdesks.failed-at', { time: moment(failure.at) }) : ''}`,
    });
  }

  #pause({ waitingUntil }, helpdesk) {
    return banner({
      kind: '',
      symbol: 'pause',
      title: t('helpdesks.pause', { helpdesk }),
      text: waitingUntil ? t('helpdesks.pause-until', { time: moment(waitingUntil) }) : t('helpdesks.pause-why'),
    });
  }

  #progress(account, helpdesk) {
    const done = share(account, this.#shown);
    const figures = account.ticketsTotal
      ? t('helpdesks.of', { count: account.ticketsStored, total: Math.max(account.ticketsTotal, account.ticketsStored) })
      : t('helpdesks.so-far', { count: account.ticketsStored });
    return html`<div class="prog"><div class="row"><span class="strong">${t('helpdesks.tickets', { helpdesk })}</span>${done === null ? nothing : html`<span class="num">${percent(done)}</span>`}</div>
      ${done === null
        ? nothing
        : html`<div class="bar" role="progressbar" aria-label=${t('helpdesks.tickets', { helpdesk })} aria-valuemin="0" aria-valuemax="100"
            aria-valuenow=${Math.round(done * 100)} aria-valuetext=${figures}><i .style=${`width: ${done * 100}%`}></i></div>`}
      <div class="row small sub num"><span>${figures}</span>${account.phase === 'reading' && account.ticketsPerSecond > 0 ? html`<span>${t('helpdesks.rate', { count: Math.round(account.ticketsPerSecond) })}</span>` : nothing}</div>
      ${account.phase === 'reading' ? html`<div class="small muted">${this.#estimate(account)}</div>` : nothing}</div>`;
  }

  /** Said anew at most every ten seconds, so that it can be read. */
  #estimate({ id, remainingSeconds }) {
    const before = this.#estimates.get(id);
    if (before && performance.now() - before.at < ESTIMATE_HOLDS) return before.said;
    const left = remaining(remainingSeconds);
    const said = left ? t(`left.${left.unit}`, { count: left.count }) : t('left.unknown');
    this.#estimates.set(id, { said, at: performance.now() });
    return said;
  }

  #facts({ ticketsStored, readUpTo, lagSeconds, lastPageAt, outbox, phase, backfill }) {
    const behind = age(lagSeconds);
    const fact = (name, value) => html`<div><dt>${t(`fact.${name}`)}</dt><dd>${value}</dd></div>`;
    return html`<dl class="facts">
      ${(phase === 'reading' || phase === 'throttled') && !isBackfilling({ backfill }) ? nothing : fact('tickets', number(ticketsStored))}
      ${fact('read-up-to', readUpTo ? moment(readUpTo) : '–')}
      ${(phase === 'idle' || isBackfilling({ backfill })) && behind ? fact('lag', t(`age.${behind.unit}`, { count: behind.count })) : nothing}
      ${fact('last-page', lastPageAt ? moment(lastPageAt) : '–')}
      ${outbox?.waiting ? fact('outbox', number(outbox.waiting)) : nothing}
      ${outbox?.refused ? fact('refused', number(outbox.refused)) : nothing}
    </dl>`;
  }

  #hook(account, helpdesk) {
    const hook = this.#hooks.get(account.id);
    const secret = this.#secret(account, 'webhook');
    if (!hook || !secret) return nothing;
    return hookPart({
      hook,
      secret,
      account,
      helpdesk,
      copied: this.#copied.get(account.id),
      copy: async (event, name, text) => {
        this.#copied.set(account.id, { name, text: await copyText(event, text) });
        this.refresh();
      },
    });
  }

  #sidebar(account, helpdesk) {
    const secret = this.#secret(account, 'sidebar');
    return secret ? sidebarPart({ account, secret, helpdesk }) : nothing;
  }

  #secret({ id }, purpose) {
    return this.#secrets.find((each) => each.account === id && each.purpose === purpose);
  }

  async #sync(id) {
    try {
      await syncNow(id);
      this.#asked.set(id, t('helpdesks.asked'));
    } catch (problem) {
      this.#asked.set(id, problemText(problem));
    }
    this.refresh();
    setTimeout(() => this.#asked.delete(id), ESTIMATE_HOLDS);
  }
}

/** Whether what fails is the backfill, which says so itself. */
const toldBelow = ({ failure, backfill }) => isBackfilling({ backfill }) && (!failure || failure.at === backfill.failure?.at);

customElements.define('helpdesk-connections', HelpdeskConnections);
