import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { readUsage } from '../../api/tags.js';
import { shortcutsOn } from '../../host/appearance.js';
import { dayOf, number, spoken, t } from '../../i18n/texts.js';
import { TagSearch, nextSort, rowWindow, shownRows, stepTo, tagRows } from '../../state/tag-list.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { tagName } from '../parts/chip.js';
import { banner, empty } from '../parts/states.js';
import '../house-vocabulary/house-vocabulary-element.js';
import { acceptedRequest, markMade } from '../tag-requests/made-request.js';
import { TagPane } from './tag-pane-element.js';
import { tagTable } from './tag-table.js';
import { noMatch, tagTools } from './tag-tools.js';
import { refusal } from './tag-words.js';
import { UndoDock } from './undo-dock.js';

/** House tags: the list with its usage, what is said of each, and every decision about them. Agents read only. */
export class TagsPage extends DataPage {
  person = null;
  choice = {};
  #wanted = { typed: '', family: '', facet: '', life: 'live', sort: { by: null, down: false } };
  #rows = [];
  #shown = [];
  #search = new TagSearch([]);
  #active = 0;
  #place = { top: 0, height: 800, rowHeight: 41 };
  #pane = new TagPane();
  #dock = new UndoDock(this);
  #refused = null;
  #reader = null;

