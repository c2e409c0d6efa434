import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readUnmappedLabels, readVocabulary } from '../../api/console.js';
import { shortcutsOn } from '../../host/appearance.js';
import { number, t } from '../../i18n/texts.js';
import { Draft } from '../../queue/draft.js';
import { labelsDecidedSince, publishersSince } from '../../queue/publishers.js';
import { Finder } from '../../state/find.js';
import { Piles } from '../../state/piles.js';
import { lately, rowsOf, sorted } from '../../state/queue.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { pageHead } from '../data-page.js';
import { QUEUE_KEYS, detail, headRow, keyBar, labelRow } from './queue-parts.js';
import { act } from './queue-keys.js';
import { banners, emptied, setAside, tools } from './queue-tools.js';
import { outcome, refusal } from './queue-words.js';
import { QueueList } from './queue-list.js';
import './contacts-behind-element.js';
import './machine-form-element.js';
import './new-tag-element.js';
import './same-as-choice-element.js';
import '../set-aside/set-aside-list-element.js';

const PIECE = 500;
const MOST = 20000;
const LOOK = 10000;
const STAYS = 20000;
const AGAIN = 12; // tags chosen lately; the first four have keys

/** The queue of labels that no rule could place: ranked, each with what it might mean, decided by key or by mouse. */
export class UnmappedLabels extends QueueList {
  #new = 0;
  #clock = 0;
  #toldClock = 0;
  #listeners = null;
  #publishers = '';
  #learnt = 0; // the version whose publishers are known
  #sortedOf = [];
  #sortedRows = null;
  draft = new Draft(() => this.refresh(), (problem, labels) => this.#cameBack(problem, labels));
  told = null;

  connectedCallback() {
    super.connectedCallback();
    this.#listeners = new AbortController();
    addEventListener('keydown', (event) => this.#pressed(event), { signal: this.#listeners.signal });
    this.#clock = setInterval(() => document.hidden || this.#meet(), LOOK);
  }

  disconnectedCallback() {
    this.#listeners.abort();
    clearInterval(this.#clock);
    this.draft.meet(null).catch(() => {}); // they see it end by itself
  }

  keys() {
    return QUEUE_KEYS.filter(([[key]]) => key !== 'H' || this.data?.accounts.length > 1).map(([keys, text]) => [keys, t(text)]);
  }

  arrive({ account = this.account } = {}) {
    this.turnToAccount(account);
  }

  read() {
    this.load(async (signal) => {
      const known = readAccounts();
      if (this.account && !(await known).accounts.some(({ id }) => String(id) === this.account)) this.account = ''; // gone by now
      const [unmapped, content, { accounts }] = await Promise.all([
        readUnmappedLabels({ limit: PIECE, account: this.account }, signal), readVocabulary(), known, this.draft.load(signal),
      ]);
      const vocabulary = new Vocabulary(content);
      this.#new = 0;
      this.#learnt = 0;
      const rows = rowsOf(unmapped.labels, vocabulary);
      this.piles = new Piles();
      this.piles.know(rows);
      this.#rest(signal, unmapped);
      return { total: unmapped.total, rows, vocabulary, accounts, finder: new Finder(vocabulary) };
    });
  }

  /** The rest comes piece by piece behind the first. */
  async #rest(signal, { total, labels }) {
    const known = new Set(labels.map(({ label }) => label));
    try {
      for (let from = PIECE; from < Math.min(total, MOST) && !signal.aborted; from += PIECE) {
        const more = (await readUnmappedLabels({ limit: PIECE, from, account: this.account }, signal)).labels.filter(({ label }) => !known.has(label));
        more.forEach(({ label }) => known.add(label));
        this.data.rows = [...this.data.rows, ...rowsOf(more, this.vocabulary)];
        this.piles.know(this.data.rows);
        this.refresh();
      }
    } catch (problem) {
      if (problem.code !== 'stopped') this.#say(t('unmapped.failed'));
    }
  }

  async #meet() {
    if (!this.data) return;
    try {
      await this.draft.meet(this.row?.label ?? null);
      await this.#learnVersion(this.draft.version);
      this.#new = Math.max(0, (await readUnmappedLabels({ limit: 1, account: this.account })).total - this.data.total);
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
      return; // the next look tells
    }
    this.refresh();
  }

  /** Who published versions behind the page's, and which labels those decide. */
  async #learnVersion(version) {
    const { version: shown } = this.vocabulary;
    if (version <= shown || version === this.#learnt) return;
    const [publishers, labels] = await Promise.all([publishersSince(shown), labelsDecidedSince(shown, version)]);
    this.draft.settle(labels, publishers);
    this.#publishers = publishers;
    this.#learnt = version;
  }

  get vocabulary() { return this.data.vocabulary; }
  get finder() { return this.data.finder; }
  get accounts() { return this.data.accounts; }
  get all() { return this.data.rows.map(({ label }) => label); }

  /** What is open and what is set aside; the same object as long as nothing changed. */
  get #sorted() {
    const { decisions, later } = this.draft;
    const of = [this.data.rows, decisions, [...later.keys()].join('\n')];
    if (of.some((each, at) => each !== this.#sortedOf[at])) [this.#sortedOf, this.#sortedRows] = [of, sorted(this.data.rows, this.draft)];
    return this.#sortedRows;
  }

  get rows() {
    return this.#sorted[this.shown] ?? []; // what is set aside is a list of its own
  }

  /** Tags to choose again for the active row, beside its proposals. */
  get again() {
    const proposed = new Set((this.row?.proposals ?? []).slice(0, 5).map(({ tagId }) => tagId));
    return lately(this.draft.decisions, this.vocabulary).filter(({ id }) => !proposed.has(id)).slice(0, AGAIN);
  }

  view() {
    return this.whenLoaded(() => this.#page(), { loading: t('unmapped.loading'), failed: t('unmapped.failed'), again: () => this.read() });
  }

  #page() {
    const { open, later } = this.#sorted;
    const rows = this.list;
    this.at = Math.max(0, Math.min(this.at, rows.length - 1));
    const decided = this.draft.decisions.length;
    const review = decided ? html`<a class="btn primary" href=${hashOf('review')} aria-keyshortcuts="P">${t('queue.review')}<span class="count num">${number(decided)}</span></a>` : nothing;
    const text = this.vocabulary.tags.length ? t('unmapped.text', { count: open.length + later.length }) : '';
    return html`${pageHead({ title: t('page.unmapped'), text, acts: review })}
      ${banners(this, { publishers: this.#publishers, fresh: this.#new, load: () => this.read() })}
      ${this.data.rows.length || this.vocabulary.tags.length || this.account ? tools(this, { open: open.length, later: later.length, decided }) : nothing}
      ${this.shown === 'set-aside' ? setAside(this, (told) => this.#say(told)) : rows.length ? this.#split(rows) : emptied(this, open.length)}
      ${rows.length || this.told ? keyBar(this) : nothing}`;
  }

  #split(rows) {
    return html`<div class="split">
      <div class="listbox" @scroll=${(event) => this.scrolled(event.target)}><table class="tbl queue" role="grid" aria-rowcount=${rows.length + 1} aria-multiselectable="true">
        <caption class="sr">${t('page.unmapped')}</caption><thead>${headRow(this)}</thead>
        <tbody>${repeat(rows.slice(0, Math.max(this.drawn, this.at + 20)), ({ label }) => label, (row, at) => labelRow(this, row, at))}</tbody>
      </table></div>
      <section class="pane" aria-label=${t('unmapped.selected')}>${detail(this, rows[this.at])}</section></div>`;
  }

  // ---- what a lead does

  place(at) {
    const rows = this.chosenRows;
    if (this.selected.size) return at === 0 ? this.#decide(rows.filter(({ best }) => best).map(({ label, best }) => ({ do: 'place-label', label, tagId: best.tagId }))) : undefined;
    const proposal = this.row?.proposals[at];
    if (proposal) this.#decide(rows.map(({ label }) => ({ do: 'place-label', label, tagId: proposal.tagId })));
  }

  /** One tag for all chosen rows. @param {object} tag of the vocabulary, or one that the draft makes */
  placeUnder(tag) {
    this.#decide(this.chosenRows.map(({ label }) => (tag.made ? { do: 'place-label-under', label, tagName: tag.name } : { do: 'place-label', label, tagId: tag.id })));
  }

  /** Labels are ignored as they are spelled, so all spellings at once. */
  ignore() {
    const chosen = this.chosenRows;
    const keys = new Set(chosen.map(({ key }) => key).filter(Boolean));
    const labels = new Set(chosen.map(({ label }) => label));
    const rows = this.rows.filter((row) => labels.has(row.label) || (keys.has(row.key) && !this.draft.takenBy(row.label)));
    this.#decide(rows.map(({ label }) => ({ do: 'ignore-label', label })));
  }

  later() {
    const labels = this.chosenRows.map(({ label }) => label);
    if (labels.length) this.draft.setAside(labels);
    this.#moveOn(t('queue.told-later', { count: labels.length }));
  }

  bringBack() {
    const labels = this.chosenRows.map(({ label }) => label);
    if (labels.length) this.draft.bringBack(labels);
    this.#moveOn(t('queue.told-back', { count: labels.length }));
  }

  placeAgain(at) {
    if (this.again[at]) this.placeUnder(this.again[at]);
  }

  /** From the forms of the pane: changes, or one tag for all chosen rows. */
  chosen({ changes, tag }) {
    this.mode = null;
    if (tag) this.placeUnder(tag);
    else this.#decide(changes);
  }

  undo() {
    const labels = this.draft.undo();
    if (!labels) return this.#say(t('queue.nothing-to-undo'));
    this.#say(t('queue.undone', { count: labels.length }));
    this.at = Math.max(0, this.list.findIndex(({ label }) => label === labels[0]));
    this.focusRow();
  }

  #decide(changes) {
    if (!changes.length) return this.#sayWhoWasFirst();
    const contacts = this.chosenRows.reduce((sum, row) => sum + row.contacts, 0);
    this.draft.decide(this.vocabulary.version, changes);
    this.apart.clear();
    this.#moveOn(outcome(changes, contacts, this.vocabulary));
  }

