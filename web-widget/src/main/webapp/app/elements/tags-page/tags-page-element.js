import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { readUsage } from '../../api/tags.js';
import { shortcutsOn } from '../../host/appearance.js';
import { dayOf, t } from '../../i18n/texts.js';
import { tagRows } from '../../state/tag-list.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { banner, empty } from '../parts/states.js';
import '../house-vocabulary/house-vocabulary-element.js';
import { acceptedRequest, markMade } from '../tag-requests/made-request.js';
import { TagGrid } from './tag-grid.js';
import { TagPane } from './tag-pane-element.js';
import { noMatch, tagTools } from './tag-tools.js';
import { refusal } from './tag-words.js';
import { UndoDock } from './undo-dock.js';

/** House tags: the list with its usage, what is said of each, and every decision about them. Agents read only. */
export class TagsPage extends DataPage {
  person = null;
  choice = {};
  #grid = new TagGrid(this);
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
    const rows = tagRows(vocabulary, usage);
    Object.assign(this.#pane, { vocabulary, usage, accounts, rows });
    this.#pane.renewed();
    this.#grid.index(rows, vocabulary.content.abbreviations);
  }

  #choose({ tag, merge, new: name, request }) {
    if (request) this.#make(request);
    else if (this.#mayMerge(Number(tag), Number(merge))) this.#merge(Number(tag), Number(merge));
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
      ${tagTools(vocabulary, this.#grid.wanted, this.#grid.counted(), { want: (change) => this.#grid.want(change), keys: (event) => this.#inField(event) })}
      <div class="split tagbook ${this.#pane.isOpen ? 'opened' : ''}"><div class="listbox" @scroll=${(event) => this.#grid.scrolled(event.target)}>${this.#list(vocabulary)}</div>
        ${this.#pane.isOpen ? this.#pane : nothing}</div>
      ${this.#keys()}`;
  }

  #acts() {
    return html`<button class="btn" type="button" data-act="families" @click=${() => this.#pane.showFamilies()}>${t('tags.families')}</button>
      <button class="btn primary" type="button" data-act="new" aria-keyshortcuts="N" @click=${() => this.#new('')}>${t('tags.new')} <span class="kbd" aria-hidden="true">N</span></button>`;
  }

  #list(vocabulary) {
    if (!vocabulary.tags.length) return html`<div class="pad">${empty({ symbol: 'book-open', title: t('sidebar.no-words'), text: t('tags.none-why'), actions: html`<button class="btn primary" type="button" @click=${() => this.#new('')}>${t('tags.new')}</button>` })}</div>`;
    if (this.#grid.isEmpty) return noMatch(this.#grid.wanted.typed.trim(), { clear: () => this.#grid.wantAll(), make: (name) => this.#new(name) });
    return this.#grid.view(vocabulary);
  }

  #keys() {
    const key = (text) => html`<span class="kbd">${text}</span>`;
    return html`<footer class="keys"><span>${key('J')}${key('K')}${t('keys.rows')}</span><span>${key('↵')}${t('tags.key-open')}</span><span>${key('/')}${t('keys.find')}</span><span>${key('N')}${t('tags.new')}</span><span>${key('?')}${t('keys.help')}</span>${this.#dock.view()}</footer>`;
  }

  refresh() {
    super.refresh();
    this.#pane?.refresh();
    this.#grid.measure();
  }

  /** The list alone. */
  redraw() {
    super.refresh();
  }

  /** Another row of the list is at hand. */
  turnedTo(id) {
    this.#pane.follow(id);
    super.refresh();
    this.#pane.refresh();
  }

  /** A row was opened, by its name or by keys. */
  opened(id, byKeys = false) {
    this.#pane.show(id);
    this.refresh();
    if (byKeys) this.#pane.toTitle();
    else this.afterwards(() => this.#grid.isHidden && this.#pane.toTitle());
  }

  #turnToTag(id) {
    if (!this.data?.vocabulary.tag(id)) return;
    this.#grid.turnToTag(id);
    this.#pane.show(id);
    this.refresh();
  }

  #new(name) {
    this.#pane.decide('tag-words-form', null, { wanted: name });
    this.refresh();
  }

  #mayMerge(id, intoId) {
    const tags = [id, intoId].map((each) => this.data?.vocabulary.tag(each));
    return id !== intoId && tags.every((tag) => tag && !tag.retired);
  }

  /** One tag into another, as somebody offered it; what it would do is shown before anything is done. */
  #merge(id, intoId) {
    this.#turnToTag(id);
    this.#pane.decide('tag-merge-form', id, { typed: { intoId }, offered: intoId });
    this.refresh();
  }

  /** A tag for what an agent asked for. */
  async #make(id) {
    const request = await acceptedRequest(id);
    if (request) this.#pane.decide('tag-words-form', null, { wanted: request.name, request });
    this.refresh();
  }

  #closed() {
    this.afterwards(() => this.#grid.focus()); // once the list is seen again
  }

  async #published({ version, told, affected, made, request }) {
    this.#refused = null;
    this.#dock.show({ version, affected, text: affected ? `${told} · ${t('tags.moved', { count: affected })}` : told });
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
      if (document.activeElement === document.body) this.#grid.focus();
    });
  }

  undoRefused(problem) {
    if (problem.status === 401) return this.tell('signed-out');
    this.#refused = () => `${t('tags.undo-refused')} ${refusal(problem, this.data.vocabulary)}`;
  }

  #inField(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.#grid.wanted.typed) this.#grid.want({ typed: '' });
    else if ((event.key === 'ArrowDown' || event.key === 'Enter') && !this.#grid.isEmpty) this.#grid.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
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
    const id = this.#pane.tagId ?? this.#grid.tagId;
    if (this.#pane.isDeciding || !id) return false;
    const done = this.#pane.decideByKey(key, id);
    if (done) this.refresh();
    return done;
  }
}

customElements.define('tags-page', TagsPage);
