import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readSetAside } from '../../api/set-aside.js';
import { shortcutsOn } from '../../host/appearance.js';
import { number, t } from '../../i18n/texts.js';
import { folded } from '../../state/queue.js';
import { stepTo } from '../../state/tag-list.js';
import { DataPage } from '../data-page.js';
import { short, typed } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import { icon } from '../page-element.js';

const DRAWN = 100;
const ELSEWHERE = /^(?:Key[AEFILMNOX]|Digit\d|Numpad\d)$/; // keys of the queue that mean nothing here

/**
 * Ignored labels and beginnings of machine labels, each of which can be brought back. Events: `back` {change, told},
 * `clear` for the search.
 */
export class SetAsideList extends DataPage {
  #version = 0;
  #decisions = [];
  #typed = '';
  #at = 0;
  #drawn = DRAWN;
  #listeners = null;

  /** The version that the page shows; another one has the list read again. */
  set version(version) {
    if (version === this.#version) return;
    this.#version = version;
    this.#read();
  }

  /** The lead's draft: what it brings back already is not listed. */
  set decisions(decisions) {
    if (decisions === this.#decisions) return;
    this.#decisions = decisions;
    this.refresh();
  }

  /** What is searched for. */
  set typed(text) {
    if (text === this.#typed) return;
    this.#typed = text;
    this.#at = 0;
    this.refresh();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listeners = new AbortController();
    addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal: this.#listeners.signal });
  }

  disconnectedCallback() {
    this.#listeners.abort();
  }

  #read() {
    this.load((signal) => readSetAside(signal));
  }

  get #rows() {
    const gone = new Set(this.#decisions.map(({ change }) => keyOf(change)));
    const wanted = folded(this.#typed);
    return this.data.rows.filter((row) => !gone.has(keyOf(changeOf(row))) && (!wanted || folded(row.text).includes(wanted)));
  }

  view() {
    return this.whenLoaded(() => this.#list(), { loading: t('unmapped.loading'), failed: t('unmapped.failed'), again: () => this.#read() });
  }

  #list() {
    const rows = this.#rows;
    if (!rows.length) return this.#nothing();
    this.#at = Math.min(this.#at, rows.length - 1);
    const head = (text, classes = '') => html`<th scope="col" class=${classes}>${text}</th>`;
    return html`<p class="pad small sub" role="status">${t('aside.count', { count: rows.length })}</p>
      <div class="listbox" @scroll=${(event) => this.#scrolled(event.target, rows.length)}><table class="tbl" role="grid" aria-rowcount=${rows.length + 1}><caption class="sr">${t('aside.name')}</caption>
        <thead><tr aria-rowindex="1">${head(t('unmapped.label'))}${head(t('aside.kind'), 'hide-m')}${head(t('aside.labels'), 'r hide-m')}${head(t('figure.contacts'), 'r')}${head(html`<span class="sr">${t('queue.bring-back')}</span>`)}</tr></thead>
        <tbody>${repeat(rows.slice(0, Math.max(this.#drawn, this.#at + 20)), (row) => keyOf(changeOf(row)), (row, at) => this.#row(row, at))}</tbody></table></div>
      <footer class="keys"><span><span class="kbd">J</span><span class="kbd">K</span>${t('keys.rows')}</span><span><span class="kbd">B</span>${t('queue.bring-back')}</span><span><span class="kbd">Z</span>${t('queue.undo')}</span><span><span class="kbd">/</span>${t('keys.find')}</span><span><span class="kbd">?</span>${t('keys.help')}</span></footer>`;
  }

  #row(row, at) {
    const active = at === this.#at;
    const act = () => this.#bringBack(at);
    return html`<tr aria-rowindex=${at + 2} aria-selected=${active} tabindex=${active ? 0 : -1} data-text=${row.text} @focus=${() => this.#turnTo(at)} @click=${() => this.#turnTo(at)}>
      <td>${typed(row.text, 80)}${row.kind === 'prefix' ? html`<span aria-hidden="true">…</span>` : nothing}<span class="only-m small sub">${t(`aside.${row.kind}`)}</span></td>
      <td class="hide-m"><span class="guess sub">${icon(row.kind === 'prefix' ? 'cog' : 'minus')}${t(`aside.${row.kind}`)}</span></td>
      <td class="r hide-m">${number(row.labels)}</td><td class="r strong">${number(row.contacts)}</td>
      <td class="r"><button class="btn sm" type="button" tabindex=${active ? 0 : -1} aria-label=${t('aside.bring', { text: short(row.text, 60) })} aria-keyshortcuts=${active ? 'B' : nothing} @click=${act}>${active ? html`<span class="kbd" aria-hidden="true">B</span>` : nothing}${t('queue.bring-back')}</button></td></tr>`;
  }

  #nothing() {
    const found = !this.#typed
      ? { symbol: 'inbox', title: t('aside.none'), text: t('aside.none-why') }
      : { symbol: 'search', title: t('unmapped.no-match', { text: short(this.#typed, 40) }), text: t('unmapped.no-match-why'), actions: html`<button class="btn" type="button" @click=${() => this.tell('clear')}>${t('unmapped.clear')}</button>` };
    return html`<div class="pad grow">${empty(found)}</div>`;
  }

  #turnTo(at) {
    if (at === this.#at) return;
    this.#at = at;
    this.refresh();
  }

  #bringBack(at) {
    const row = this.#rows[at];
    if (!row) return;
    this.#at = at;
    const told = html`${typed(row.text, 30)}${row.kind === 'prefix' ? '…' : nothing} <span class="b">${t('aside.told')}</span>`;
    this.tell('back', { change: changeOf(row), told });
    this.#focus();
  }

  #focus() {
    this.afterwards(() => this.querySelectorAll('tbody tr')[this.#at]?.focus());
  }

  #scrolled(box, count) {
    if (box.scrollTop + box.clientHeight < box.scrollHeight - 400 || this.#drawn >= count) return;
    this.#drawn += DRAWN;
    this.refresh();
  }

  /** Before the queue hears it, whose rows are not on screen. */
  #pressed(event) {
    if (!this.data || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.('input, textarea, select, dialog') || document.querySelector('dialog[open]')) return;
    const letter = shortcutsOn() ? event.code : '';
    const inList = this.contains(event.target) || event.target === document.body || event.target.id === 'main';
    const to = stepTo(inList ? event.key : '', letter, this.#at, this.#rows.length);
    if (letter === 'KeyB' && !event.shiftKey) this.#bringBack(this.#at);
    else if (to !== null) {
      this.#at = to;
      this.#focus();
    } else if (!ELSEWHERE.test(letter)) return;
    event.preventDefault();
  }
}

/** What brings a row back. */
const changeOf = ({ kind, text }) => (kind === 'prefix' ? { do: 'forget-prefix', prefix: text } : { do: 'forget-label', label: text });

const keyOf = (change) => (change.do === 'forget-prefix' ? `prefix ${change.prefix}` : change.do === 'forget-label' ? `label ${change.label}` : null);

customElements.define('set-aside-list', SetAsideList);
