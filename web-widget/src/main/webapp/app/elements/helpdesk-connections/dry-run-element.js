import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { tryWriting } from '../../api/console.js';
import { hasText, number, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { banner } from '../parts/states.js';
import { CarePart, changes, figure, reasonText, ticketLink } from './care-parts.js';

const AT_ONCE = 50;

/** Reads the tickets whose changes wait and shows what writing would do; writes nothing. */
export class DryRun extends CarePart {
  #shown = AT_ONCE;

  read() {
    return Promise.resolve(this.data ?? {}); // nothing is read before somebody asks
  }

  view() {
    return this.part({ name: 'dry', content: (run) => this.#content(run) });
  }

  #content(run) {
    return html`<div class="rowacts"><button class="btn sm" type="button" data-act="dry-run" aria-disabled=${this.busy} @click=${() => this.#run()}>${t(run.tickets ? 'dry.again' : 'dry.do')}</button></div>
      ${this.busy ? html`<p class="sub">${t('dry.running', { helpdesk: nameOf(this.account.connector) })}</p>` : run.tickets ? this.#result(run) : nothing}`;
  }

  #result({ waiting, most, writes, equal, refused, unread, tickets, stopped }) {
    if (!waiting) return html`<p>${t('dry.none')}</p>`;
    return html`${stopped ? banner({ kind: 'warn', symbol: 'pause', title: stopText(stopped, this.account.connector), text: t('dry.left', { count: waiting - tickets.length }) }) : nothing}
      <dl class="facts">${figure('dry.writes', number(writes))}${figure('dry.equal', number(equal))}${figure('dry.refused', number(refused))}${unread ? figure('dry.unread', number(unread)) : nothing}</dl>
      ${waiting > most ? html`<p class="small sub">${t('dry.most', { most, waiting })}</p>` : nothing}
      <ul class="held">${repeat(tickets.slice(0, this.#shown), ({ ticket }) => ticket, (each) => this.#row(each))}</ul>
      ${tickets.length > this.#shown ? html`<div class="rowacts"><button class="btn sm" type="button" data-act="more" @click=${() => this.#showMore()}>${t('list.more')}</button></div>` : nothing}`;
  }

  #row(each) {
    const { ticket, what, add, remove, reason, concerned } = each;
    const words = what === 'refused' ? reasonText(reason, this.account.connector, concerned) : t(`dry.is-${what}`, { helpdesk: nameOf(this.account.connector) });
    return html`<li data-ticket=${ticket}><div>${ticketLink(each)} <span class="small sub">${words}</span>${what === 'write' ? changes(add, remove) : nothing}</div></li>`;
  }

  #showMore() {
    this.#shown += AT_ONCE;
    this.refresh();
  }

  #run() {
    return this.act(async () => {
      this.told = '';
      this.data = await tryWriting(this.account.id);
      this.#shown = AT_ONCE;
      return t('dry.done');
    });
  }
}

function stopText({ kind, retryAfter }, connector) {
  const key = `dry.stopped-${kind}`;
  return t(hasText(key) ? key : 'dry.stopped-other', { helpdesk: nameOf(connector), seconds: retryAfter ?? 0 });
}

customElements.define('dry-run', DryRun);
