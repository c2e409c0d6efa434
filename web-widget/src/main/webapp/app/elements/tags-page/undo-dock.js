import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { undoVersion } from '../../api/vocabulary.js';
import { t } from '../../i18n/texts.js';
import { writeBackLink } from '../parts/write-back-link.js';

const STAYS = 20000;

/** What was just published, docked at the end of the key bar with one way back. Earlier ones are taken back one after the other. */
export class UndoDock {
  #host;
  #published = []; // newest last
  #text = '';
  #canUndo = false;
  #shown = false;
  #busy = false;
  #clock = 0;
  #over = false;

  /** @param {PageElement} host told `undone`, `undo-refused` by calls of `undone()` and `undoRefused(problem)` */
  constructor(host) {
    this.#host = host;
  }

  /** @param {{version: number, text: string, affected: ?number}} published told anew of the same version, only the words change */
  show({ version, text, affected }) {
    const same = this.#published.at(-1)?.version === version ? this.#published.pop() : null;
    this.#published.push({ version, text, affected: same?.affected ?? affected });
    this.#tell(text, true);
  }

  get canUndo() {
    return this.#published.length > 0 && !this.#busy;
  }

  /** Takes back the newest publication of this visit. */
  async undo() {
    if (!this.canUndo) return;
    const last = this.#published.pop();
    this.#busy = true;
    this.#host.refresh();
    try {
      await undoVersion(last.version);
      this.#tell(t('tags.undone', { text: last.text }), false);
      this.#host.undone();
    } catch (problem) {
      this.#shown = false;
      if (['unreachable', 'timeout'].includes(problem.code)) this.#published.push(last);
      this.#host.undoRefused(problem);
    }
    this.#busy = false;
    this.#host.refresh();
  }

  #tell(text, canUndo) {
    this.#text = text;
    this.#canUndo = canUndo;
    this.#shown = true;
    this.#stay();
    this.#host.refresh();
  }

  #stay() {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      if (this.#over) return this.#stay();
      this.#shown = false;
      this.#host.refresh();
    }, STAYS);
  }

  #link() {
    const last = this.#published.at(-1); // none while it is taken back
    return last ? writeBackLink(last.version, last.affected) : nothing;
  }

  view() {
    const over = (is) => () => (this.#over = is);
    return html`<span class="dock" role="status" @mouseenter=${over(true)} @mouseleave=${over(false)} @focusin=${over(true)} @focusout=${over(false)}>${this.#shown
      ? html`<span class="strong">${this.#text}</span>${this.#canUndo ? html`<button class="btn sm" type="button" data-act="undo" aria-keyshortcuts="Z" ?disabled=${this.#busy} @click=${() => this.undo()}>${t('tags.undo')} <span class="kbd" aria-hidden="true">Z</span></button>${this.#link()}` : nothing}`
      : nothing}</span>`;
  }
}
