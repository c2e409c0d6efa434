import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { number, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { guesses } from '../../state/queue.js';
import { hashOf } from '../../state/routes.js';
import { choice } from '../data-page.js';
import { short, tagName } from '../parts/chip.js';
import { banner, empty } from '../parts/states.js';
import { icon } from '../page-element.js';

// What stands above the queue's list, and what stands in its place where it is empty. `page` as in queue-parts.js.

const FILTERS = ['all', '3', '2', '1', 'machine', 'aside', 'none'];

/** That the connection is gone, that another lead published, or that there are new labels; `load` shows them. */
export function banners(page, { publishers, fresh, load }) {
  const { draft } = page;
  const stale = publishers && draft.version > page.vocabulary.version;
  if (!draft.offline && !stale && !fresh) return nothing;
  const action = { text: t('queue.load'), act: load };
  return html`<div class="told">${draft.offline ? banner({ kind: 'info', symbol: 'cloud-off', title: t('queue.offline'), text: t('queue.offline-why', { count: draft.decisions.filter(({ id }) => id === null).length }), role: 'status' }) : nothing}
    ${stale ? banner({ kind: '', symbol: 'refresh-cw', title: t('queue.newer', { version: String(draft.version), name: publishers }), action, role: 'status' })
      : fresh ? banner({ kind: '', symbol: 'inbox', title: t('queue.new', { count: fresh }), action, role: 'status' }) : nothing}</div>`;
}

/** Search, helpdesk, and what else sifts the labels. */
export function tools(page, { open, later, decided }) {
  return html`<div class="tools"><div class="field">${icon('search')}
      <input class="input" type="search" aria-label=${t('unmapped.find')} placeholder=${t('unmapped.find')} .value=${live(page.typed)}
        @input=${(event) => page.find(event.target.value)} @keydown=${(event) => page.inField(event)}><span class="kbd" aria-hidden="true">/</span></div>
    ${page.accounts.length > 1 ? helpdesks(page) : nothing}
    ${choice(t('queue.show'), [['open', html`${t('queue.open')} <span class="num">${number(open)}</span>`], ['later', html`${t('queue.later')} <span class="num">${number(later)}</span>`], ['set-aside', t('queue.set-aside')]], page.shown, (shown) => page.turn(shown))}
    ${decided ? html`<a class="btn link sm" href=${hashOf('review')}>${t('queue.decided', { count: decided })}</a>` : nothing}
    <button class="btn sm" type="button" aria-pressed=${page.together} aria-keyshortcuts="A" @click=${() => page.pile()}><span class="kbd" aria-hidden="true">A</span>${t('queue.together')}</button>
    <span class="pair end"><label class="small sub" for="queue-filter"><span class="kbd" aria-hidden="true">F</span>${t('queue.guess')}</label><select class="select" id="queue-filter" aria-keyshortcuts="F" @keydown=${(event) => page.inFilter(event)} @change=${(event) => page.sift(event.target.value)}>${FILTERS.map(
      (value) => html`<option value=${value} ?selected=${value === page.filter}>${t(`queue-filter.${value}`)}</option>`)}
      <optgroup label=${t('queue.best-guess-is')}>${guesses(page.rows).map(([id, count]) => html`<option value="tag-${id}" ?selected=${`tag-${id}` === page.filter}>${tagName(page.vocabulary.tag(id))} (${number(count)})</option>`)}</optgroup></select></span>
    <span class="small muted" role="status">${page.typed || page.filter !== 'all' ? t('unmapped.matches', { count: page.labelCount }) : nothing}</span></div>`;
}

const helpdesks = (page) => html`<span class="pair"><label class="small sub" for="queue-account"><span class="kbd" aria-hidden="true">H</span><span class="sr">${t('report.account')}</span></label><select class="select" id="queue-account" aria-keyshortcuts="H"
    @keydown=${(event) => page.inAccounts(event)} @change=${(event) => page.turnToAccount(event.target.value)}><option value="" .selected=${live(!page.account)}>${t('report.all-accounts')}</option>${page.accounts.map(
      (account) => html`<option value=${account.id} .selected=${live(String(account.id) === page.account)}>${called(account)}</option>`)}</select></span>`;

const called = ({ subdomain, connector }) => `${subdomain} · ${nameOf(connector)}`;

/** The third list: what carries no reason; `say` tells what was brought back. */
export function setAside(page, say) {
  const back = ({ change, told }) => {
    page.draft.decide(page.vocabulary.version, [change]);
    say(told);
  };
  return html`<set-aside-list .version=${page.vocabulary.version} .decisions=${page.draft.decisions} .typed=${page.typed} @back=${({ detail }) => back(detail)} @clear=${() => page.find('')}></set-aside-list>`;
}

/** In place of the list: why there is none, and what to do. */
export function emptied(page, open) {
  const { account, typed, filter } = page;
  const decided = page.draft.decisions.length;
  const button = (text, act) => html`<button class="btn" type="button" @click=${act}>${text}</button>`;
  if (!page.vocabulary.tags.length) return told('inbox', t('unmapped.no-words'), t('unmapped.no-words-why'), html`<a class="btn" href=${hashOf('helpdesks')}>${t('report.see-progress')}</a>`);
  if (typed || filter !== 'all') return told('search', t('unmapped.no-match', { text: short(typed || filterName(page), 40) }), t('unmapped.no-match-why'), button(t('unmapped.clear'), () => page.clear()));
  if (page.shown === 'later') return told('clock', t('queue.none-later'), t('queue.none-later-why'), button(t('queue.open'), () => page.turn('open')));
  const why = decided && !open ? t('queue.done-draft', { count: decided }) : t('unmapped.done-why');
  const helpdesk = page.accounts.find(({ id }) => String(id) === account);
  if (helpdesk) return told('circle-check', t('queue.none-here', { helpdesk: called(helpdesk) }), why, button(t('report.all-accounts'), () => page.turnToAccount('')));
  return told('circle-check', t('unmapped.done'), why,
    decided ? html`<a class="btn" href=${hashOf('review')}>${t('queue.review')}</a>` : html`<a class="btn" href=${hashOf('reports')}>${t('page.reports')}</a>`);
}

const filterName = ({ filter, vocabulary }) => (filter.startsWith('tag-') ? tagName(vocabulary.tag(Number(filter.slice(4)))) : t(`queue-filter.${filter}`));

const told = (symbol, title, text, actions) => html`<div class="pad grow">${empty({ symbol, title, text, actions })}</div>`;
