import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { calendarDay } from '../../i18n/figures.js';
import { number, t } from '../../i18n/texts.js';
import { spellings } from '../../state/piles.js';
import { initials } from '../../state/queue.js';
import { typed } from '../parts/chip.js';
import { icon } from '../page-element.js';
import { chip, guess, keyButton, meter, why, word } from './queue-words.js';

const IN_ROW = 8;

// The queue's rows, its pane and its bar of keys. `page` is what the page offers: its data and its acts.

export const headRow = (page) => html`<tr aria-rowindex="1"><th scope="col" class="cb"><span class="tgt"><input class="check" type="checkbox" aria-label=${t('queue.select-all', { count: page.list.length })}
      .checked=${page.list.length > 0 && page.selected.size >= page.list.length} .indeterminate=${page.selected.size > 0 && page.selected.size < page.list.length} @change=${() => page.selectAll()}></span></th>
    <th scope="col">${t('unmapped.label')}</th><th scope="col" class="r">${t('figure.contacts')}</th>
    <th scope="col">${t('unmapped.guess')}</th><th scope="col" class="hide-m">${t('unmapped.last-seen')}</th></tr>`;

export function labelRow(page, row, at) {
  const active = at === page.at;
  const { label } = row;
  const theirs = page.draft.takenBy(label);
  const there = theirs ?? page.draft.open.get(label);
  return html`<tr aria-rowindex=${at + 2} aria-selected=${active} tabindex=${active ? 0 : -1} data-label=${label} class=${theirs ? 'theirs' : ''}
      @click=${(event) => page.clicked(event, at)} @focus=${() => page.turnTo(at)}>
    <td class="cb"><span class="tgt"><input class="check" type="checkbox" tabindex="-1" aria-label=${t('queue.select', { label })} .checked=${page.selected.has(label)} @click=${(event) => page.ticked(event, at)}></span></td>
    <td class="lb">${typed(label, 60)}${row.alike.length ? html` <span class="badge num" title=${t('queue.and-alike', { count: row.alike.length })}><span aria-hidden="true">+${number(row.alike.length)}</span><span class="sr">${t('queue.and-alike', { count: row.alike.length })}</span></span>` : nothing}${there ? html`<span class="who" title=${there}>${initials(there)}<span class="sr">${t(theirs ? 'queue.decided-by' : 'queue.open-by', { name: there })}</span></span>` : nothing}${row.alike.length ? html`<span class="others" aria-hidden="true">${spellings(row).slice(0, IN_ROW).map(([each]) => each.label).join(' · ')}</span>` : nothing}</td>
    <td class="r strong">${number(row.contacts)}</td>
    <td>${guess(row, page.vocabulary)}</td><td class="hide-m sub nowrap">${row.lastSeenOn ? calendarDay(row.lastSeenOn) : '–'}</td></tr>`;
}

/** The pane: what is known about the active label, and everything that can be decided. */
export function detail(page, row) {
  const { label, contacts, proposals, best, kind } = row;
  const theirs = page.draft.takenBy(label);
  const there = page.draft.open.get(label);
  return html`<div><h2>${typed(label, 400)}</h2>
      <p class="meta"><span>${t('unmapped.contacts', { count: contacts })}</span>${row.lastSeenOn ? html`<span>${t('unmapped.seen', { day: calendarDay(row.lastSeenOn) })}</span>` : nothing}</p>
      ${theirs ? html`<p class="small warn" role="status">${icon('triangle-alert', 's12')}${t(page.draft.held.has(label) ? 'queue.theirs' : 'queue.settled', { name: theirs })}</p>`
        : there ? html`<p class="small sub">${t('queue.open-by', { name: there })}</p>` : nothing}</div>
    ${row.alike.length ? alike(page, row) : nothing}
    ${page.mode ? form(page) : html`<div><h3 id="same-as">${t('unmapped.might')}</h3>
      ${proposals.length
        ? html`<div class="opts" role="group" aria-labelledby="same-as">${proposals.slice(0, 5).map((proposal, at) => option(page, proposal, at))}</div>`
        : html`<p class="sub">${kind ? t(`queue.${kind}-why`) : t('unmapped.no-guess')}</p>`}
      ${page.again.length ? html`<div class="might lately" role="group" aria-label=${t('queue.lately')}><span class="small sub">${t('queue.lately')}</span>${page.again.map((tag, at) => html`<button class="btn sm" type="button" aria-keyshortcuts=${at < 4 ? at + 6 : nothing} @click=${() => page.placeAgain(at)}>${at < 4 ? html`<span class="kbd" aria-hidden="true">${at + 6}</span>` : nothing}${chip(tag, page.vocabulary)}</button>`)}</div>` : nothing}
      <button class="btn sm other" type="button" aria-keyshortcuts="E" @click=${() => page.turnMode('edit')}><span class="kbd" aria-hidden="true">E</span>${t('queue.other-tag')}</button></div>
    <div class="acts4" role="group" aria-label=${t('queue.or')}>
      ${keyButton({ key: 'N', text: t('queue.new-tag'), act: () => page.turnMode('new') })}
      ${keyButton({ key: 'M', text: t('queue.machine'), act: () => page.turnMode('machine') })}
      ${keyButton({ key: 'I', text: t('queue.ignore'), act: () => page.ignore() })}
      ${page.shown === 'later'
        ? keyButton({ key: 'L', text: t('queue.bring-back'), act: () => page.bringBack() })
        : keyButton({ key: 'L', text: t('queue.later'), act: () => page.later() })}
      ${keyButton({ key: 'Q', text: t('queue.question'), act: () => page.question() })}</div>`}
    <contacts-behind .vocabulary=${page.vocabulary} .accounts=${page.accounts} .row=${{ label, best }}></contacts-behind>`;
}

