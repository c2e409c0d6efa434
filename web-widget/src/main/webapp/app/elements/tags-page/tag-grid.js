import { shortcutsOn } from '../../host/appearance.js';
import { number, spoken, t } from '../../i18n/texts.js';
import { TagSearch, nextSort, rowWindow, shownRows, stepTo } from '../../state/tag-list.js';
import { tagName } from '../parts/chip.js';
import { tagTable } from './tag-table.js';

const EVERYTHING = { typed: '', family: '', facet: '' };

/**
 * The list of house tags: which rows are shown, which one is at hand, and which of them are drawn. Its host has `redraw()`,
 * which draws the list alone, and is told `turnedTo(id)` and `opened(id)`.
 */
export class TagGrid {
  #host;
  #wanted = { ...EVERYTHING, life: 'live', sort: { by: null, down: false } };
  #rows = [];
  #shown = [];
  #search = new TagSearch([]);
  #active = 0;
  #place = { top: 0, height: 800, rowHeight: 41 };

  constructor(host) {
    this.#host = host;
  }

  get wanted() {
    return this.#wanted;
  }

  get isEmpty() {
    return !this.#shown.length;
  }

  /** Whether the pane stands in the list's place, as it does where there is no room for both. */
  get isHidden() {
    return this.#box?.offsetHeight === 0;
  }

  /** The id of the tag at hand. */
  get tagId() {
    return this.#shown[this.#active]?.tag.id;
  }

  /** @param {{shortForm: string, expansion: string}[]} abbreviations of the house */
  index(rows, abbreviations) {
    this.#rows = rows;
    this.#search = new TagSearch(rows, abbreviations);
    this.#sift();
  }

  want(change) {
    this.#wanted = { ...this.#wanted, ...change };
    this.#active = 0;
    this.#place = { ...this.#place, top: 0 };
    this.#sift();
    this.#box?.scrollTo(0, 0);
    this.#host.refresh();
  }

  /** Every live tag again. */
  wantAll() {
    this.want({ ...EVERYTHING, life: 'live' });
  }

  /** Puts a tag at hand, whatever was wanted before. */
  turnToTag(id) {
    if (!this.#shown.some(({ tag }) => tag.id === id)) this.want({ ...EVERYTHING, life: 'all' });
    this.#active = Math.max(0, this.#shown.findIndex(({ tag }) => tag.id === id));
  }

  /** "48 tags", or which of them are to be seen. */
  counted() {
    const { from, to } = this.#window();
    const count = this.#shown.length;
    if (count <= to - from) return t('tags.shown', { count });
    const first = Math.floor(this.#place.top / this.#place.rowHeight) + 1;
    const last = Math.min(count, Math.floor((this.#place.top + this.#place.height) / this.#place.rowHeight));
    return t('tags.range', { from: number(first), to: number(last), count });
  }

  view(vocabulary) {
    const list = { rows: this.#shown, window: this.#window(), rowHeight: this.#place.rowHeight, active: this.#active, sort: this.#wanted.sort, vocabulary };
    return tagTable(list, {
      sort: (by) => this.want({ sort: nextSort(this.#wanted.sort, by) }),
      open: (place) => this.#open(place),
      focus: (place) => this.#turnTo(place),
      keys: (event) => this.#pressed(event),
    });
  }

  /** The rows' true height: it follows the reader's text size. */
  measure() {
    queueMicrotask(() => {
      const rowHeight = this.#host.querySelector('tbody tr[data-place]')?.offsetHeight || this.#place.rowHeight;
      const height = this.#box?.clientHeight || this.#place.height;
      if (rowHeight === this.#place.rowHeight && height === this.#place.height) return;
      this.#place = { ...this.#place, rowHeight, height };
      this.#host.redraw();
    });
  }

  scrolled({ scrollTop, clientHeight }) {
    const before = this.#window();
    const first = Math.floor(this.#place.top / this.#place.rowHeight);
    this.#place = { ...this.#place, top: scrollTop, height: clientHeight };
    const { from, to } = this.#window();
    if (from !== before.from || to !== before.to || first !== Math.floor(scrollTop / this.#place.rowHeight)) this.#host.redraw();
  }

  /** Brings the row at hand into sight, and the focus to it. */
  focus() {
    this.#focusRow(this.#active);
  }

  get #box() {
    return this.#host.querySelector('.listbox');
  }

  #window() {
    return rowWindow({ count: this.#shown.length, ...this.#place });
  }

  #sift() {
    const id = this.tagId;
    this.#shown = shownRows(this.#rows, this.#search, this.#wanted, tagName, spoken());
    const at = this.#shown.findIndex(({ tag }) => tag.id === id);
    this.#active = at < 0 ? Math.max(0, Math.min(this.#active, this.#shown.length - 1)) : at;
  }

  #turnTo(place) {
    if (place === this.#active) return;
    this.#active = place;
    this.#host.turnedTo(this.tagId);
  }

  #open(place) {
    this.#active = place;
    this.#host.opened(this.tagId);
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('button')) return;
    const to = stepTo(event.key, shortcutsOn() ? event.code : '', this.#active, this.#shown.length);
    if (to !== null) this.#focusRow(to);
    else if (event.key === 'Enter' || event.key === ' ') this.#host.opened(this.tagId, true);
    else return;
    event.preventDefault();
  }

  #focusRow(at) {
    const box = this.#box;
    if (!box || !this.#shown[at]) return;
    const { rowHeight } = this.#place;
    const headed = this.#host.querySelector('thead')?.offsetHeight ?? 32;
    if (at * rowHeight < box.scrollTop) box.scrollTop = at * rowHeight;
    else if ((at + 1) * rowHeight + headed > box.scrollTop + box.clientHeight) box.scrollTop = (at + 1) * rowHeight + headed - box.clientHeight;
    this.#place = { ...this.#place, top: box.scrollTop };
    this.#turnTo(at);
    this.#host.afterwards(() => this.#host.querySelector(`tr[data-place="${at}"]`)?.focus({ preventScroll: true }));
  }
}
