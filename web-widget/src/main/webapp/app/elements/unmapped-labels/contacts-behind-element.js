import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { readLabelContacts } from '../../api/draft.js';
import { previewChanges } from '../../api/vocabulary.js';
import { calendarDay } from '../../i18n/figures.js';
import { dayOf, number, spoken, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { languageOfText } from '../../state/vocabulary.js';
import { beforeAfter, effectText } from '../change-preview/change-preview-element.js';
import { short } from '../parts/chip.js';
import { problemText } from '../parts/states.js';
import { icon, PageElement } from '../page-element.js';
import { chip } from './queue-words.js';

const PAUSE = 250; // J held down never waits for this

/** What stands behind one label: helpdesks, weeks, tickets, and what its best guess would do. Asked when the reader pauses. */
export class ContactsBehind extends PageElement {
  vocabulary = null;
  accounts = [];
  #label = null;
  #best = null;
  #found = null;
  #effect = null;
  #tickets = null;
  #problem = null;
  #clock = 0;
  #asking = null;

  /** @param {{label: string, best: ?object}} row the label, and the proposal whose effect is shown */
  set row({ label, best }) {
    if (label === this.#label && best?.tagId === this.#best?.tagId) return;
    this.#label = label;
    this.#best = best;
    this.#found = this.#effect = this.#tickets = this.#problem = null;
    this.#asking?.abort();
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#ask(false), PAUSE);
    this.refresh();
  }

  /** Shows some tickets too, and goes to the first. */
  async open() {
    await this.#ask(true);
    this.afterwards(() => this.querySelector('.tickets a')?.focus());
  }

  disconnectedCallback() {
    clearTimeout(this.#clock);
    this.#asking?.abort();
  }

  async #ask(tickets) {
    clearTimeout(this.#clock);
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const label = this.#label;
    try {
      const found = await readLabelContacts(label, tickets, signal);
      if (label !== this.#label) return;
      this.#found = found;
      if (found.tickets) this.#tickets = found.tickets;
      this.refresh();
      if (this.#best && !this.#effect) await this.#weigh(label, this.#best.tagId, signal);
    } catch (problem) {
      if (label === this.#label && problem.code !== 'stopped') this.#problem = problem;
    }
    this.refresh();
  }

  async #weigh(label, tagId, signal) {
    const { tags } = await previewChanges([{ do: 'place-label', label, tagId }], signal);
    if (label === this.#label) this.#effect = tags.find((tag) => tag.tagId === tagId) ?? null;
  }

  view() {
    if (this.#problem) return html`<p class="small sub">${problemText(this.#problem)}</p>`;
    if (!this.#found) return html`<p class="sr" role="status">${t('queue.reading')}</p>`;
    const { accounts, weeks } = this.#found;
    return html`<div class="behind">
      <ul class="meta">${accounts.map((each) => html`<li><span class="host" aria-hidden="true">${this.#letter(each.accountId)}</span>${this.#name(each.accountId)} <span class="num strong">${number(each.contacts)}</span></li>`)}
        ${accounts.length ? html`<li>${t('queue.since', { day: calendarDay(accounts.map(({ firstSeenOn }) => firstSeenOn).sort()[0], { year: true }) })}</li>` : nothing}</ul>
      ${weeks.some(Boolean) ? html`<p class="small sub weeks">${spark(weeks)}<span>${t('queue.weeks', { count: weeks.reduce((sum, each) => sum + each, 0) })}</span></p>` : nothing}
      ${this.#effect ? this.#effects() : nothing}
      ${this.#tickets ? this.#list() : html`<button class="btn sm" type="button" aria-keyshortcuts="Enter O" @click=${() => this.open()}><span class="kbd" aria-hidden="true">O</span>${t('queue.show-tickets')}</button>`}</div>`;
  }

  #effects() {
    return html`<div><h3>${t('queue.if-first')}</h3><div class="fx">${beforeAfter(this.#effect)}
      <p class="small">${chip(this.vocabulary.tag(this.#best.tagId), this.vocabulary)} ${effectText(this.#effect)}. <span class="sub">${t('queue.nothing-written')}</span></p></div></div>`;
  }

  #list() {
    return html`<div><h3>${t('queue.tickets')}</h3>${this.#tickets.length
      ? html`<ul class="tickets">${this.#tickets.map((ticket) => html`<li>${ticket.page
          ? html`<a href=${ticket.page} target="_blank" rel="noreferrer">${nameOf(this.#account(ticket.accountId)?.connector ?? '')} ${ticket.ticketId}</a>`
          : html`<span>${ticket.ticketId}</span>`} <span class="sub" lang=${languageOfText(ticket.subject ?? '', spoken()) || nothing}>${short(ticket.subject ?? '', 80)}</span>
          <span class="muted">${dayOf(ticket.createdAt)}</span></li>`)}</ul>`
      : html`<p class="small sub">${t('queue.no-tickets')}</p>`}</div>`;
  }

  #account(id) {
    return this.accounts.find((each) => each.id === id);
  }

  #name(id) {
    const account = this.#account(id);
    return account ? nameOf(account.connector) : t('changes.helpdesk-gone');
  }

  #letter(id) {
    return this.#account(id) ? nameOf(this.#account(id).connector).charAt(0) : icon('plug', 's12');
  }
}

const spark = (values) => {
  const most = Math.max(...values, 1);
  const at = (value, index) => `${((index / (values.length - 1)) * 56 + 2).toFixed(1)} ${(18 - (value / most) * 16).toFixed(1)}`;
  return html`<svg class="spark" viewBox="0 0 60 20" aria-hidden="true">${svg`<path d=${`M${values.map(at).join(' L')}`}></path><circle cx="58" cy=${18 - (values.at(-1) / most) * 16} r="2"></circle>`}</svg>`;
};

customElements.define('contacts-behind', ContactsBehind);