  constructor() {
    super();
    this.#pane.addEventListener('published', (event) => this.#published(event.detail));
    this.#pane.addEventListener('newer', (event) => this.#take({ ...this.data, vocabulary: event.detail }));
    this.#pane.addEventListener('opened', () => this.refresh());
    this.#pane.addEventListener('closed', () => this.#closed());
    this.#pane.addEventListener('open-tag', (event) => {
      this.#pane.peek(event.detail.id);
      this.#turnToTag(event.detail.id);
      this.#pane.toTitle();
    });
    this.addEventListener('keydown', (event) => this.#pressed(event));
  }

  get #leads() {
    return ['lead', 'admin'].includes(String(this.person?.role).toLowerCase());
  }

  arrive(choice = this.choice) {
    if (this.#leads) return this.#read().then(() => this.#choose(choice));
    this.refresh();
    return this.afterwards(() => this.#reader?.arrive());
  }

  #read() {
    return this.load(async (signal) => {
      const [vocabulary, usage, accounts] = await Promise.all([readVocabulary(), readUsage(signal), readAccounts()]);
      const data = { vocabulary: new Vocabulary(vocabulary), usage, accounts: accounts.accounts };
      this.#index(data);
      return data;
    });
  }

  #take(data) {
    this.data = data;
    this.#index(data);
    this.refresh();
  }

  #index({ vocabulary, usage, accounts }) {
    this.#rows = tagRows(vocabulary, usage);
    this.#search = new TagSearch(this.#rows);
    Object.assign(this.#pane, { vocabulary, usage, accounts, rows: this.#rows });
    this.#pane.renewed();
    this.#sift();
  }

  #choose({ tag, new: name, request }) {
    if (request) this.#make(request);
    else if (tag) {
      this.#turnToTag(Number(tag));
      this.#pane.toTitle();
    } else if (name !== undefined) this.#new(name);
  }

  view() {
    if (!this.#leads) {
      this.#reader ??= document.createElement('house-tags');
      return html`${this.#reader}`;
    }
    return this.whenLoaded((data) => this.#page(data), { loading: t('words.loading'), failed: t('words.failed'), again: () => this.#read() });
  }

  #page({ vocabulary, usage }) {
    const live = vocabulary.tags.filter((tag) => !tag.retired).length;
    const text = t('tags.text', { count: live, day: dayOf(`${usage.to}T12:00:00`) });
    return html`${pageHead({ title: t('page.tags'), text, acts: this.#acts() })}
      ${this.#refused ? html`<div class="told">${banner({ kind: 'danger', symbol: 'circle-x', title: this.#refused(), role: 'alert', action: { text: t('notice.close'), act: () => this.#forgive() } })}</div>` : nothing}
      ${tagTools(vocabulary, this.#wanted, this.#counted(), { want: (change) => this.#want(change), keys: (event) => this.#inField(event) })}
      <div class="split tagbook ${this.#pane.isOpen ? 'opened' : ''}"><div class="listbox" @scroll=${(event) => this.#scrolled(event.target)}>${this.#list(vocabulary)}</div>
        ${this.#pane.isOpen ? this.#pane : nothing}</div>
      ${this.#keys()}`;
  }

  #acts() {
    return html`<button class="btn" type="button" data-act="families" @click=${() => this.#pane.showFamilies()}>${t('tags.families')}</button>
      <button class="btn primary" type="button" data-act="new" aria-keyshortcuts="N" @click=${() => this.#new('')}>${t('tags.new')} <span class="kbd" aria-hidden="true">N</span></button>`;
  }

  #counted() {
    const { from, to } = this.#window();
    const count = this.#shown.length;
    if (count <= to - from) return t('tags.shown', { count });
    const first = Math.floor(this.#place.top / this.#place.rowHeight) + 1;
    const last = Math.min(count, Math.floor((this.#place.top + this.#place.height) / this.#place.rowHeight));
    return t('tags.range', { from: number(first), to: number(last), count });
  }

  #window() {
    return rowWindow({ count: this.#shown.length, ...this.#place });
  }

  #list(vocabulary) {
    if (!vocabulary.tags.length) return html`<div class="pad">${empty({ symbol: 'book-open', title: t('sidebar.no-words'), text: t('tags.none-why'), actions: html`<button class="btn primary" type="button" @click=${() => this.#new('')}>${t('tags.new')}</button>` })}</div>`;
    if (!this.#shown.length) return noMatch(this.#wanted.typed.trim(), { clear: () => this.#want({ typed: '', family: '', facet: '', life: 'live' }), make: (name) => this.#new(name) });
    const list = { rows: this.#shown, window: this.#window(), rowHeight: this.#place.rowHeight, active: this.#active, sort: this.#wanted.sort, vocabulary };
    return tagTable(list, {
      sort: (by) => this.#want({ sort: nextSort(this.#wanted.sort, by) }),
      open: (place) => this.#open(place),
      focus: (place) => this.#turnTo(place),
      keys: (event) => this.#inGrid(event),
    });
  }

  #keys() {
    const key = (text) => html`<span class="kbd">${text}</span>`;
    return html`<footer class="keys"><span>${key('J')}${key('K')}${t('keys.rows')}</span><span>${key('↵')}${t('tags.key-open')}</span><span>${key('/')}${t('keys.find')}</span><span>${key('N')}${t('tags.new')}</span><span>${key('?')}${t('keys.help')}</span>${this.#dock.view()}</footer>`;
  }

  #want(change) {
    this.#wanted = { ...this.#wanted, ...change };
    this.#active = 0;
    this.#place = { ...this.#place, top: 0 };
    this.#sift();
    this.querySelector('.listbox')?.scrollTo(0, 0);
    this.refresh();
  }

  #sift() {
    const id = this.#shown[this.#active]?.tag.id;
    this.#shown = shownRows(this.#rows, this.#search, this.#wanted, tagName, spoken());
    const at = this.#shown.findIndex(({ tag }) => tag.id === id);
    this.#active = at < 0 ? Math.max(0, Math.min(this.#active, this.#shown.length - 1)) : at;
  }

  refresh() {
    super.refresh();
    this.#pane?.refresh();
    this.#measure();
  }

  /** The rows' true height: it follows the reader's text size. */
  #measure() {
    queueMicrotask(() => {
      const box = this.querySelector('.listbox');
      const rowHeight = this.querySelector('tbody tr[data-place]')?.offsetHeight || this.#place.rowHeight;
      const height = box?.clientHeight || this.#place.height;
      if (rowHeight === this.#place.rowHeight && height === this.#place.height) return;
      this.#place = { ...this.#place, rowHeight, height };
      super.refresh();
    });
  }

  #scrolled(box) {
    const before = this.#window();
    const first = Math.floor(this.#place.top / this.#place.rowHeight);
    this.#place = { ...this.#place, top: box.scrollTop, height: box.clientHeight };
    const { from, to } = this.#window();
    if (from !== before.from || to !== before.to || first !== Math.floor(box.scrollTop / this.#place.rowHeight)) super.refresh();
  }

  #turnTo(place) {
    if (place === this.#active) return;
    this.#active = place;
    this.#pane.follow(this.#shown[place].tag.id);
    super.refresh();
    this.#pane.refresh();
  }

  #open(place) {
    this.#active = place;
    this.#pane.show(this.#shown[place].tag.id);
    this.refresh();
  }

  #turnToTag(id) {
    if (!this.data?.vocabulary.tag(id)) return;
    if (!this.#shown.some(({ tag }) => tag.id === id)) this.#want({ typed: '', family: '', facet: '', life: 'all' });
    this.#active = Math.max(0, this.#shown.findIndex(({ tag }) => tag.id === id));
    this.#pane.show(id);
    this.refresh();
  }

  #new(name) {
    this.#pane.decide('tag-words-form', null, { wanted: name });
    this.refresh();
  }

  /** A tag for what an agent asked for. */
  async #make(id) {
    const request = await acceptedRequest(id);
    if (request) this.#pane.decide('tag-words-form', null, { wanted: request.name, request });
    this.refresh();
  }

  #closed() {
    this.refresh();
    this.#focusRow(this.#active);
  }

  async #published({ version, told, affected, made, request }) {
    this.#refused = null;
    this.#dock.show({ version, text: affected ? `${told} · ${t('tags.moved', { count: affected })}` : told });
    this.#toUndo();
    await this.#read();
    const tag = made && this.data.vocabulary.tags.find(({ name }) => name === made);
    if (tag) this.#turnToTag(tag.id);
    if (tag && request) this.#answered(version, told, await markMade(request, { tagId: tag.id }));
    else if (request) this.#answered(version, told, { fine: false, text: t('requests.not-marked') }); // the list could not be read again
    if (document.activeElement === document.body) this.#toUndo();
  }

  #answered(version, told, { fine, text }) {
    if (fine) this.#dock.show({ version, text: `${told} · ${text}` });
    else this.#refused = () => text;
    this.tell('waiting-changed');
    this.refresh();
  }

  /** At once, so that Z is heard while the list is still read again. */
  #toUndo() {
    this.afterwards(() => this.querySelector('[data-act="undo"]')?.focus());
  }

  #forgive() {
    this.#refused = null;
    this.refresh();
  }

  undone() {
    this.#refused = null;
    this.#read().then(() => {
      if (document.activeElement === document.body) this.#focusRow(this.#active);
    });
  }

  undoRefused(problem) {
    if (problem.status === 401) return this.tell('signed-out');
    this.#refused = () => `${t('tags.undo-refused')} ${refusal(problem, this.data.vocabulary)}`;
  }

  #inField(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.#wanted.typed) this.#want({ typed: '' });
    else if ((event.key === 'ArrowDown' || event.key === 'Enter') && this.#shown.length) this.#focusRow(this.#active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #inGrid(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('button')) return;
    const to = stepTo(event.key, shortcutsOn() ? event.code : '', this.#active, this.#shown.length);
    if (to !== null) this.#focusRow(to);
    else if (event.key === 'Enter' || event.key === ' ') {
      this.#open(this.#active);
      this.#pane.toTitle();
    } else return;
    event.preventDefault();
  }

  #focusRow(at) {
    const box = this.querySelector('.listbox');
    if (!box || !this.#shown[at]) return;
    const { rowHeight } = this.#place;
    const headed = this.querySelector('thead')?.offsetHeight ?? 32;
    if (at * rowHeight < box.scrollTop) box.scrollTop = at * rowHeight;
    else if ((at + 1) * rowHeight + headed > box.scrollTop + box.clientHeight) box.scrollTop = (at + 1) * rowHeight + headed - box.clientHeight;
    this.#place = { ...this.#place, top: box.scrollTop };
    this.#turnTo(at);
    this.afterwards(() => this.querySelector(`tr[data-place="${at}"]`)?.focus({ preventScroll: true }));
  }

  /** Keys of the whole page, where nothing is typed into. */
  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.target.closest('input, textarea, select')) return;
    if (event.code === 'KeyZ' && !event.shiftKey && !event.altKey && (shortcutsOn() || event.ctrlKey || event.metaKey) && this.#dock.canUndo) this.#dock.undo();
    else if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !shortcutsOn()) return;
    else if (event.code === 'KeyN') this.#new('');
    else if (!event.code.startsWith('Key') || !this.#decide(event.code.slice(3))) return;
    event.preventDefault();
  }

  /** @return whether there is such a decision about the tag at hand */
  #decide(key) {
    const id = this.#pane.tagId ?? this.#shown[this.#active]?.tag.id;
    if (this.#pane.isDeciding || !id) return false;
    const done = this.#pane.decideByKey(key, id);
    if (done) this.refresh();
    return done;
  }
}

customElements.define('tags-page', TagsPage);
