import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { parts, spoken, t } from '../../i18n/texts.js';
import { MOST_ROWS, ask, marked } from '../../state/find.js';
import { languageOfName, nameIn } from '../../state/vocabulary.js';
import { nameParts, short, tagName } from '../parts/chip.js';
import { PageElement, icon } from '../page-element.js';

const QUIET = 500;
const ASK_SERVER = 250;
const PAGE = 5;
const NOTHING = { rows: [], total: 0, together: false, unknown: null };

/**
 * The field for a code or tag: a combobox whose list is part of the page. Focus never leaves the input.
 *
 * Events: `choose` {rows}, `last` {press: 1|2, 0 when unmarked}, `stop-replacing`.
 */
export class ReasonField extends PageElement {
  finder = null;
  hueOf = () => 'slate';
  suggested = [];
  present = new Set();
  propose = async () => [];
  replacing = null;

  #text = '';
  #found = NOTHING;
  #proposed = [];
  #active = 0;
  #folded = false;
  #lastMarked = false;
  #announced = '';
  #announceClock = 0;
  #proposeClock = 0;
  #asking = null;

  focusField() {
    this.querySelector('input')?.focus();
  }

  disconnectedCallback() {
    clearTimeout(this.#announceClock);
    clearTimeout(this.#proposeClock);
    this.#asking?.abort();
  }

  get #rows() {
    if (this.#text.trim() === '') return this.suggested;
    if (this.#found.unknown) return this.#nearRows();
    return this.#found.rows.length ? this.#found.rows : this.#proposed;
  }

  /** Rows that are only a guess are never active by themselves: Enter must not take them by accident. */
  get #guessed() {
    return this.#text.trim() !== '' && (this.#found.rows.length === 0 || this.#found.unknown !== null);
  }

  #nearRows() {
    const { unknown } = this.#found;
    const codes = unknown.retired?.successor
      ? [this.finder.codeRow(unknown.retired.successor)]
      : unknown.near.map((code) => this.finder.codeRow(code.number));
    return codes.filter(Boolean);
  }

  view() {
    const rows = this.#rows;
    const open = rows.length > 0 && !this.#folded;
    const active = open && !this.#found.together && this.#active >= 0 ? `option-${this.#active}` : nothing;
    return html`
      <h2 id="field-name" class="sr">${t('field.name')}</h2>
      ${this.replacing ? this.#replacingLine() : nothing}
      <div class="field">
        ${icon('search')}
        <input class="input" id="reason-field" type="text" role="combobox" aria-labelledby="field-name"
          aria-expanded=${open} aria-controls="options" aria-autocomplete="list" aria-activedescendant=${active}
          autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${t('field.example')}
          .value=${this.#text} @input=${this.#typed} @compositionend=${this.#typed} @keydown=${this.#pressed}>
        <span class="kbd" aria-hidden="true">${this.#text ? '↵' : '/'}</span>
      </div>
      ${this.#text.trim() || rows.length ? this.#list(rows, open) : nothing}
      <p class="sr" role="status">${this.#announced}</p>`;
  }

  #replacingLine() {
    const stop = () => this.tell('stop-replacing');
    return html`<p class="replacing small"><span>${parts('field.replacing', { label: short(this.replacing, 60) })}</span>
      <button class="btn link sm" type="button" @click=${stop}>${t('field.keep')}</button></p>`;
  }

