import { Piles } from '../../state/piles.js';
import { fits, folded } from '../../state/queue.js';
import { hashOf } from '../../state/routes.js';
import { DataPage } from '../data-page.js';

const DRAWN = 100;

/**
 * A list of rows that is walked, filtered and selected by key and by mouse; one row is active. What the rows are
 * (`rows`, in their order), where they come from (`read()`), who else decides them (`draft`) and what a row's form is (`mode`), the page says.
 */
export class QueueList extends DataPage {
  typed = '';
  filter = 'all';
  /** Of which helpdesk labels are shown: an account's id; '' for all. */
  account = '';
  drawn = DRAWN;
  at = 0;
  shown = 'open';
  selected = new Set();
  mode = null;
  /** Whether labels that are alike stand in one row. */
  together = true;
  /** Labels that were taken out of the active row's pile. */
  apart = new Set();
  piles = new Piles();
  #anchor = 0;
  #listed = { of: [], list: [] };

  /** The rows on screen, in their order; each with `alike`, the labels that are decided with it. */
  get list() {
    const rows = this.rows;
    const of = [rows, this.typed, this.filter, this.together];
    if (of.some((each, at) => each !== this.#listed.of[at])) this.#listed = { of, list: this.#piled(rows) };
    return this.#listed.list;
  }

  #piled(all) {
    const wanted = folded(this.typed);
    const wantedKind = fits(this.filter);
    const rows = all.filter((row) => wantedKind(row) && (!wanted || folded(row.label).includes(wanted)));
    if (!this.together) return rows.map((row) => ({ ...row, alike: [] }));
    return this.piles.of(rows, rows.length === all.length && this.shown === 'open');
  }

  /** How many labels the rows on screen stand for. */
  get labelCount() {
    return this.list.reduce((sum, { alike }) => sum + 1 + alike.length, 0);
  }

  /** Labels in piles, or each in a row. */
  pile() {
    this.together = !this.together;
    this.selected.clear();
    this.at = 0;
    this.focusRow();
  }

  /** Takes labels out of the active row's pile, or puts them back. */
  part(rows) {
    const out = rows.some(({ label }) => !this.apart.has(label));
    rows.forEach(({ label }) => (out ? this.apart.add(label) : this.apart.delete(label)));
    this.refresh();
  }

  get row() {
    return this.list[this.at];
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

  /** What was taken out of one pile is back in it once another is active; those of selected rows stay out. */
  #leave(to) {
    if (to !== this.at && !this.selected.size) this.apart.clear();
  }

  turnTo(at) {
    if (at === this.at && !this.mode) return;
    this.#leave(at);
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
    this.apart.clear();
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
    this.#leave(to);
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
    this.apart.clear();
    this.selected.clear();
    this.at = 0;
    this.refresh();
  }

  /** Another helpdesk, or the same read anew. It stands in the address, so that a page that is opened there shows the same. */
  turnToAccount(id) {
    if (id !== this.account) {
      this.apart.clear();
      this.selected.clear();
      this.at = 0;
    }
    this.account = id;
    history.replaceState(history.state, '', hashOf('unmapped', { account: id }));
    this.read();
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

  /** As in the filter: Enter goes to what is left, Escape shows all helpdesks. */
  inAccounts(event) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.key === 'Escape') this.turnToAccount('');
    this.focusRow();
    event.preventDefault();
    event.stopPropagation();
  }

  /** Enter goes from the filter to what it left. */
  inFilter(event) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.key === 'Escape') this.clear();
    this.focusRow();
    event.preventDefault();
    event.stopPropagation();
  }
}
