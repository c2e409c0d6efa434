import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { readVocabulary } from '../../api/console.js';
import { previewChanges, publishChanges } from '../../api/vocabulary.js';
import { t } from '../../i18n/texts.js';
import { neededTags } from '../../state/meanwhile.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { ChangePreview } from '../change-preview/change-preview-element.js';
import { tagName } from '../parts/chip.js';
import { banner, skeleton } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { meanwhileText } from './meanwhile.js';
import { refusal } from './tag-words.js';

const LONGEST_NOTE = 500;

/**
 * One decision of a lead, in three steps: say what, see what it would do, publish. What is typed stays through refusals,
 * through others' changes and through a lost connection. Tells `published` {version, told, affected, made}, `cancelled` and `newer` (a Vocabulary).
 *
 * Who extends it gives `title()`, `fields()`, `changes()` (null where something is wrong, told in `errors`), `verb()`, `told()`,
 * and, where others may change the same, `again(vocabulary)`.
 */
export class DecisionForm extends PageElement {
  vocabulary = null;
  accounts = [];
  usage = null;
  tag = null;
  request = null; // what an agent asked for, where this answers it
  typed = {};
  errors = {}; // by field: a function that tells it, so that it follows the language
  theirs = {}; // by field: what somebody else wrote meanwhile
  #step = 'fill'; // then 'look', or 'meanwhile'
  #shown = new ChangePreview();
  #changes = [];
  #note = '';
  #busy = false;
  #trouble = null;
  #meanwhile = null;
  #tried = false;
  #asking = null;
  #lost = new Set(); // live tags that others retired meanwhile

  disconnectedCallback() {
    this.#asking?.abort();
  }

  /** Whether leaving would lose something. */
  get dirty() {
    return this.#step !== 'fill' || this.isTyped();
  }

  isTyped() {
    return false;
  }

  lead() {
    return nothing;
  }

  again() {}

  /** The tags that were chosen beside the one that this is about. */
  targets() {
    return [];
  }

  /** Whether only a live tag can be decided about so. */
  get needsLive() {
    return true;
  }

  /** The name of the tag that was made; null if none was. */
  made() {
    return null;
  }

  /** Which field a refusal speaks of; null for none in particular. */
  fieldOf(problem) {
    return problem.fields?.field ?? null;
  }

  view() {
    return html`<section class="decide" aria-labelledby="decide-title" @keydown=${(event) => this.#pressed(event)}>
      <h2 id="decide-title" tabindex="-1">${this.title()}</h2>
      ${this.#step === 'fill' ? this.#fill() : this.#step === 'look' ? this.#look() : this.#other()}
    </section>`;
  }

