import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { checkFile, publishFile } from '../../api/vocabulary-file.js';
import { hasText, number, t } from '../../i18n/texts.js';
import { refusedText } from '../change-preview/decision-words.js';
import { banner, problemText, skeleton } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import { findings } from './findings.js';
import { differenceList } from './history-words.js';
import '../change-preview/change-preview-element.js';

const LONGEST_NOTE = 500;
const LARGEST = 8 * 1024 * 1024;

/**
 * A vocabulary file: looked over, previewed, published. Properties: `vocabulary`, `accounts`. Events: `published` with the
 * version, `closed`.
 */
export class VocabularyFile extends PageElement {
  vocabulary = null;
  accounts = [];
  #file = null;
  #missing = 'keep';
  #check = null;
  #problem = null;
  #note = '';
  #busy = false;
  #over = false;
  #run = null;

  view() {
    return html`<section class="importing" aria-labelledby="import-name"><h2 id="import-name">${t('file.title')}</h2><p class="sub">${t('file.text')}</p>
      <div class="drop ${this.#over ? 'over' : ''}" @dragover=${(event) => this.#drag(event, true)} @dragleave=${(event) => this.#drag(event, false)} @drop=${(event) => this.#dropped(event)}>
        <label class="label" for="import-file">${t('file.choose')}</label>
        <input id="import-file" type="file" accept=".yaml,.yml,.csv" @change=${(event) => this.#choose(event.target.files[0])}>
        <p class="hint">${t('file.drop')}</p></div>
      <fieldset class="radios"><legend class="label">${t('file.missing')}</legend>
        ${['keep', 'retire'].map((value) => html`<label><input type="radio" name="missing" value=${value} .checked=${live(this.#missing === value)} @change=${() => this.#turn(value)}><span>${t(`file.${value}`)}</span></label>`)}</fieldset>
      <div class="checked" aria-live="polite">${this.#result()}</div>
      <div class="rowacts">${this.#mayPublish ? html`<button class="btn primary" type="button" data-act="publish" aria-disabled=${this.#busy} @click=${() => this.#publish()}>${t('file.publish')}</button>` : nothing}
        <button class="btn" type="button" @click=${() => this.tell('closed')}>${t('history.cancel')}</button></div></section>`;
  }

  get #mayPublish() {
    return this.#check?.preview && this.#check.preview.differences.length > 0;
  }

  #result() {
    const refused = this.#problem ? banner({ kind: 'danger', symbol: 'circle-x', title: t('file.refused'), text: refusalOf(this.#problem), role: 'alert' }) : nothing;
    if (!this.#check) return this.#busy ? skeleton(t('file.checking'), 3) : refused;
    const { problemCount, problems, notices, lint, overwritten, preview } = this.#check;
    const nameOf = (id) => this.vocabulary.tag(id)?.name ?? t('history.tag', { id: String(id) });
    return html`${refused}
      ${problemCount ? html`${banner({ kind: 'danger', symbol: 'circle-x', title: t('file.problems', { count: problemCount }), text: t('file.all-or-nothing') })}${lines(problems, t('file.problems', { count: problemCount }))}
        ${problemCount > problems.length ? html`<p class="small sub">${t('file.first', { count: problems.length })}</p>` : nothing}` : nothing}
      ${notices.length ? html`<details class="word"><summary>${t('file.notices', { count: notices.length })}${icon('chevron-right')}</summary>${lines(notices, t('file.notices', { count: notices.length }))}</details>` : nothing}
      ${overwritten.length ? html`${banner({ kind: 'warn', symbol: 'triangle-alert', title: t('file.overwrites', { count: overwritten.length }), text: t('file.overwrites-why') })}${differenceList(overwritten, nameOf)}` : nothing}
      ${preview ? this.#preview(preview, lint, nameOf) : nothing}`;
  }

  #preview(preview, lint, nameOf) {
    if (!preview.differences.length) return html`${banner({ kind: 'info', symbol: 'info', title: t('file.same'), text: t('file.same-why') })}${findings(lint)}`;
    return html`<h3 tabindex="-1" data-part="would">${t('file.would', { count: preview.differenceCount })}</h3>${differenceList(preview.differences, nameOf)}
      ${preview.differenceCount > preview.differences.length ? html`<p class="small sub">${t('file.first', { count: preview.differences.length })}</p>` : nothing}
      <change-preview .preview=${preview} .vocabulary=${this.vocabulary} .accounts=${this.accounts}></change-preview>
      ${findings(lint)}
      <div class="formrow"><label class="label" for="import-note">${t('history.note')}</label>
        <input class="input nolead" id="import-note" maxlength=${LONGEST_NOTE} autocomplete="off" .value=${live(this.#note)} @input=${(event) => (this.#note = event.target.value)}></div>`;
  }

  #drag(event, over) {
    event.preventDefault();
    if (over === this.#over) return;
    this.#over = over;
    this.refresh();
  }

  #dropped(event) {
    event.preventDefault();
    this.#over = false;
    this.#choose(event.dataTransfer.files[0]);
  }

  #choose(file) {
    if (!file) return;
    this.#file = file;
    this.#look();
  }

  #turn(missing) {
    this.#missing = missing;
    if (this.#file) this.#look();
  }

  get #format() {
    return /\.csv$/i.test(this.#file.name) ? 'csv' : 'yaml';
  }

  async #look() {
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    this.#check = null;
    this.#problem = null;
    this.#busy = true;
    this.refresh();
    try {
      if (this.#file.size > LARGEST) throw Object.assign(new Error(), { code: 'body-too-large', fields: {} });
      const check = await checkFile(this.#file, { format: this.#format, missing: this.#missing }, run.signal);
      if (run !== this.#run) return;
      this.#check = check;
    } catch (problem) {
      if (run !== this.#run) return;
      if (problem.status === 401) return this.tell('signed-out');
      this.#problem = problem;
    }
    this.#busy = false;
    this.refresh();
  }

  async #publish() {
    if (this.#busy) return;
    this.#busy = true;
    this.#problem = null;
    this.refresh();
    try {
      const choice = { format: this.#format, missing: this.#missing, base: this.#check.version, note: this.#note.trim() };
      const { version } = await publishFile(this.#file, choice);
      this.tell('published', { version });
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      if (problem.status === 409) await this.#look(); // somebody was first: what it would do now
      this.#problem = problem;
    }
    this.#busy = false;
    this.refresh();
  }
}

const refusalOf = (problem) => (problem.code === 'body-too-large' ? t('wrong.file-too-large') : hasText(`refused.${problem.code}`) ? refusedText(problem) : problemText(problem));

/** What is wrong with a line, in the reader's language; an unknown reason in the server's own words. */
const wrongText = ({ code, message, fields }) => (hasText(`wrong.${code}`) ? t(`wrong.${code}`, fields) : message);

const lines = (problems, name) => html`<div class="scroll" tabindex="0" role="region" aria-label=${name}><table class="tbl plain"><caption class="sr">${name}</caption>
  <thead><tr><th scope="col" class="r">${t('file.line')}</th><th scope="col">${t('file.field')}</th><th scope="col">${t('file.reason')}</th></tr></thead>
  <tbody>${problems.map((problem) => html`<tr><td class="r">${problem.line ? number(problem.line) : '–'}</td><td><bdi>${problem.field || '–'}</bdi></td><td>${wrongText(problem)}</td></tr>`)}</tbody></table></div>`;

customElements.define('vocabulary-file', VocabularyFile);
