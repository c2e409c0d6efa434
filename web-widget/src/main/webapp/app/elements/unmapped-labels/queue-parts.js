import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { calendarDay } from '../../i18n/figures.js';
import { number, t } from '../../i18n/texts.js';
import { initials } from '../../state/queue.js';
import { typed } from '../parts/chip.js';
import { icon } from '../page-element.js';
import { chip, guess, keyButton, meter, why, word } from './queue-words.js';

// The queue's rows, its pane and its bar of keys. `page` is what the page offers: its data and its acts.

export const headRow = (page) => html`<tr aria-rowindex="1"><th scope="col" class="cb"><span class="tgt"><input class="check" type="checkbox" aria-label=${t('queue.select-all', { count: page.list.length })}
      .checked=${page.list.length > 0 && page.selected.size >= page.list.length} .indeterminate=${page.selected.size > 0 && page.selected.size < page.list.length} @change=${() => page.selectAll()}></span></th>
    <th scope="col">${t('unmapped.label')}</th><th scope="col" class="r">${t('figure.contacts')}</th>
    <th scope="col">${t('unmapped.guess')}</th><th scope="col" class="hide-m">${t('unmapped.last-seen')}</th></tr>`;

export function labelRow(page, row, at) {
  const active = at === page.at;
  const { label } = row;
  const theirs = page.draft.held.get(label);
  const there = theirs ?? page.draft.open.get(label);
  return html`<tr aria-rowindex=${at + 2} aria-selected=${active} tabindex=${active ? 0 : -1} data-label=${label} class=${theirs ? 'theirs' : ''}
      @click=${(event) => page.clicked(event, at)} @focus=${() => page.turnTo(at)}>
    <td class="cb"><span class="tgt"><input class="check" type="checkbox" tabindex="-1" aria-label=${t('queue.select', { label })} .checked=${page.selected.has(label)} @click=${(event) => page.ticked(event, at)}></span></td>
    <td class="lb">${typed(label, 60)}${there ? html`<span class="who" title=${there}>${initials(there)}<span class="sr">${t(theirs ? 'queue.decided-by' : 'queue.open-by', { name: there })}</span></span>` : nothing}</td>
    <td class="r strong">${number(row.contacts)}</td>
    <td>${guess(row, page.vocabulary)}</td><td class="hide-m sub nowrap">${row.lastSeenOn ? calendarDay(row.lastSeenOn) : '–'}</td></tr>`;
}

/** The pane: what is known about the active label, and everything that can be decided. */
export function detail(page, row) {
  const { label, contacts, proposals, best } = row;
  const theirs = page.draft.held.get(label);
  const there = page.draft.open.get(label);
  return html`<div><h2>${typed(label, 400)}</h2>
      <p class="meta"><span>${t('unmapped.contacts', { count: contacts })}</span>${row.lastSeenOn ? html`<span>${t('unmapped.seen', { day: calendarDay(row.lastSeenOn) })}</span>` : nothing}</p>
      ${theirs ? html`<p class="small warn" role="status">${icon('triangle-alert', 's12')}${t('queue.theirs', { name: theirs })}</p>`
        : there ? html`<p class="small sub">${t('queue.open-by', { name: there })}</p>` : nothing}</div>
    ${page.mode ? form(page) : html`<div><h3 id="same-as">${t('unmapped.might')}</h3>
      ${proposals.length
        ? html`<div class="opts" role="group" aria-labelledby="same-as">${proposals.slice(0, 5).map((proposal, at) => option(page, proposal, at))}</div>`
        : html`<p class="sub">${t('unmapped.no-guess')}</p>`}
      <button class="btn sm other" type="button" aria-keyshortcuts="E" @click=${() => page.turnMode('edit')}><span class="kbd" aria-hidden="true">E</span>${t('queue.other-tag')}</button></div>
    <div class="acts4" role="group" aria-label=${t('queue.or')}>
      ${keyButton({ key: 'N', text: t('queue.new-tag'), act: () => page.turnMode('new') })}
      ${keyButton({ key: 'M', text: t('queue.machine'), act: () => page.turnMode('machine') })}
      ${keyButton({ key: 'I', text: t('queue.ignore'), act: () => page.ignore() })}
      ${page.shown === 'later'
        ? keyButton({ key: 'L', text: t('queue.bring-back'), act: () => page.bringBack() })
        : keyButton({ key: 'L', text: t('queue.later'), act: () => page.later() })}</div>`}
    <contacts-behind .vocabulary=${page.vocabulary} .accounts=${page.accounts} .row=${{ label, best }}></contacts-behind>`;
}