  #fill() {
    return html`${this.lead()}<form class="form" novalidate @submit=${(event) => this.#submitted(event)}>
      ${this.#revived()}${this.#summary()}${this.#trouble ? banner({ kind: 'danger', symbol: 'circle-x', title: this.#trouble(), role: 'alert' }) : nothing}
      ${this.fields()}
      <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${t('tags.see')}</button>
        <button class="btn link" type="button" @click=${() => this.tell('cancelled')}>${t('tags.cancel')}</button></div>
      <p class="sr" role="status">${this.#busy ? t('tags.looking') : nothing}</p></form>`;
  }

  /** Tags that others retired meanwhile are restored first, so that a lead can go on. */
  #revived() {
    const wanted = [...(this.tag && this.needsLive ? [this.tag.id] : []), ...this.targets()];
    return wanted.filter((id) => this.#isLost(id)).map((id) => banner({ kind: 'warn', symbol: 'triangle-alert', title: t('tags.restored-first', { tag: tagName(this.vocabulary.tag(id)) }) }));
  }

  #isLost(id) {
    return this.#lost.has(id) && Boolean(this.vocabulary.tag(id)?.retired);
  }

  /** More than one wrong field: all of them on top, each a way to its field. */
  #summary() {
    const wrong = Object.entries(this.errors);
    if (wrong.length < 2) return nothing;
    const turn = (event, field) => {
      event.preventDefault();
      this.field(field)?.focus();
    };
    return html`<div class="banner danger summary" tabindex="-1">${icon('circle-x')}<span class="strong">${t('tags.problem')}</span>
      <ul class="b">${wrong.map(([field, told]) => html`<li><a href="#${`tag-${field}`}" @click=${(event) => turn(event, field)}>${told()}</a></li>`)}</ul></div>`;
  }

  #look() {
    const { preview } = this.#shown;
    if (!preview) return html`${this.#trouble ? banner({ kind: 'danger', symbol: 'circle-x', title: this.#trouble(), role: 'alert' }) : skeleton(t('tags.looking'))}${this.#backAlone()}`;
    return html`<div>${this.#shown}</div>
      <form class="form" novalidate @submit=${(event) => this.#publish(event)}>
        <div class="formrow wide"><label class="label" for="tag-note">${t('tags.why')} <span class="muted optional">${t('tags.optional')}</span></label><p class="hint" id="tag-note-hint">${t('tags.why-hint')}</p>
          <input class="input nolead" id="tag-note" maxlength=${LONGEST_NOTE} autocomplete="off" aria-describedby="tag-note-hint" .value=${live(this.#note)} @input=${(event) => (this.#note = event.target.value)}></div>
        ${this.#trouble ? banner({ kind: 'danger', symbol: 'circle-x', title: this.#trouble(), role: 'alert' }) : nothing}
        <div class="rowacts"><button class="btn primary" type="submit" aria-disabled=${this.#busy}>${this.verb()}</button>
          <button class="btn" type="button" @click=${() => this.#back()}>${t('tags.back')}</button></div>
        <p class="sr" role="status">${this.#busy ? t('tags.publishing') : nothing}</p></form>`;
  }

  #backAlone() {
    return html`<div class="rowacts"><button class="btn" type="button" @click=${() => this.#back()}>${t('tags.back')}</button></div>`;
  }

  #other() {
    const leave = () => {
      this.tell('newer', this.#meanwhile.newest);
      this.tell('cancelled');
    };
    return html`<div class="meanwhile" role="alert">${meanwhileText(this.#meanwhile)}</div>
      <div class="rowacts"><button class="btn primary" type="button" @click=${() => this.#again()}>${t('tags.decide-again')}</button>
        <button class="btn" type="button" @click=${leave}>${t('tags.keep-theirs')}</button></div>`;
  }

  field(name) {
    return this.querySelector(`[name="${CSS.escape(name)}"], #${CSS.escape(`tag-${name}`)}`);
  }

  /** Takes what was typed; a field that was wrong is looked at again. */
  take(field, value) {
    this.typed = { ...this.typed, [field]: value };
    this.#trouble = null;
    if (this.#tried && this.errors[field]) this.check();
    this.refresh();
  }

  /** Fills `errors` anew. @return {?object[]} the changes, null if something is wrong */
  check() {
    this.errors = {};
    const changes = this.changes();
    if (Object.keys(this.errors).length || !changes) return null;
    return [...neededTags(changes).filter((id) => this.#isLost(id)).map((tagId) => ({ do: 'restore-tag', tagId })), ...changes];
  }

  async #submitted(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#tried = true;
    this.#trouble = null;
    const changes = this.check();
    if (!changes) return this.#turnToError();
    if (!changes.length) {
      this.#trouble = () => t('tags.nothing-changed');
      return this.refresh();
    }
    this.#changes = changes;
    await this.#ask(changes);
  }

  async #ask(changes) {
    this.#busy = true;
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.refresh();
    try {
      const preview = await previewChanges(changes, asking.signal, this.vocabulary.version);
      Object.assign(this.#shown, { preview, vocabulary: this.vocabulary, accounts: this.accounts, decisions: changes.map((change) => ({ change })) });
      this.#shown.refresh();
      this.#turnTo('look');
    } catch (problem) {
      if (problem.code === 'changed-meanwhile') await this.#learn(problem);
      else if (problem.code !== 'stopped') this.#refuse(problem);
    }
    this.#busy = false;
    this.refresh();
  }

  async #publish(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    this.#trouble = null;
    this.refresh();
    try {
      const told = this.told();
      const { version } = await publishChanges(this.vocabulary.version, this.#changes, this.#note.trim());
      this.tell('published', { version, told, affected: this.#shown.preview.affected, made: this.made(), request: this.request });
    } catch (problem) {
      if (problem.code === 'changed-meanwhile') await this.#learn(problem);
      else if (this.#fieldFor(problem)) this.#refuse(problem);
      else this.#say(problem);
    }
    this.#busy = false;
    this.refresh();
  }

  #refuse(problem) {
    if (problem.status === 401) return this.tell('signed-out');
    const field = this.#fieldFor(problem);
    if (!field) return this.#say(problem);
    this.errors = { [field]: () => refusal(problem, this.vocabulary) };
    this.#step = 'fill';
    this.#turnToError();
  }

  /** Only a refusal of what was typed belongs to a field. */
  #fieldFor(problem) {
    return [400, 409].includes(problem.status) ? this.fieldOf(problem) : null;
  }

  #say(problem) {
    if (problem.status === 401) return this.tell('signed-out');
    this.#trouble = () => refusal(problem, this.vocabulary);
    this.refresh();
  }

  /** What others made of it meanwhile, and who. */
  async #learn(problem) {
    try {
      const newest = new Vocabulary(await readVocabulary());
      this.#meanwhile = { differences: problem.fields.differences ?? [], since: problem.fields.since ?? [], newest };
      this.#turnTo('meanwhile');
    } catch (unread) {
      this.#say(unread);
    }
  }

  #again() {
    const { newest } = this.#meanwhile;
    for (const { id } of this.vocabulary.tags.filter((tag) => !tag.retired && newest.tag(tag.id)?.retired)) this.#lost.add(id);
    this.again(newest);
    this.vocabulary = newest;
    if (this.tag) this.tag = newest.tag(this.tag.id) ?? this.tag;
    this.tell('newer', newest);
    this.#turnTo('fill');
  }

  #back() {
    this.#asking?.abort();
    this.#trouble = null;
    this.#turnTo('fill');
  }

  #turnTo(step) {
    this.#step = step;
    this.afterwards(() => {
      this.closest('.pane')?.scrollTo(0, 0);
      this.querySelector('#decide-title')?.focus();
    });
  }

  #turnToError() {
    this.afterwards(() => (this.querySelector('.summary') ?? this.querySelector('[aria-invalid="true"], [data-wrong] input'))?.focus());
  }

  #pressed(event) {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#step === 'look') this.#back();
    else if (!this.dirty) this.tell('cancelled');
  }
}
