import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readProblems, steerPlan, tryPlan } from '../../api/plans.js';
import { percent } from '../../i18n/figures.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { acts, doneShare, leftAlone, stateKey } from '../../state/plans.js';
import { remaining } from '../../state/progress.js';
import { changes, figure, reasonText, ticketLink } from '../helpdesk-connections/care-parts.js';
import { labelChip, tagChip, tagName } from '../parts/chip.js';
import { banner, failure } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';

const ROWS = 5;
const ESTIMATE_HOLDS = 10000;
const BADGE = { ready: ['', 'clock'], running: ['', 'refresh-cw'], paused: ['warn', 'pause'], stopped: ['', 'circle-x'], finished: ['ok', 'circle-check'] };
const ICON = { start: 'arrow-right', pause: 'pause', resume: 'refresh-cw', stop: 'x', undo: 'clock' };

/** One plan: what it writes, how far it is, and what can be done about it. Tells `changed` with the plan after each step. */
export class PlanCard extends PageElement {
  #plan = null;
  #vocabulary = null;
  #all = false; // whether every replacement is shown
  #shown = new Map();
  #estimate = null;
  #tried = null; // what the dry run said
  #problems = null;
  #asked = null; // 'stop' or 'undo' while a person is asked whether
  #refused = null;
  #busy = null;

  set plan(plan) {
    const otherLeft = this.#plan && leftAlone(plan) !== leftAlone(this.#plan);
    if (this.#asked && !acts(plan).includes(this.#asked)) this.#asked = null;
    this.#plan = plan;
    if (otherLeft) this.#renewProblems();
    const hadFocus = this.contains(document.activeElement);
    // the button that was used may be gone
    this.afterwards(() => hadFocus && document.activeElement === document.body && this.#title?.focus());
  }

  set vocabulary(vocabulary) {
    this.#vocabulary = vocabulary;
    this.refresh();
  }

  get #title() {
    return this.querySelector('h2');
  }

  view() {
    const plan = this.#plan;
    const { id, connector, subdomain, state, closed, madeBy, madeAt, vocabulary } = plan;
    const [kind, symbol] = BADGE[state];
    return html`<article class="account plan" aria-labelledby="plan-${id}" data-plan=${id} data-state=${state}>
      <div class="top"><span class="host" aria-hidden="true">${nameOf(connector)[0]}</span><h2 id="plan-${id}" tabindex="-1">${this.#origin()} · ${subdomain}</h2>
        <span class="badge ${kind}">${icon(symbol)}${t(`plans.state.${stateKey(plan)}`)}</span></div>
      <p class="small sub">${t('plans.made', { by: madeBy, time: moment(madeAt), version: String(vocabulary) })} ${t(closed ? 'plans.with-closed' : 'plans.without-closed')}</p>
      ${this.#replacements()}
      ${state === 'ready' ? this.#before() : this.#progress()}
      ${this.#pause()}${this.#mode()}
      <div role="status">${this.#refused ? failure(t('plans.refused'), this.#refused) : nothing}</div>
      ${this.#asked ? this.#question() : this.#acts()}
      ${state === 'ready' && this.#tried ? this.#result(this.#tried) : nothing}
      ${leftAlone(plan) ? this.#left() : nothing}
    </article>`;
  }

  #origin() {
    const { version, tag } = this.#plan;
    if (version !== null) return t('plans.version', { version: String(version) });
    const known = this.#vocabulary.tag(tag);
    return known ? tagName(known) : t('plans.tag', { id: String(tag) });
  }

