import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { askReconcile, readReconcile, steerReconcile } from '../../api/console.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { banner } from '../parts/states.js';
import { icon } from '../page-element.js';
import { CarePart, figure, labels, moreButton, ticketLink } from './care-parts.js';

const LOOK_AGAIN = 3000;

/** Compares what we hold with the helpdesk, shows what differs, and has it read again. */
export class ReconcilePart extends CarePart {
  #clock = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => this.open && this.#isUnderWay && !document.hidden && !this.busy && this.load(), LOOK_AGAIN);
  }

  disconnectedCallback() {
    clearInterval(this.#clock);
  }

  read() {
    return readReconcile(this.account.id);
  }

  get #isUnderWay() {
    return ['waiting', 'running'].includes(this.data?.latest?.state);
  }

  view() {
    return this.part({ name: 'reconcile', content: (data) => this.#content(data) });
  }

  #content({ latest, drift, more }) {
    return html`${latest ? this.#job(latest) : html`<p>${t('reconcile.none')}</p>`}
      ${drift.length ? this.#drift(latest, drift, more) : nothing}
      ${this.#isUnderWay ? nothing : html`<div class="rowacts">
        <button class="btn sm" type="button" data-act="sample" aria-disabled=${this.busy} @click=${() => this.#ask({ sample: 200 })}>${t('reconcile.sample')}</button>
        <button class="btn sm" type="button" data-act="all" aria-disabled=${this.busy} @click=${() => this.#ask({ all: true })}>${t('reconcile.all')}</button></div>`}`;
  }

  #job(job) {
    const { state, by, askedAt, ours, theirs, planned, compared, onItsWay, drifted, endedAt } = job;
    const helpdesk = nameOf(this.account.connector);
    return html`<div role="status">${this.#verdict(job)}</div>
      <p class="small sub">${by ? t('reconcile.asked', { by, time: moment(askedAt) }) : t('reconcile.due', { time: moment(askedAt) })}${endedAt && state === 'done' ? ` ${t('reconcile.ended', { time: moment(endedAt) })}` : ''}</p>
      ${this.#isUnderWay && planned ? html`<div class="prog"><div class="bar" role="progressbar" aria-label=${t('reconcile.title')} aria-valuemin="0" aria-valuemax=${planned} aria-valuenow=${Math.min(compared, planned)}><i .style=${`width: ${Math.min(100, (compared / planned) * 100)}%`}></i></div>
        <div class="small sub num">${t('reconcile.progress', { count: Math.min(compared, planned), planned })}</div></div>` : nothing}
      ${planned === null ? nothing : html`<dl class="facts">${figure('reconcile.compared', number(compared))}${figure('reconcile.drifted', number(drifted))}
        ${onItsWay ? figure('reconcile.on-its-way', number(onItsWay)) : nothing}${figure('reconcile.ours', number(ours ?? 0))}${figure('reconcile.theirs', theirs === null ? t('reconcile.not-told') : number(theirs))}</dl>
        ${theirs !== null && theirs !== ours ? html`<p class="small muted">${t('reconcile.counts', { helpdesk })}</p>` : nothing}`}`;
  }

  #verdict({ id, state, drifted, problem, waitsUntil, confirming, planned }) {
    const helpdesk = nameOf(this.account.connector);
    const say = (kind, symbol, title, text, action) => banner({ kind, symbol, title, text, action });
    const resume = { text: t('reconcile.resume'), act: () => this.#resume(id) };
    if (state === 'interrupted') return say('warn', 'triangle-alert', t('reconcile.interrupted'), t('reconcile.goes-on'), resume);
    if (state === 'failed') return say('danger', 'circle-x', problemWords(problem, helpdesk), t('reconcile.goes-on'), resume);
    if (state === 'done') return drifted
      ? say('warn', 'triangle-alert', t('reconcile.found', { count: drifted }))
      : say('ok', 'circle-check', t('reconcile.nothing'));
    if (this.account.connection.paused) return say('', 'pause', t('reconcile.paused'));
    if (confirming) return say('', 'clock', t('reconcile.confirming', { helpdesk }), waitsUntil ? t('reconcile.until', { time: moment(waitsUntil) }) : nothing);
    if (problem) return say('', 'pause', problemWords(problem, helpdesk), waitsUntil ? t('reconcile.until', { time: moment(waitsUntil) }) : nothing);
    return planned === null ? say('', 'clock', t('reconcile.waiting'), t('reconcile.begun')) : say('', 'refresh-cw', t('reconcile.running'));
  }

  #drift(job, drift, more) {
    const open = drift.some(({ askedAgainAt }) => !askedAgainAt);
    return html`${open && !this.#isUnderWay ? html`<div class="rowacts"><button class="btn sm" type="button" data-act="read-again" aria-disabled=${this.busy} @click=${() => this.#readAgain(job.id)}>${icon('refresh-cw')}${t('reconcile.read-again')}</button></div>` : nothing}
      <ul class="held">${repeat(drift, ({ ticket }) => ticket, (each) => this.#row(each))}</ul>
      ${more ? moreButton(this.busy, () => this.more(() => readReconcile(this.account.id, drift.at(-1).ticket), 'drift')) : nothing}`;
  }

  #row(each) {
    const { ticket, kinds, ours, theirs, askedAgainAt } = each;
    const helpdesk = nameOf(this.account.connector);
    const both = ours && theirs;
    const line = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    const side = (name, state) => line(name, html`${kinds.includes('labels') ? (state.labels.length ? labels(state.labels) : t('reconcile.no-labels')) : nothing}
      ${kinds.includes('status') ? html`<div>${statusText(state.status)}</div>` : nothing}${kinds.includes('updated') ? html`<div class="num">${moment(state.updatedAt)}</div>` : nothing}`);
    return html`<li data-ticket=${ticket}><div>${ticketLink(each)} <span class="small sub">${kinds.map((kind) => t(`drift.${kind}`, { helpdesk })).join(t('refused.and'))}${askedAgainAt ? ` · ${t('reconcile.asked-again', { time: moment(askedAgainAt) })}` : ''}</span>
      ${both && !kinds.includes('gone') ? html`<dl class="facts sides">${side(t('reconcile.here'), ours)}${side(helpdesk, theirs)}</dl>` : nothing}</div></li>`;
  }

  #ask(fields) {
    return this.#steer(() => askReconcile(this.account.id, fields));
  }

  #resume(job) {
    return this.#steer(() => steerReconcile(this.account.id, job, 'resume'));
  }

  #readAgain(job) {
    return this.#steer(() => steerReconcile(this.account.id, job, 'read-again'), ({ tickets }) => t('reconcile.reading', { count: tickets }));
  }

  async #steer(act, say = () => '') {
    await this.act(async () => {
      const answer = await act();
      await this.load();
      return say(answer);
    });
    this.afterwards(() => (this.querySelector('.rowacts button') ?? this.querySelector('summary'))?.focus());
  }
}

const statusText = (status) => (hasText(`status.${status}`) ? t(`status.${status}`) : status);

function problemWords(problem, helpdesk) {
  const key = `reconcile.problem-${problem}`;
  return t(hasText(key) ? key : 'reconcile.problem-other', { helpdesk });
}

customElements.define('reconcile-part', ReconcilePart);