/** The labels that are decided with the active one, each spelling with a box to take it out. */
const alike = (page, row) => html`<fieldset class="alike"><legend class="small strong">${t('queue.alike', { count: row.alike.length })}</legend>
    <p class="small sub">${t('queue.alike-why')}</p><ul>${spellings(row).map((rows) => html`<li><label><span class="tgt"><input class="check" type="checkbox" .checked=${live(!page.apart.has(rows[0].label))} @change=${() => page.part(rows)}></span>
      <span>${rows.map(({ label }, at) => html`${at ? html`<span class="muted"> · </span>` : nothing}${typed(label, 60)}`)}</span><span class="num sub">${number(Math.max(...rows.map(({ contacts }) => contacts)))}</span></label></li>`)}</ul></fieldset>`;

const option = (page, proposal, at) => html`<button class="opt" type="button" aria-keyshortcuts=${at + 1} @click=${() => page.place(at)}>
    <span class="kbd lead" aria-hidden="true">${at + 1}</span>
    <span>${chip(page.vocabulary.tag(proposal.tagId), page.vocabulary)}</span><span class="m">${why(proposal)}</span>
    <span class="end small sub">${meter(proposal.score)}${word(proposal.score)}</span></button>`;

function form(page) {
  const chosen = (event) => page.chosen(event.detail);
  const leave = () => page.turnMode(null);
  if (page.mode === 'edit') return html`<same-as-choice .finder=${page.finder} .vocabulary=${page.vocabulary} .decisions=${page.draft.decisions} @choose=${chosen} @make=${({ detail }) => page.turnMode('new', detail.text)} @leave=${leave}></same-as-choice>`;
  if (page.mode === 'new') return html`<new-tag .vocabulary=${page.vocabulary} .decisions=${page.draft.decisions} @choose=${chosen} @leave=${leave}></new-tag>`;
  return html`<machine-form .all=${page.all} @choose=${chosen} @leave=${leave}></machine-form>`;
}

const hint = (keys, text) => html`<span>${keys.map((key) => html`<span class="kbd">${key}</span>`)}${text}</span>`;

/** Keys, or with rows selected what can be done with them; at its end what was done last. */
export const keyBar = (page) => html`<footer class="keys ${page.selected.size ? 'batch' : ''}">${page.selected.size
    ? html`<strong role="status">${t('queue.selected', { count: page.chosenRows.length })}</strong>
      ${batchButton('1', t('queue.each-best', { count: page.guessed }), () => page.place(0), !page.guessed)}
      ${batchButton('E', t('queue.all-same'), () => page.turnMode('edit'))}
      ${batchButton('N', t('queue.new-tag'), () => page.turnMode('new'))}
      ${batchButton('M', t('queue.machine'), () => page.turnMode('machine'))}
      ${batchButton('I', t('queue.ignore'), () => page.ignore())}
      ${page.shown === 'later' ? batchButton('L', t('queue.bring-back'), () => page.bringBack()) : batchButton('L', t('queue.later'), () => page.later())}
      ${batchButton('Esc', t('queue.clear'), () => page.clear())}`
    : html`${hint(['J', 'K'], t('keys.rows'))}${hint(['1', '–', '5'], t('queue.same-as'))}${page.row?.alike.length ? hint(['Tab'], t('queue.part-key')) : nothing}${hint(['X'], t('queue.select-key'))}${hint(['Z'], t('queue.undo'))}${hint(['/'], t('keys.find'))}${hint(['?'], t('keys.help'))}`}
  ${page.told ? toast(page) : nothing}</footer>`;

const batchButton = (key, text, act, off = false) => html`<button class="btn link sm" type="button" aria-keyshortcuts=${key === 'Esc' ? 'Escape' : key} ?disabled=${off} @click=${act}><span class="kbd" aria-hidden="true">${key}</span>${text}</button>`;

const toast = (page) => html`<div class="end toast" role="status"><span>${page.told}</span>${page.draft.canUndo
    ? html`<button class="act" type="button" aria-keyshortcuts="Z" @click=${() => page.undo()}>${t('queue.undo')}<span class="kbd" aria-hidden="true">Z</span></button>` : nothing}</div>`;

/** For the sheet of all keys. */
export const QUEUE_KEYS = [
  [['1', '–', '5'], 'queue.same-as'],
  [['6', '–', '9'], 'queue.lately'],
  [['E'], 'queue.other-tag'],
  [['N'], 'queue.new-tag'],
  [['M'], 'queue.machine'],
  [['I'], 'queue.ignore'],
  [['L'], 'queue.later'],
  [['B'], 'queue.bring-back'],
  [['Q'], 'queue.question'],
  [['X'], 'queue.select-key'],
  [['Ctrl', 'A'], 'queue.select-match'],
  [['Tab'], 'queue.part-key'],
  [['A'], 'queue.together'],
  [['F'], 'queue.guess'],
  [['H'], 'report.account'],
  [['O'], 'queue.show-tickets'],
  [['Z'], 'queue.undo'],
  [['P'], 'queue.review-key'],
];