  #list(rows, open) {
    const caption = this.#caption(rows);
    return html`<div class="opts" ?hidden=${this.#folded || (!open && !caption)}>
      ${caption ? html`<p class="cap" id="options-name">${caption}</p>` : nothing}
      <div role="listbox" id="options" aria-label=${caption ? nothing : t('field.found')}
        aria-labelledby=${caption ? 'options-name' : nothing} aria-multiselectable=${this.#found.together} ?hidden=${!open}
        @mousedown=${(event) => event.preventDefault()}>
        ${rows.map((row, index) => this.#option(row, index))}
      </div>
      ${this.#found.total > MOST_ROWS ? html`<p class="cap">${t('field.narrow', { count: this.#found.total })}</p>` : nothing}
    </div>`;
  }

  #caption(rows) {
    if (this.#text.trim() === '') return rows.length ? t('field.suggested') : '';
    const { unknown } = this.#found;
    if (unknown?.retired) return t(unknown.retired.successor ? 'field.retired-now' : 'field.retired', { code: String(unknown.number) });
    if (unknown) return t('field.no-code', { code: String(unknown.number) });
    if (this.#found.rows.length) return '';
    return t(this.#proposed.length ? 'field.none-but' : 'field.none', { text: short(this.#text.trim(), 40) });
  }

  #option(row, index) {
    const there = this.present.has(row.tag.id);
    const selected = this.#found.together || index === this.#active;
    const lead = row.code
      ? html`<span class="code lead ${this.#found.together ? 'on' : ''}">${row.code.number}</span>`
      : html`<span class="code lead tint" data-hue=${this.hueOf(row.tag)}>${icon('tag', 's12')}</span>`;
    return html`<div class="opt" role="option" id="option-${index}" aria-selected=${selected} @click=${() => this.#take([row])}>
      ${lead}<span class="t" lang=${row.code ? languageOfName(row.code, spoken()) : nothing}>${this.#title(row)}</span>
      <span class="m">${there ? t('why.there') : this.#why(row)}</span>
      <span class="end">${index === this.#active && !this.#found.together
        ? html`<span class="kbd" aria-hidden="true">↵</span>`
        : icon(there || this.#found.together ? 'check' : 'plus')}</span>
    </div>`;
  }

  #title(row) {
    if (!row.code) return row.why === 'name' ? underlined(tagName(row.tag), this.#text) : nameParts(row.tag);
    const name = nameIn(row.code, spoken());
    return row.why === 'name' ? underlined(name, this.#text) : name;
  }

  #why(row) {
    switch (row.why) {
      case 'alias':
        return parts('why.alias', { alias: html`<bdi>${underlined(short(row.evidence, 60), this.#text)}</bdi>` });
      case 'initials':
        return t('why.initials', { letters: [...row.evidence].join(' ') });
      case 'looks-like':
        return parts('why.looks-like', { label: html`<bdi>${short(row.evidence, 40)}</bdi>` });
      case 'earlier':
        return t('why.earlier', { count: row.count, of: row.of });
      case 'proposed':
        return t(`reason.${row.reason}`);
      default:
        return this.#otherName(row);
    }
  }

  /** What else it is called: a row found by its English name can be told in Chinese. */
  #otherName(row) {
    if (row.code) return row.tag.name;
    const shown = tagName(row.tag);
    return row.evidence && row.evidence !== shown ? underlined(row.evidence, this.#text) : nameIn(row.tag, spoken());
  }

  #typed(event) {
    this.#text = event.target.value;
    this.#unmark();
    if (event.isComposing) return;
    this.#folded = false;
    this.#found = this.finder?.find(this.#text) ?? NOTHING;
    this.#proposed = [];
    this.#active = this.#guessed ? -1 : 0;
    this.#askServer();
    this.#announce();
    this.refresh();
  }

  #askServer() {
    clearTimeout(this.#proposeClock);
    this.#asking?.abort();
    const text = this.#text.trim();
    if (text.length < 2 || !ask(text).words?.length || this.#found.rows.length) return;
    this.#proposeClock = setTimeout(async () => {
      this.#asking = new AbortController();
      const proposals = await this.propose(text, this.#asking.signal).catch(() => []);
      if (text !== this.#text.trim()) return;
      this.#proposed = proposals.filter(({ tag }) => tag).slice(0, PAGE).map((row) => ({ ...row, code: null, why: 'proposed' }));
      this.refresh();
    }, ASK_SERVER);
  }

  #pressed(event) {
    if (event.isComposing || event.keyCode === 229) return; // the input method's keys are its own
    const key = event.altKey ? `Alt+${event.key}` : event.key;
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      PageDown: () => this.#move(PAGE),
      PageUp: () => this.#move(-PAGE),
      'Alt+ArrowDown': () => this.#fold(false),
      'Alt+ArrowUp': () => this.#fold(true),
      Enter: () => this.#enter(event.shiftKey),
      Escape: () => this.#escape(),
      Backspace: () => this.#backspace(event),
    }[key];
    if (key !== 'Backspace') this.#unmark();
    if (!act || event.ctrlKey || event.metaKey) return;
    if (act() !== false) event.preventDefault();
  }

  #move(by) {
    if (!this.#rows.length || this.#found.together) return;
    this.#folded = false;
    this.#active = Math.max(0, Math.min(this.#rows.length - 1, this.#active + by));
    this.afterwards(() => this.querySelector(`#option-${this.#active}`)?.scrollIntoView({ block: 'nearest' }));
  }

  #fold(folded) {
    this.#folded = folded;
    this.refresh();
  }

  #enter(keepText) {
    if (this.#found.together && this.#text.trim()) return this.#take(this.#found.rows, keepText);
    const row = this.#rows[this.#active];
    if (row && !this.#folded) this.#take([row], keepText);
  }

  #take(rows, keepText = false) {
    this.tell('choose', { rows: rows.map((row) => ({ tag: row.tag, code: row.code ?? null, replaces: row.replaces ?? null })) });
    if (!keepText) this.#clear();
    this.focusField();
  }

  #escape() {
    if (this.#text) return this.#clear();
    if (this.replacing) return this.tell('stop-replacing');
    this.querySelector('input').blur();
    window.parent.focus(); // gives the keyboard back to the helpdesk's page
  }

  #clear() {
    this.#text = '';
    this.#found = NOTHING;
    this.#proposed = [];
    this.#active = 0;
    this.refresh();
  }

  #backspace(event) {
    if (this.#text !== '' || event.repeat) return false;
    this.tell('last', { press: this.#lastMarked ? 2 : 1 });
    this.#lastMarked = !this.#lastMarked;
    return true;
  }

  #unmark() {
    if (!this.#lastMarked) return;
    this.#lastMarked = false;
    this.tell('last', { press: 0 });
  }

  #announce() {
    clearTimeout(this.#announceClock);
    this.#announceClock = setTimeout(() => {
      const [first] = this.#rows;
      const caption = this.#caption(this.#rows);
      const count = this.#text.trim() && this.#found.rows.length ? this.#found.total : this.#rows.length;
      const found = first ? t('field.announce', { count, first: first.code ? nameIn(first.code, spoken()) : tagName(first.tag) }) : '';
      this.#announced = [caption, found].filter(Boolean).join(' ');
      this.refresh();
    }, QUIET);
  }
}

const underlined = (text, asked) => marked(text, asked).map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : piece));

customElements.define('reason-field', ReasonField);
