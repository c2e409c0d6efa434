import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { readVocabulary } from '../../api/console.js';
import { previewChanges, publishChanges, undoVersion } from '../../api/vocabulary.js';
import { shortcutsOn } from '../../host/appearance.js';
import { t } from '../../i18n/texts.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { refusedText } from '../change-preview/decision-words.js';
import { banner, skeleton } from '../parts/states.js';
import { writeBackLink } from '../parts/write-back-link.js';
import { PageElement, icon } from '../page-element.js';
import { meanwhileText } from '../tags-page/meanwhile.js';
import '../change-preview/change-preview-element.js';

const LONGEST_NOTE = 500;

/**
 * Looks at changes, publishes them, and takes them back. Properties: `vocabulary`, `accounts`. Methods: `look(changes)`
 * opens it, `close()`. Events: `vocabulary-changed` {version, undone} once something was published, or taken back; `newer`
 * {newest, goOn} where somebody else changed the same thing since the page's vocabulary was read: the lead goes on with hers, or lets go.
 */
export class PublishPanel extends PageElement {
  vocabulary = null;
  accounts = [];
  #changes = null;
  #preview = null;
  #problem = null;
  #note = '';
  #busy = false;
  #meanwhile = null; // {differences, since, newest}
  #done = null; // {version, undone, affected}
  #opener = null;
  #keys = (event) => this.#pressed(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#keys);
  }

  get isOpen() {
    return this.#changes !== null;
  }

  async look(changes) {
    this.#opener ??= document.activeElement;
    this.#changes = changes;
    this.#preview = null;
    this.#problem = null;
    this.#meanwhile = null;
    this.#done = null;
    this.afterwards(() => this.querySelector('h2')?.focus());
    try {
      this.#preview = await previewChanges(changes, undefined, this.vocabulary.version);
    } catch (problem) {
      await this.#refuse(problem);
    }
    this.refresh();
  }

  /** Where others were first, what they made of it is shown; all else is a refusal. */
  async #refuse(problem) {
    this.#problem = problem;
    if (problem.status === 401) this.tell('signed-out');
    if (problem.code !== 'changed-meanwhile') return;
    const { differences = [], since = [] } = problem.fields;
    try {
      this.#meanwhile = { differences, since, newest: new Vocabulary(await readVocabulary()) };
      this.afterwards(() => this.querySelector('h2')?.focus());
    } catch (unread) {
      this.#problem = unread;
    }
  }

  #decide(goOn) {
    const { newest } = this.#meanwhile;
    this.#meanwhile = null;
    this.#problem = null;
    this.#opener = null; // the page turns to what comes next
    const note = goOn ? this.#note : '';
    this.close();
    this.#note = note;
    this.tell('newer', { newest, goOn });
  }

  close() {
    this.#changes = null;
    this.#note = '';
    const opener = this.#opener;
    this.#opener = null;
    this.afterwards(() => opener?.isConnected && opener.focus());
    this.tell('panel-closed');
  }

  view() {
    if (!this.#changes) return html`<div role="status">${this.#done ? this.#told() : nothing}</div>`;
    return html`<section class="publishing" aria-labelledby="publishing-name" @keydown=${(event) => this.#escape(event)}>
      <h2 id="publishing-name" tabindex="-1">${t('publish.title')}</h2>
      ${this.#meanwhile ? this.#other() : this.#problem ? this.#refused() : this.#preview ? this.#shown() : skeleton(t('publish.loading'))}
      ${this.#meanwhile ? nothing : this.#acts()}</section>`;
  }

  #acts() {
    return html`<div class="rowacts">
      ${this.#problem || !this.#preview ? nothing : html`<button class="btn primary" type="button" ?disabled=${this.#busy} @click=${() => this.#publish()}>${t('publish.do', { count: this.#changes.length })}</button>`}
      <button class="btn" type="button" @click=${() => this.close()}>${t('publish.back')} <span class="kbd" aria-hidden="true">Esc</span></button></div>`;
  }

  #other() {
    return html`<div class="meanwhile" role="alert">${meanwhileText(this.#meanwhile)}</div>
      <div class="rowacts"><button class="btn primary" type="button" data-act="go-on" @click=${() => this.#decide(true)}>${t('tags.decide-again')}</button>
        <button class="btn" type="button" data-act="let-go" @click=${() => this.#decide(false)}>${t('tags.keep-theirs')}</button></div>`;
  }

  #refused() {
    return banner({ kind: 'danger', symbol: 'circle-x', title: t('publish.refused'), text: refusedText(problemOf(this.#problem)), role: 'alert' });
  }

  #shown() {
    const decisions = this.#changes.map((change) => ({ change }));
    return html`<change-preview .preview=${this.#preview} .vocabulary=${this.vocabulary} .accounts=${this.accounts} .decisions=${decisions}></change-preview>
      <div class="formrow"><label class="label" for="publish-note">${t('publish.note')}</label><p class="hint" id="publish-note-hint">${t('publish.note-hint')}</p>
        <input class="input nolead" id="publish-note" maxlength=${LONGEST_NOTE} aria-describedby="publish-note-hint" .value=${live(this.#note)} @input=${(event) => (this.#note = event.target.value)}></div>`;
  }

  #told() {
    const { version, undone, affected } = this.#done;
    if (undone) return banner({ kind: 'ok', symbol: 'circle-check', title: t('publish.undone', { version: String(undone) }) });
    return html`${this.#problem ? this.#refused() : nothing}<div class="banner ok">${icon('circle-check')}<span class="strong">${t('publish.done', { version: String(version) })}</span>
      <button class="btn link sm" type="button" aria-keyshortcuts="Z" @click=${() => this.#undo()}>${t('publish.undo')} <span class="kbd" aria-hidden="true">Z</span></button>${affected ? html`<span class="b">${writeBackLink(version, affected)}</span>` : nothing}</div>`;
  }

  async #publish() {
    if (this.#busy) return;
    this.#busy = true;
    this.refresh();
    try {
      const { version } = await publishChanges(this.vocabulary.version, this.#changes, this.#note.trim());
      this.#done = { version, affected: this.#preview.affected };
      this.#problem = null;
      this.tell('vocabulary-changed', { version, undone: false });
      this.#opener = null; // what was pressed may be gone; undo is what comes next
      this.close();
      this.afterwards(() => this.querySelector('.banner button')?.focus());
    } catch (problem) {
      await this.#refuse(problem);
    }
    this.#busy = false;
    this.refresh();
  }

  async #undo() {
    if (this.#busy || !this.#done?.version) return;
    this.#busy = true;
    const { version } = this.#done;
    try {
      await undoVersion(version);
      this.#done = { undone: version };
      this.#problem = null;
      this.tell('vocabulary-changed', { version, undone: true });
    } catch (problem) {
      this.#problem = problem;
    }
    this.#busy = false;
    this.refresh();
  }

  #escape(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.altKey || !shortcutsOn() || event.target.closest?.('input, textarea, select')) return;
    if (event.code !== 'KeyZ' || event.shiftKey || !this.#done?.version) return;
    event.preventDefault();
    this.#undo();
  }
}

/** A refusal as `refusedText` reads it. */
export const problemOf = ({ code, fields }) => ({ code, fields: { ...fields, rules: fields?.rules?.join(', ') }, detail: fields?.detail });

customElements.define('publish-panel', PublishPanel);
