import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { t } from '../../i18n/texts.js';
import { Finder, suggestions } from '../../state/find.js';
import { START, labelsOn, picture, presentTags, pressedCodes, waiting } from '../../state/sidebar.js';
import { EMPTY_VOCABULARY } from '../../state/vocabulary.js';
import { short, tagName } from '../parts/chip.js';
import { banner, empty, failure, problemText, skeleton } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import '../code-pad/code-pad-element.js';
import '../reason-field/reason-field-element.js';
import { customer, reasonList, tagList } from './ticket-parts.js';

const UNDO_STAYS = 20000;

/** The whole sidebar for one ticket. Property `desk`: the TicketDesk that acts; `show(state)` draws. */
export class DeskSidebar extends PageElement {
  desk = null;
  hostName = '';
  through = 'form';
  #state = START;
  #finder = new Finder(EMPTY_VOCABULARY);
  #undoClock = 0;
  #undoKey = null;
  #keys = (event) => this.#pressed(event);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#keys);
    clearTimeout(this.#undoClock);
  }

  get state() {
    return this.#state;
  }

  show(state) {
    if (state.vocabulary !== this.#state.vocabulary) this.#finder = new Finder(state.vocabulary);
    this.#state = state;
    if (state.undo?.key !== this.#undoKey) this.#startUndoClock(state.undo);
    this.refresh();
    this.querySelectorAll('reason-field, code-pad').forEach((element) => element.refresh());
  }

  view() {
    return html`<main class="side"><h1 class="sr">Tagsmith</h1>${this.#banners()}${this.#body()}</main>`;
  }

  #body() {
    const state = this.#state;
    switch (state.phase) {
      case 'loading':
        return skeleton(t('sidebar.loading'));
      case 'outside':
        return empty({ symbol: 'info', title: t('outside.title'), text: t('outside.text') });
      case 'unsaved':
        return empty({ symbol: 'tag', title: t('unsaved.title'), text: t('unsaved.text') });
      case 'failed':
        return state.ended ? nothing : failure(t('sidebar.failed'), state.problem, () => this.desk.tryAgain());
      default:
        return this.#ticket(state);
    }
  }

  #banners() {
    const state = this.#state;
    const kept = waiting(state).length;
    return html`
      ${state.ended ? banner({ kind: 'warn', symbol: 'clock', title: t('ended.title'), text: t(kept ? 'ended.kept' : 'ended.text', { count: kept }), role: 'alert' }) : nothing}
      ${!state.online && !state.ended ? this.#offline(kept) : nothing}
      ${state.notice ? this.#notice(state.notice) : nothing}`;
  }

