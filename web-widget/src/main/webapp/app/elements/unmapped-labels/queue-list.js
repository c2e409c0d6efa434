import { fits, folded } from '../../state/queue.js';
import { DataPage } from '../data-page.js';

const DRAWN = 100;

/**
 * A list of rows that is walked, filtered and selected by key and by mouse; one row is active. What the rows are
 * (`rows`, in their order) and what a row's form is (`mode`), the page says.
 */
export class QueueList extends DataPage {
  typed = '';
  filter = 'all';
  drawn = DRAWN;
  at = 0;
  shown = 'open';
  selected = new Set();
  mode = null;
  #anchor = 0;

  /** The rows on screen, in their order. */
  get list() {
    const wanted = folded(this.typed);
    const wantedKind = fits(this.filter);
    return this.rows.filter((row) => wantedKind(row) && (!wanted || folded(row.label).includes(wanted)));
  }

  get row() {
    return this.list[this.at];
  }

  turnTo(at) {
    if (at === this.at && !this.mode) return;
    this.at = at;
    this.mode = null;
    this.refresh();
  }

  clicked(event, at) {
    if (event.shiftKey) return this.select(at, true);
    this.#anchor = at;
    this.turnTo(at);
  }

  ticked(event, at) {
    event.stopPropagation();
    this.select(at, event.shiftKey);
  }

  /** Turns a row's selection; with the shift key all from the last one on. */
  select(at, extend = false) {
    const rows = this.list;
    if (extend) for (let each = Math.min(this.#anchor, at); each <= Math.max(this.#anchor, at); each++) this.selected.add(rows[each].label);
    else if (!this.selected.delete(rows[at]?.label) && rows[at]) this.selected.add(rows[at].label);
    if (!extend) this.#anchor = at;
    this.at = at;
    this.refresh();
  }

  selectAll() {
    const rows = this.list;
    if (this.selected.size >= rows.length) this.selected.clear();
    else rows.forEach(({ label }) => this.selected.add(label));
    this.refresh();
  }

  /** Clears the selection, else search and filter. */
  clear() {
    if (this.selected.size) this.selected.clear();
    else {
      this.typed = '';
      this.filter = 'all';
    }
    this.focusRow();
  }

  move(steps, extend = false) {
    const to = Math.max(0, Math.min(this.list.length - 1, this.at + steps));
    if (extend) this.select(to, true);
    this.at = to;
    this.mode = null;
    this.focusRow();
  }

  focusRow() {
    this.afterwards(() => this.querySelectorAll('tbody tr')[this.at]?.focus());
  }

  find(text) {
    this.typed = text;
    this.at = 0;
    this.refresh();
  }

  sift(filter) {
    this.filter = filter;
    this.selected.clear();
    this.at = 0;
    this.refresh();
  }

  turn(shown) {
    this.shown = shown;
    this.selected.clear();
    this.at = 0;
    this.refresh();
  }

  scrolled(box) {
    if (box.scrollTop + box.clientHeight < box.scrollHeight - 400 || this.drawn >= this.list.length) return;
    this.drawn += DRAWN;
    this.refresh();
  }

  inField(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.typed) this.find('');
    else if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    else this.focusRow();
    event.preventDefault();
  }
}