  #replacements() {
    const { replacements, labels } = this.#plan;
    const shown = this.#all ? replacements : replacements.slice(0, ROWS);
    const more = replacements.length - shown.length;
    const further = this.#all ? labels - replacements.length : 0;
    return html`<ul class="swaps" aria-label=${t('plans.replacements')}>${shown.map((each) => this.#replacement(each))}</ul>
      ${more ? html`<div class="rowacts"><button class="btn link sm" type="button" @click=${() => this.#showAll()}>${t('plans.more-labels', { count: more })}</button></div>` : nothing}
      ${further ? html`<p class="small sub">${t('plans.further-labels', { count: further })}</p>` : nothing}`;
  }

  #replacement({ label, by, tag, tickets }) {
    const known = this.#vocabulary.tag(tag);
    return html`<li>${labelChip({ label, kind: 'unknown', symbol: 'tag' })}<span class="to">${icon('arrow-right')}<span class="sr">${t('plans.becomes')}</span>${
      known ? tagChip({ tag: known, hue: this.#vocabulary.hue(known) }) : labelChip({ label: by, kind: '', symbol: 'tag' })}</span>
      <span class="small sub num">${t('plans.tickets', { count: tickets })}</span></li>`;
  }

  #showAll() {
    this.#all = true;
    this.refresh();
  }

  #before() {
    const { tickets, remainingSeconds } = this.#plan;
    const left = remaining(remainingSeconds);
    return html`<dl class="facts">${figure('plans.affected', number(tickets))}${figure('plans.needs', left ? t(`plans.about.${left.unit}`, { count: left.count }) : t('plans.needs-unknown'))}</dl>`;
  }

  #progress() {
    const plan = this.#plan;
    const { tickets, done, state, undoing, changed, alike, held, startedBy, startedAt, endedAt } = plan;
    const share = doneShare(plan, this.#shown);
    const figures = t(undoing ? 'plans.undone-of' : 'plans.done-of', { count: done, total: tickets });
    const over = state === 'finished' || state === 'stopped';
    return html`<p class="small sub">${startedAt ? t(undoing ? 'plans.undo-started' : 'plans.started', { by: startedBy, time: moment(startedAt) }) : nothing} ${endedAt ? t(`plans.ended.${state}`, { time: moment(endedAt) }) : nothing}</p>
      <div class="prog"><div class="row"><span class="num">${percent(share)}</span></div>
        <div class="bar" role="progressbar" aria-label=${t(undoing ? 'plans.undo-progress' : 'plans.progress')} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(share * 100)} aria-valuetext=${figures}><i .style=${`width: ${share * 100}%`}></i></div>
        <div class="row small sub num"><span>${figures}</span>${state === 'running' && !held ? html`<span>${this.#remaining()}</span>` : nothing}</div></div>
      ${over || changed || held ? html`<dl class="facts">${figure(undoing ? 'plans.restored' : 'plans.changed', number(changed))}${alike ? figure('plans.alike', number(alike)) : nothing}${leftAlone(plan) ? figure('plans.left', number(leftAlone(plan))) : nothing}${held ? figure('plans.held', number(held)) : nothing}</dl>` : nothing}`;
  }

  /** Said anew at most every ten seconds, so that it can be read. */
  #remaining() {
    if (this.#estimate && performance.now() - this.#estimate.at < ESTIMATE_HOLDS) return this.#estimate.said;
    const left = remaining(this.#plan.remainingSeconds);
    const said = left ? t(`left.${left.unit}`, { count: left.count }) : t('left.unknown');
    this.#estimate = { said, at: performance.now() };
    return said;
  }

  /** Why it paused by itself, and what is to be done. */
  #pause() {
    const { pausedBecause, connector } = this.#plan;
    if (!pausedBecause) return nothing;
    return banner({ kind: 'warn', symbol: 'pause', title: t(`plans.paused.${pausedBecause}`, { helpdesk: nameOf(connector) }), text: t(`plans.paused.${pausedBecause}-why`), role: 'status' });
  }

  /** What the account's write-back means for it. */
  #mode() {
    const { writeBack, state, held } = this.#plan;
    if (state === 'finished' || state === 'stopped') return nothing;
    if (writeBack === 'off') return banner({ kind: 'warn', symbol: 'triangle-alert', title: t('plans.off'), text: t('plans.off-why') });
    if (writeBack === 'review' || held) return banner({ kind: 'info', symbol: 'info', title: t('plans.review'), text: t('plans.review-why') });
    return nothing;
  }

  #acts() {
    const plan = this.#plan;
    const off = plan.writeBack === 'off';
    return html`<div class="rowacts wrap">
      ${plan.state === 'ready' ? html`<button class="btn" type="button" data-act="try" aria-disabled=${this.#busy !== null} @click=${() => this.#try()}>${icon('search-check')}${t(this.#busy === 'try' ? 'plans.trying' : 'plans.try')}</button>` : nothing}
      ${acts(plan).map((act) => {
        const cannot = this.#busy !== null || (off && ['start', 'resume', 'undo'].includes(act));
        return html`<button class="btn ${act === 'start' ? 'primary' : ''}" type="button" data-act=${act} aria-disabled=${cannot} @click=${() => cannot || this.#choose(act)}>${icon(ICON[act])}${t(plan.state === 'ready' && act === 'stop' ? 'plans.act.discard' : `plans.act.${act}`)}</button>`;
      })}</div>`;
  }

  #choose(act) {
    const harmless = act === 'start' || act === 'pause' || act === 'resume' || this.#plan.state === 'ready';
    if (harmless) return this.#steer(act);
    this.#asked = act;
    this.#refused = null;
    this.afterwards(() => this.querySelector('.ask .btn')?.focus());
  }

  #question() {
    const act = this.#asked;
    const { toUndo } = this.#plan;
    return html`<div class="ask" role="group" aria-labelledby="ask-${this.#plan.id}" @keydown=${(event) => this.#keeps(event)}>
      <p id="ask-${this.#plan.id}">${t(`plans.ask.${act}`, { count: toUndo })}</p>
      <div class="rowacts wrap"><button class="btn primary" type="button" data-act="yes" aria-disabled=${this.#busy !== null} @click=${() => this.#steer(act)}>${t(`plans.yes.${act}`)}</button>
        <button class="btn" type="button" @click=${() => this.#keep()}>${t('plans.cancel')}</button></div></div>`;
  }

  #keeps(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#keep();
  }

  #keep() {
    const act = this.#asked;
    this.#asked = null;
    this.afterwards(() => this.querySelector(`[data-act="${act}"]`)?.focus());
  }

  #steer(act) {
    return this.#act(act, async () => {
      const plan = await steerPlan(this.#plan.id, act);
      this.#asked = null;
      this.#estimate = null;
      this.tell('changed', plan);
    });
  }

  #try() {
    return this.#act('try', async () => {
      this.#tried = await tryPlan(this.#plan.id);
    });
  }

  async #act(name, act) {
    if (this.#busy !== null) return;
    this.#busy = name;
    this.#refused = null;
    this.refresh();
    try {
      await act();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#refused = problem;
      this.#asked = null;
      if (problem.code === 'wrong-state') this.tell('stale');
    } finally {
      this.#busy = null;
      this.refresh();
    }
  }

  #result({ waiting, tickets, stopped }) {
    const helpdesk = nameOf(this.#plan.connector);
    const key = `dry.stopped-${stopped?.kind}`;
    return html`<section class="tried" aria-labelledby="tried-${this.#plan.id}"><h3 id="tried-${this.#plan.id}" role="status">${t('plans.tried', { count: tickets.length, total: waiting })}</h3>
      ${stopped ? banner({ kind: 'warn', symbol: 'pause', title: t(hasText(key) ? key : 'dry.stopped-other', { helpdesk, seconds: stopped.retryAfter ?? 0 }) }) : nothing}
      <ul class="held">${tickets.map((each) => this.#triedTicket(each, helpdesk))}</ul></section>`;
  }

  #triedTicket(each, helpdesk) {
    const { what, add, remove, reason, concerned } = each;
    const words = what === 'refused' ? this.#reason(reason, concerned) : t(`dry.is-${what}`, { helpdesk });
    return html`<li data-ticket=${each.ticket}><div>${ticketLink(each)} <span class="small sub">${words}</span>${what === 'write' ? changes(add, remove) : nothing}</div></li>`;
  }

  #reason(reason, concerned = []) {
    const key = `plans.reason.${reason}`;
    return hasText(key) ? t(key) : reasonText(reason, this.#plan.connector, concerned);
  }

  #left() {
    return html`<details class="hook" @toggle=${(event) => event.target.open && this.#readProblems()}>
      <summary>${icon('chevron-right')}<span class="strong">${t('plans.left-title', { count: leftAlone(this.#plan) })}</span></summary>
      <div class="more"><p class="sub">${t('plans.left-text')}</p>
        ${this.#problems ? html`<ul class="held">${this.#problems.map((each) => html`<li><div>${ticketLink(each)} <span class="small sub">${this.#reason(each.reason)}</span></div></li>`)}</ul>` : html`<p class="sub" role="status">${t('plans.loading')}</p>`}</div></details>`;
  }

  /** While they are looked at, the former list stays until the new one is there. */
  #renewProblems() {
    if (leftAlone(this.#plan) && this.querySelector('details.hook')?.open) this.#readProblems();
    else this.#problems = null;
  }

  async #readProblems() {
    try {
      this.#problems = (await readProblems(this.#plan.id)).problems;
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#problems ??= [];
      this.#refused = problem;
    }
    this.refresh();
  }
}

customElements.define('plan-card', PlanCard);