const option = (page, proposal, at) => html`<button class="opt" type="button" aria-keyshortcuts=${at + 1} @click=${() => page.place(at)}>
    <span class="kbd lead" aria-hidden="true">${at + 1}</span>
    <span>${chip(page.vocabulary.tag(proposal.tagId), page.vocabulary)}</span><span class="m">${why(proposal)}</span>
    <span class="end small sub">${meter(proposal.score)}${word(proposal.score)}</span></button>`;

function form(page) {
  const chosen = (event) => page.chosen(event.detail);
  const leave = () => page.turnMode(null);
  if (page.mode === 'edit') return html`<same-as-choice .finder=${page.finder} .vocabulary=${page.vocabulary} @choose=${chosen} @leave=${leave}></same-as-choice>`;
  if (page.mode === 'new') return html`<new-tag .finder=${page.finder} .vocabulary=${page.vocabulary} @choose=${chosen} @leave=${leave}></new-tag>`;
  return html`<machine-form .all=${page.all} @choose=${chosen} @leave=${leave}></machine-form>`;
}

const hint = (keys, text) => html`<span>${keys.map((key) => html`<span class="kbd">${key}</span>`)}${text}</span>`;

/** Keys, or with rows selected what can be done with them; at its end what was done last. */
export const keyBar = (page) => html`<footer class="keys ${page.selected.size ? 'batch' : ''}">${page.selected.size
    ? html`<strong role="status">${t('queue.selected', { count: page.selected.size })}</strong>
      ${batchButton('1', t('queue.each-best', { count: page.guessed }), () => page.place(0), !page.guessed)}
      ${batchButton('E', t('queue.all-same'), () => page.turnMode('edit'))}
      ${batchButton('N', t('queue.new-tag'), () => page.turnMode('new'))}
      ${batchButton('M', t('queue.machine'), () => page.turnMode('machine'))}
      ${batchButton('I', t('queue.ignore'), () => page.ignore())}
      ${page.shown === 'later' ? batchButton('L', t('queue.bring-back'), () => page.bringBack()) : batchButton('L', t('queue.later'), () => page.later())}
      ${batchButton('Esc', t('queue.clear'), () => page.clear())}`
    : html`${hint(['J', 'K'], t('keys.rows'))}${hint(['1', '–', '5'], t('queue.same-as'))}${hint(['X'], t('queue.select-key'))}${hint(['Z'], t('queue.undo'))}${hint(['/'], t('keys.find'))}${hint(['?'], t('keys.help'))}`}
  ${page.told ? toast(page) : nothing}</footer>`;

const batchButton = (key, text, act, off = false) => html`<button class="btn link sm" type="button" aria-keyshortcuts=${key === 'Esc' ? 'Escape' : key} ?disabled=${off} @click=${act}><span class="kbd" aria-hidden="true">${key}</span>${text}</button>`;

const toast = (page) => html`<div class="end toast" role="status"><span>${page.told}</span>${page.draft.canUndo
    ? html`<button class="act" type="button" aria-keyshortcuts="Z" @click=${() => page.undo()}>${t('queue.undo')}<span class="kbd" aria-hidden="true">Z</span></button>` : nothing}</div>`;

/** For the sheet of all keys. */
export const QUEUE_KEYS = [
  [['1', '–', '5'], 'queue.same-as'],
  [['E'], 'queue.other-tag'],
  [['N'], 'queue.new-tag'],
  [['M'], 'queue.machine'],
  [['I'], 'queue.ignore'],
  [['L'], 'queue.later'],
  [['X'], 'queue.select-key'],
  [['Ctrl', 'A'], 'queue.select-match'],
  [['O'], 'queue.show-tickets'],
  [['Z'], 'queue.undo'],
  [['P'], 'queue.review-key'],
];
