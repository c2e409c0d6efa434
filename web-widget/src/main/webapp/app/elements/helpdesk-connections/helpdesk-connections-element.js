import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readAccounts, syncNow } from '../../api/console.js';
import { percent } from '../../i18n/figures.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { age, productOf, remaining, remedy, share } from '../../state/progress.js';
import { DataPage, pageHead } from '../data-page.js';
import { banner, empty, problemText } from '../parts/states.js';
import { icon } from '../page-element.js';

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
    return this.load(async () => (await readAccounts()).accounts);
  }

  view() {
    return html`${pageHead({ title: t('page.helpdesks'), text: t('helpdesks.text') })}${this.whenLoaded((accounts) => this.#accounts(accounts), {
      loading: t('helpdesks.loading'),
      failed: t('helpdesks.failed'),
      again: () => this.#read(),
    })}`;
  }

  #accounts(accounts) {
    if (!accounts.length) {
      return html`<div class="pad">${empty({ symbol: 'plug', title: t('helpdesks.none'), text: t('helpdesks.none-why') })}</div>`;
    }
    return html`<div class="pad"><div class="accounts">${accounts.map((account) => this.#account(account))}</div></div>`;
  }

  #account(account) {
    const { id, connector, subdomain, phase } = account;
    const [kind, symbol] = BADGE[phase] ?? ['', 'circle-help'];
    const helpdesk = productOf(connector);
    const admin = String(this.person?.role).toLowerCase() === 'admin';
    return html`<article class="account" aria-labelledby="account-${id}">
      <div class="top"><span class="host" aria-hidden="true">${helpdesk[0]}</span><h2 id="account-${id}">${subdomain} · ${helpdesk}</h2>
        <span class="badge ${kind}">${icon(symbol)}${t(`phase.${phase}`)}</span>
        ${admin && phase !== 'reading' ? html`<button class="btn sm" type="button" @click=${() => this.#sync(id)}>${icon('refresh-cw')}${t('helpdesks.sync')}</button>` : nothing}</div>
      ${this.#asked.has(id) ? html`<p class="small sub" role="status">${this.#asked.get(id)}</p>` : nothing}
      ${account.failure ? this.#failure(account, helpdesk) : nothing}
      ${phase === 'throttled' ? this.#pause(account, helpdesk) : nothing}
      ${phase === 'reading' || phase === 'throttled' ? this.#progress(account, helpdesk) : nothing}
      ${this.#facts(account)}
    </article>`;
  }

  #failure({ failure }, helpdesk) {
    const key = remedy(failure);
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

  #facts({ ticketsStored, readUpTo, lagSeconds, lastPageAt, outbox, phase }) {
    const behind = age(lagSeconds);
    const fact = (name, value) => html`<div><dt>${t(`fact.${name}`)}</dt><dd>${value}</dd></div>`;
    return html`<dl class="facts">
      ${phase === 'reading' || phase === 'throttled' ? nothing : fact('tickets', number(ticketsStored))}
      ${fact('read-up-to', readUpTo ? moment(readUpTo) : '–')}
      ${phase === 'idle' && behind ? fact('lag', t(`age.${behind.unit}`, { count: behind.count })) : nothing}
      ${fact('last-page', lastPageAt ? moment(lastPageAt) : '–')}
      ${outbox?.waiting ? fact('outbox', number(outbox.waiting)) : nothing}
      ${outbox?.refused ? fact('refused', number(outbox.refused)) : nothing}
    </dl>`;
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

customElements.define('helpdesk-connections', HelpdeskConnections);
