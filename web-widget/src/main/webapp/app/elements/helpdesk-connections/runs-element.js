import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readRuns } from '../../api/console.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { age } from '../../state/progress.js';
import { CarePart, moreButton, withOlder } from './care-parts.js';

/** How an account's reading went lately. */
export class SyncRuns extends CarePart {
  read() {
    return readRuns(this.account.id);
  }

  async keepUp() {
    return withOlder(await this.read(), this.data, 'runs');
  }

  view() {
    return this.part({ name: 'runs', content: (data) => this.#list(data) });
  }

  #list({ runs, more }) {
    if (!runs.length) return html`<p>${t('runs.none')}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('runs.title')}><table class="tbl plain"><caption class="sr">${t('runs.title')}</caption>
      <thead><tr><th scope="col">${t('runs.when')}</th><th scope="col">${t('runs.lasted')}</th><th scope="col" class="r">${t('runs.pages')}</th><th scope="col" class="r">${t('fact.tickets')}</th><th scope="col" class="wide">${t('runs.ending')}</th></tr></thead>
      <tbody>${repeat(runs, ({ id }) => id, row)}</tbody></table></div>
      ${more ? moreButton(this.busy, () => this.more(() => readRuns(this.account.id, runs.at(-1).id), 'runs')) : nothing}`;
  }
}

function row({ startedAt, endedAt, pages, tickets, ending, message, repeats }) {
  const lasted = endedAt ? age((new Date(endedAt) - new Date(startedAt)) / 1000) : null;
  const key = `ending.${ending}`;
  return html`<tr><td class="num nowrap">${moment(startedAt)}</td><td class="nowrap">${lasted ? t(`age.${lasted.unit}`, { count: lasted.count }) : '–'}</td>
    <td class="r">${number(pages)}</td><td class="r">${number(tickets)}</td>
    <td>${hasText(key) ? t(key) : ending}${repeats > 1 ? ` ${t('runs.repeats', { count: repeats })}` : ''}${message && ending !== 'lease-lost' ? html`<p class="small sub" lang="en">${message}</p>` : nothing}</td></tr>`;
}

customElements.define('sync-runs', SyncRuns);