  #offline(kept) {
    return banner({
      kind: 'info',
      symbol: 'cloud-off',
      title: t('offline.title'),
      text: kept ? t('offline.kept', { count: kept }) : t('offline.text'),
      action: { text: t('offline.again'), act: () => this.desk.tryAgain() },
      role: 'status',
    });
  }

  #notice(notice) {
    const what = notice.number ? String(notice.number) : notice.tag ? tagName(notice.tag) : short(notice.label ?? '', 40);
    const already = notice.code === 'already-there';
    return banner({
      kind: already ? '' : 'warn',
      symbol: already ? 'info' : 'triangle-alert',
      title: already ? t('notice.there', { name: what }) : t('notice.refused', { name: what }),
      text: already ? '' : problemText({ code: notice.code, fields: { ...notice, host: this.hostName, successor: this.#successor(notice) } }),
      action: { text: t('notice.close'), act: () => this.desk.closeNotice() },
      role: 'status',
    });
  }

  #successor({ successorId }) {
    const tag = this.#state.vocabulary.tag(successorId);
    return tag ? tagName(tag) : '–';
  }

  #ticket(state) {
    const shown = picture(state);
    const { vocabulary } = state;
    const on = {
      removeTag: (id) => this.desk.removeTag(id),
      removeLabel: (label) => this.desk.removeLabel(label),
      replace: (labels, tagId) => this.#replace(labels, tagId),
      take: (label, tag) => this.desk.add([{ tag, code: null, replaces: label }]),
    };
    const present = presentTags(state);
    const suggested = suggestions({
      vocabulary,
      labels: labelsOn(state).map((label) => state.readings[label]).filter(Boolean),
      earlier: state.earlier,
      present,
    });
    return html`
      <section>
        <reason-field .finder=${this.#finder} .hueOf=${(tag) => vocabulary.hue(tag)} .suggested=${state.replacing ? [] : suggested}
          .present=${present} .replacing=${state.replacing?.labels[0] ?? null} .propose=${(text, signal) => this.desk.propose(text, signal)}
          @choose=${(event) => this.desk.add(event.detail.rows)} @last=${(event) => this.#last(event.detail.press, shown)}
          @stop-replacing=${() => this.desk.stopReplacing()}></reason-field>
      </section>
      ${vocabulary.tags.length ? nothing : banner({ kind: '', symbol: 'info', title: t('sidebar.no-words'), text: t('sidebar.no-words-why') })}
      ${state.ticket.known ? nothing : banner({ kind: '', symbol: 'refresh-cw', title: t('sidebar.not-synced'), text: t('sidebar.not-synced-why') })}
      ${reasonList(shown.reasons, on)}
      ${tagList({ picture: shown, vocabulary, marked: state.marked }, on)}
      <section><code-pad .vocabulary=${vocabulary} .used=${state.codes} .pressed=${pressedCodes(state)}
        @press=${(event) => this.#press(event.detail)}></code-pad></section>
      ${customer(state)}
      ${this.#foot(state)}`;
  }

  /** The undo is docked here, never over the work. */
  #foot({ undo, changes }) {
    const sending = changes.some((change) => change.sending);
    return html`<footer class="foot" @pointerenter=${() => clearTimeout(this.#undoClock)} @pointerleave=${() => this.#startUndoClock(this.#state.undo)}
      @focusin=${() => clearTimeout(this.#undoClock)} @focusout=${() => this.#startUndoClock(this.#state.undo)}>
      <span class="st" role="status">${undo
        ? html`${icon('circle-check')}<span>${this.#said(undo.said)}</span>`
        : sending
          ? html`${icon('clock')}<span>${t('foot.saving')}</span>`
          : html`${icon('circle-check')}<span>${t(this.through === 'form' ? 'foot.submit' : 'foot.at-once', { host: this.hostName })}</span>`}</span>
      ${undo ? html`<button class="btn link sm undo" type="button" aria-keyshortcuts="Z" @click=${() => this.desk.undo()}>${t('foot.undo')}<span class="kbd" aria-hidden="true">Z</span></button>` : nothing}
    </footer>`;
  }

  #said({ kind, tag, label, count }) {
    const name = tag ? tagName(tag) : short(label ?? '', 40);
    return count > 1 ? t(`foot.${kind}-more`, { name, count: count - 1 }) : t(`foot.${kind}`, { name });
  }

  #replace(labels, tagId) {
    this.desk.replace(labels, tagId);
    this.querySelector('reason-field')?.focusField();
  }

  #last(press, shown) {
    const last = shown.tags.at(-1);
    if (press === 2 && last) this.desk.removeTag(last.tag.id);
    this.desk.mark(press === 1 && last ? last.tag.id : null);
  }

  #press({ code, pressed }) {
    if (pressed) this.desk.removeTag(code.houseTagId);
    else this.desk.add([{ tag: this.#state.vocabulary.tag(code.houseTagId), code, replaces: null }]);
  }

  #startUndoClock(undo) {
    clearTimeout(this.#undoClock);
    this.#undoKey = undo?.key ?? null;
    if (undo) this.#undoClock = setTimeout(() => this.desk.undoGone(undo.key), UNDO_STAYS);
  }

  #pressed(event) {
    const inField = event.target.closest?.('input, textarea, select');
    if (inField || event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === '/' && !event.ctrlKey) {
      event.preventDefault();
      this.querySelector('reason-field')?.focusField();
    } else if (event.code === 'KeyZ' && !event.shiftKey && this.#state.undo) {
      event.preventDefault();
      this.desk.undo();
    }
  }
}

customElements.define('desk-sidebar', DeskSidebar);