  #sayWhoWasFirst() {
    const lead = this.draft.takenBy(this.row?.label);
    if (lead) this.#say(t('queue.theirs', { name: lead }));
  }

  #moveOn(told) {
    this.selected.clear();
    this.#say(told);
    this.focusRow();
  }

  #say(told) {
    this.told = told;
    clearTimeout(this.#toldClock);
    const end = () => {
      if (this.querySelector('.toast:hover, .toast:focus-within')) return void (this.#toldClock = setTimeout(end, STAYS / 2));
      this.told = null;
      this.refresh();
    };
    this.#toldClock = setTimeout(end, STAYS);
    this.refresh();
  }

  #cameBack(problem, labels) {
    if (problem.status === 401) return this.tell('signed-out');
    this.#say(refusal(problem, labels));
  }

  // ---- moving about

  /** @param {?string} mode @param {?string} text that was typed for a new tag */
  turnMode(mode, text = null) {
    if (mode && !this.chosenRows.length) return this.#sayWhoWasFirst();
    this.mode = mode;
    if (!mode) return this.focusRow();
    const labels = this.chosenRows.map(({ label }) => label);
    const { best } = this.chosenRows[0];
    this.afterwards(() => this.querySelector('same-as-choice, new-tag, machine-form').start(labels, best, text));
  }

  review() {
    if (this.draft.decisions.length) location.hash = hashOf('review');
  }

  /** The label may mean two things: what to look at is written on the page of questions. */
  question() {
    const label = this.row?.label;
    if (!label || this.draft.takenBy(label)) return this.#sayWhoWasFirst();
    location.hash = hashOf('questions', { label });
  }

  openContacts() {
    this.querySelector('contacts-behind')?.open();
  }

  #pressed(event) {
    if (!this.data || event.defaultPrevented || event.isComposing || event.keyCode === 229 || document.querySelector('dialog[open]')) return;
    if (act(this, event, shortcutsOn())) event.preventDefault();
  }
}

customElements.define('unmapped-labels', UnmappedLabels);
