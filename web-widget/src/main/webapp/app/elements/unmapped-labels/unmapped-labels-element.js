import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readUnmappedLabels, readVocabulary } from '../../api/console.js';
import { shortcutsOn } from '../../host/appearance.js';
import { number, t } from '../../i18n/texts.js';
import { Draft } from '../../queue/draft.js';
import { publishersSince } from '../../queue/publishers.js';
import { Finder } from '../../state/find.js';
import { Piles } from '../../state/piles.js';
import { guesses, lately, rowsOf, sorted } from '../../state/queue.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { choice, pageHead } from '../data-page.js';
import { short, tagName } from '../parts/chip.js';
import { banner, empty } from '../parts/states.js';
import { icon } from '../page-element.js';
import { QUEUE_KEYS, detail, headRow, keyBar, labelRow } from './queue-parts.js';
import { act } from './queue-keys.js';
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
    return QUEUE_KEYS.map(([keys, text]) => [keys, t(text)]);
  }

  arrive() {
    this.#read();
  }

  #read() {
    this.load(async (signal) => {
      const [unmapped, content, { accounts }] = await Promise.all([
        readUnmappedLabels({ limit: PIECE }, signal), readVocabulary(), readAccounts(), this.draft.load(signal),
      ]);
      const vocabulary = new Vocabulary(content);
      this.#new = 0;
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
        const more = (await readUnmappedLabels({ limit: PIECE, from }, signal)).labels.filter(({ label }) => !known.has(label));
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
      if (this.draft.version > this.vocabulary.version) this.#publishers = await publishersSince(this.vocabulary.version);
      this.#new = Math.max(0, (await readUnmappedLabels({ limit: 1 })).total - this.data.total);
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
      return; // the next look tells
    }
    this.refresh();
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

  /** What a decision is about: the selected rows, else the active one; never what another lead decided. */
  get chosenRows() {
    const piles = this.selected.size ? this.list.filter(({ label }) => this.selected.has(label)) : [this.row].filter(Boolean);
    const rows = piles.flatMap((pile) => [pile, ...pile.alike.filter(({ label }) => !this.apart.has(label)).map((row) => ({ ...row, best: pile.best }))]);
    return rows.filter((row) => !this.draft.takenBy(row.label));
  }

  get guessed() {
    return this.chosenRows.filter(({ best }) => best).length;
  }

  /** Tags to choose again for the active row, beside its proposals. */
  get again() {
    const proposed = new Set((this.row?.proposals ?? []).slice(0, 5).map(({ tagId }) => tagId));
    return lately(this.draft.decisions, this.vocabulary).filter(({ id }) => !proposed.has(id)).slice(0, AGAIN);
  }

  view() {
    return this.whenLoaded(() => this.#page(), { loading: t('unmapped.loading'), failed: t('unmapped.failed'), again: () => this.#read() });
  }

  #page() {
    const { open, later } = this.#sorted;
    const rows = this.list;
    this.at = Math.max(0, Math.min(this.at, rows.length - 1));
    const decided = this.draft.decisions.length;
    const review = decided ? html`<a class="btn primary" href=${hashOf('review')} aria-keyshortcuts="P">${t('queue.review')}<span class="count num">${number(decided)}</span></a>` : nothing;
    const text = this.vocabulary.tags.length ? t('unmapped.text', { count: open.length + later.length }) : '';
    return html`${pageHead({ title: t('page.unmapped'), text, acts: review })}
      ${this.#banners()}${this.data.rows.length || this.vocabulary.tags.length ? this.#tools(open.length, later.length, decided) : nothing}
      ${this.shown === 'set-aside' ? this.#setAside() : rows.length ? this.#split(rows) : this.#nothing(open.length)}
      ${rows.length || this.told ? keyBar(this) : nothing}`;
  }

  #banners() {
    const stale = this.#publishers && this.draft.version > this.vocabulary.version;
    if (!this.draft.offline && !stale && !this.#new) return nothing;
    const load = { text: t('queue.load'), act: () => this.#read() };
    return html`<div class="told">${this.draft.offline ? banner({ kind: 'info', symbol: 'cloud-off', title: t('queue.offline'), text: t('queue.offline-why', { count: this.draft.decisions.filter(({ id }) => id === null).length }), role: 'status' }) : nothing}
      ${stale ? banner({ kind: '', symbol: 'refresh-cw', title: t('queue.newer', { version: String(this.draft.version), name: this.#publishers }), action: load, role: 'status' })
        : this.#new ? banner({ kind: '', symbol: 'inbox', title: t('queue.new', { count: this.#new }), action: load, role: 'status' }) : nothing}</div>`;
  }

  #tools(open, later, decided) {
    const options = ['all', '3', '2', '1', 'machine', 'aside', 'none'];
    return html`<div class="tools"><div class="field">${icon('search')}
        <input class="input" type="search" aria-label=${t('unmapped.find')} placeholder=${t('unmapped.find')} .value=${live(this.typed)}
          @input=${(event) => this.find(event.target.value)} @keydown=${(event) => this.inField(event)}><span class="kbd" aria-hidden="true">/</span></div>
      ${choice(t('queue.show'), [['open', html`${t('queue.open')} <span class="num">${number(open)}</span>`], ['later', html`${t('queue.later')} <span class="num">${number(later)}</span>`], ['set-aside', t('queue.set-aside')]], this.shown, (shown) => this.turn(shown))}
      ${decided ? html`<a class="btn link sm" href=${hashOf('review')}>${t('queue.decided', { count: decided })}</a>` : nothing}
      <button class="btn sm" type="button" aria-pressed=${this.together} aria-keyshortcuts="A" @click=${() => this.pile()}><span class="kbd" aria-hidden="true">A</span>${t('queue.together')}</button>
      <label class="end small sub" for="queue-filter"><span class="kbd" aria-hidden="true">F</span>${t('queue.guess')}</label><select class="select" id="queue-filter" aria-keyshortcuts="F" @keydown=${(event) => this.inFilter(event)} @change=${(event) => this.sift(event.target.value)}>${options.map(
        (value) => html`<option value=${value} ?selected=${value === this.filter}>${t(`queue-filter.${value}`)}</option>`)}
        <optgroup label=${t('queue.best-guess-is')}>${guesses(this.rows).map(([id, count]) => html`<option value="tag-${id}" ?selected=${`tag-${id}` === this.filter}>${tagName(this.vocabulary.tag(id))} (${number(count)})</option>`)}</optgroup></select>
      <span class="small muted" role="status">${this.typed || this.filter !== 'all' ? t('unmapped.matches', { count: this.labelCount }) : nothing}</span></div>`;
  }

  #split(rows) {
    return html`<div class="split">
      <div class="listbox" @scroll=${(event) => this.scrolled(event.target)}><table class="tbl queue" role="grid" aria-rowcount=${rows.length + 1} aria-multiselectable="true">
        <caption class="sr">${t('page.unmapped')}</caption><thead>${headRow(this)}</thead>
        <tbody>${repeat(rows.slice(0, Math.max(this.drawn, this.at + 20)), ({ label }) => label, (row, at) => labelRow(this, row, at))}</tbody>
      </table></div>
      <section class="pane" aria-label=${t('unmapped.selected')}>${detail(this, rows[this.at])}</section></div>`;
  }

  #setAside() {
    const back = ({ change, told }) => {
      this.draft.decide(this.vocabulary.version, [change]);
      this.#say(told);
    };
    return html`<set-aside-list .version=${this.vocabulary.version} .decisions=${this.draft.decisions} .typed=${this.typed} @back=${({ detail }) => back(detail)} @clear=${() => this.find('')}></set-aside-list>`;
  }

  #nothing(open) {
    if (!this.vocabulary.tags.length) return this.#empty('inbox', t('unmapped.no-words'), t('unmapped.no-words-why'), html`<a class="btn" href=${hashOf('helpdesks')}>${t('report.see-progress')}</a>`);
    if (this.typed || this.filter !== 'all') return this.#empty('search', t('unmapped.no-match', { text: short(this.typed || this.#filterName, 40) }), t('unmapped.no-match-why'), html`<button class="btn" type="button" @click=${() => this.clear()}>${t('unmapped.clear')}</button>`);
    if (this.shown === 'later') return this.#empty('clock', t('queue.none-later'), t('queue.none-later-why'), html`<button class="btn" type="button" @click=${() => this.turn('open')}>${t('queue.open')}</button>`);
    const decided = this.draft.decisions.length;
    return this.#empty('circle-check', t('unmapped.done'), decided && !open ? t('queue.done-draft', { count: decided }) : t('unmapped.done-why'),
      decided ? html`<a class="btn" href=${hashOf('review')}>${t('queue.review')}</a>` : html`<a class="btn" href=${hashOf('reports')}>${t('page.reports')}</a>`);
  }

  get #filterName() {
    return this.filter.startsWith('tag-') ? tagName(this.vocabulary.tag(Number(this.filter.slice(4)))) : t(`queue-filter.${this.filter}`);
  }

  #empty(symbol, title, text, actions) {
    return html`<div class="pad grow">${empty({ symbol, title, text, actions })}</div>`;
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

  openContacts() {
    this.querySelector('contacts-behind')?.open();
  }

  #pressed(event) {
    if (!this.data || event.defaultPrevented || event.isComposing || event.keyCode === 229 || document.querySelector('dialog[open]')) return;
    if (act(this, event, shortcutsOn())) event.preventDefault();
  }
}

customElements.define('unmapped-labels', UnmappedLabels);
