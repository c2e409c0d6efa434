import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { exported } from '../../api/vocabulary-file.js';
import { previewUndo, readChanges, readDifferences, readVersions, undoVersion } from '../../api/vocabulary.js';
import { shortcutsOn } from '../../host/appearance.js';
import { moment, t } from '../../i18n/texts.js';
import { laterVersion } from '../../state/history.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { refusedText } from '../change-preview/decision-words.js';
import { DataPage, pageHead } from '../data-page.js';
import { banner, empty, problemText, skeleton } from '../parts/states.js';
import { icon } from '../page-element.js';
import { differenceList, partName, summaryText } from './history-words.js';
import '../change-preview/change-preview-element.js';
import './vocabulary-check-element.js';
import './vocabulary-file-element.js';

const PAGE = 50;
const LONGEST_NOTE = 500;

/** Who changed the vocabulary, what, why and when; any two versions compared, any one taken back. */
export class VocabularyHistory extends DataPage {
  #active = 0;
  #known = new Map(); // what each version changed; never changes itself
  #compared = null; // {from, to, differences, problem}
  #undo = null; // {version, preview, problem, note, busy}
  #told = '';
  #open = null; // 'file' or 'check', in place of the list

  arrive() {
    this.#read();
  }

  #read() {
    this.load(async (signal) => {
      const [versions, vocabulary, accounts] = await Promise.all([readVersions(null, signal), readVocabulary(), readAccounts()]);
      this.#learnChanges(versions);
      return { versions, vocabulary: new Vocabulary(vocabulary), accounts: accounts.accounts, more: versions.length === PAGE };
    });
  }

  /** All at once; the one that was just published alone. @param {?number} before the last version of the former page */
  async #learnChanges(versions, before = null) {
    const unknown = versions.map(({ version }) => version).filter((version) => !this.#known.has(version));
    if (!unknown.length) return;
    const [first] = unknown;
    try {
      const changes = unknown.length === 1 ? [{ version: first, differences: await readDifferences(first - 1, first) }] : await readChanges(before);
      changes.forEach(({ version, differences }) => this.#known.set(version, differences));
    } catch {
      return; // the list stands without them
    }
    this.refresh();
  }

  view() {
    return this.whenLoaded((data) => this.#page(data), { loading: t('history.loading'), failed: t('history.failed'), again: () => this.#read() });
  }

  #nameOf = (id) => this.data.vocabulary.tag(id)?.name ?? this.#formerName(id) ?? t('history.tag', { id: String(id) });

  #formerName(id) {
    for (const all of this.#known.values()) {
      const found = all.find(({ kind, key }) => kind === 'TAG' && key === id);
      if (found) return (found.after ?? found.before).name;
    }
    return null;
  }

  #page({ versions, vocabulary, accounts }) {
    const newest = versions[0];
    const text = newest ? t('history.text', { version: String(newest.version), by: newest.publishedBy, time: moment(newest.publishedAt) }) : '';
    const acts = html`${['yaml', 'csv'].map((format) => html`<a class="btn" href=${exported(format)} download>${icon('download')}${t(`file.export-${format}`)}</a>`)}
      <button class="btn" type="button" aria-expanded=${this.#open === 'file'} data-act="import" @click=${() => this.#turn('file')}>${icon('inbox')}${t('file.import')}</button>
      <button class="btn" type="button" aria-expanded=${this.#open === 'check'} data-act="check" @click=${() => this.#turn('check')}>${icon('search-check')}${t('check.title')}</button>`;
    return html`${pageHead({ title: t('page.history'), text, acts })}
      <p class="pad told small" role="status">${this.#told}</p>
      ${this.#open === 'file' ? html`<vocabulary-file class="pad" .vocabulary=${vocabulary} .accounts=${accounts} @published=${(event) => this.#imported(event.detail.version)} @closed=${() => this.#turn('file')}></vocabulary-file>`
      : this.#open === 'check' ? html`<vocabulary-check class="pad" @closed=${() => this.#turn('check')}></vocabulary-check>`
      : versions.length ? this.#list(versions) : html`<div class="pad">${empty({ symbol: 'clock', title: t('history.none'), text: t('history.none-why') })}</div>`}`;
  }

  #list(versions) {
    this.#active = Math.max(0, Math.min(this.#active, versions.length - 1));
    return html`${this.#compareForm(versions)}
      <div class="split" @keydown=${(event) => this.#pressed(event)}>
        <div class="listbox"><table class="tbl" role="grid" aria-rowcount=${versions.length + 1}>
          <caption class="sr">${t('page.history')}</caption>
          <thead><tr aria-rowindex="1"><th scope="col">${t('history.version')}</th><th scope="col">${t('history.what')}</th><th scope="col" class="hide-m">${t('history.who')}</th><th scope="col">${t('history.when')}</th></tr></thead>
          <tbody>${repeat(versions, ({ version }) => version, (line, at) => this.#row(line, at))}</tbody></table>
          ${this.data.more ? html`<div class="pad"><button class="btn sm" type="button" @click=${() => this.#more()}>${t('history.more')}</button></div>` : nothing}</div>
        <section class="pane" aria-label=${t('history.selected')}>${this.#pane(versions)}</section></div>
      <footer class="keys"><span><span class="kbd">J</span><span class="kbd">K</span>${t('keys.rows')}</span><span><span class="kbd">Z</span>${t('history.undo')}</span><span><span class="kbd">?</span>${t('keys.help')}</span></footer>`;
  }

  #compareForm(versions) {
    const newest = versions[0].version;
    const field = (id, label, value) => html`<label class="vers"><span>${label}</span><input class="input nolead num" id=${id} type="number" inputmode="numeric" min="0" max=${newest} required .value=${String(value)}></label>`;
    return html`<form class="tools" @submit=${(event) => this.#compare(event)}>
      ${field('compare-from', t('history.compare'), Math.max(0, newest - 1))}${field('compare-to', t('history.with'), newest)}
      <button class="btn" type="submit">${t('history.do-compare')}</button></form>`;
  }

  #row(line, at) {
    const active = at === this.#active && !this.#compared;
    const changed = this.#known.get(line.version);
    return html`<tr aria-rowindex=${at + 2} aria-selected=${active} tabindex=${at === this.#active ? 0 : -1} data-version=${line.version} @click=${() => this.#turnTo(at)} @focus=${() => this.#turnTo(at)}>
      <td class="num">${line.version}</td>
      <td><span class="what">${line.undoes ? t('history.undoes', { version: String(line.undoes) }) : changed ? summaryText(changed, this.#nameOf) : t('history.reading')}</span>
        ${line.note ? html`<span class="small sub why">${line.note}</span>` : nothing}
        ${line.undoneBy ? html`<span class="badge">${t('history.undone-by', { version: String(line.undoneBy) })}</span>` : nothing}</td>
      <td class="hide-m">${line.publishedBy}</td><td class="sub nowrap">${moment(line.publishedAt)}</td></tr>`;
  }

  #pane(versions) {
    if (this.#compared) return this.#comparison();
    const line = versions[this.#active];
    const changed = this.#known.get(line.version);
    return html`<div><h2 tabindex="-1">${t('history.of-version', { version: String(line.version) })}</h2>
        <p class="meta"><span>${line.publishedBy}</span><span>${moment(line.publishedAt)}</span></p>${line.note ? html`<p>${line.note}</p>` : nothing}</div>
      ${this.#undo?.version === line.version ? this.#undoing() : html`<div class="rowacts"><button class="btn" type="button" data-act="undo" aria-keyshortcuts="Z" @click=${() => this.#look(line.version)}>${t('history.undo-version', { version: String(line.version) })} <span class="kbd" aria-hidden="true">Z</span></button>
        <a class="btn" href=${hashOf('plans', { version: String(line.version) })}>${icon('refresh-cw')}${t('plans.write')}</a></div>`}
      ${this.#undo ? nothing : html`<div><h3>${t('history.changed')}</h3>${changed ? differenceList(changed, this.#nameOf) : skeleton(t('history.reading'), 2)}</div>`}`;
  }

  #comparison() {
    const { from, to, differences, problem } = this.#compared;
    const close = () => {
      this.#compared = null;
      this.refresh();
    };
    return html`<div><h2 tabindex="-1">${t('history.comparison', { from: String(from), to: String(to) })}</h2>
        <p class="meta">${differences ? t('history.differences', { count: differences.length }) : nothing}</p></div>
      ${problem ? banner({ kind: 'danger', symbol: 'circle-x', title: t('history.not-compared'), text: refusedText(problemOf(problem)), role: 'alert' }) : nothing}
      ${differences ? differenceList(differences, this.#nameOf) : problem ? nothing : skeleton(t('history.reading'), 3)}
      <div class="rowacts"><button class="btn" type="button" @click=${close}>${t('history.back')}</button></div>`;
  }

  #undoing() {
    const { version, preview, problem, note, busy } = this.#undo;
    const cancel = () => {
      this.#undo = null;
      this.afterwards(() => this.querySelector('[data-act="undo"]')?.focus());
    };
    if (problem) return html`${this.#cannot(version, problem)}<div class="rowacts"><button class="btn" type="button" @click=${cancel}>${t('history.back')}</button></div>`;
    if (!preview) return skeleton(t('history.looking'), 3);
    const { vocabulary, accounts } = this.data;
    return html`<section class="undoing" aria-labelledby="undo-name"><h3 id="undo-name" tabindex="-1">${t('history.undo-would')}</h3>
      ${differenceList(preview.differences, this.#nameOf)}
      <change-preview .preview=${preview} .vocabulary=${vocabulary} .accounts=${accounts}></change-preview>
      <div class="formrow"><label class="label" for="undo-note">${t('history.note')}</label>
        <input class="input nolead" id="undo-note" maxlength=${LONGEST_NOTE} autocomplete="off" .value=${live(note)} @input=${(event) => (this.#undo.note = event.target.value)}></div>
      <div class="rowacts"><button class="btn primary" type="button" data-act="do-undo" aria-disabled=${busy} @click=${() => this.#takeBack()}>${t('history.undo-version', { version: String(version) })}</button>
        <button class="btn" type="button" @click=${cancel}>${t('history.cancel')}</button></div></section>`;
  }

  /** Why not, which part, and the nearest thing that can be done. */
  #cannot(version, problem) {
    const { kind, key } = problem.fields ?? {};
    const later = kind ? laterVersion(version, { kind, key }, this.#known) : null;
    const part = kind ? partName({ kind, key }, this.#nameOf) : '';
    const text = [refusedText(problemOf(problem)), part && t('history.part', { part }), later && t('history.later', { version: String(later) })].filter(Boolean).join(' ');
    return html`${banner({ kind: 'danger', symbol: 'circle-x', title: t('history.cannot', { version: String(version) }), text, role: 'alert' })}
      ${later ? html`<div class="rowacts"><button class="btn" type="button" @click=${() => this.#showVersion(later)}>${t('history.see', { version: String(later) })}</button></div>` : nothing}`;
  }

  async #look(version) {
    this.#undo = { version, preview: null, problem: null, note: '', busy: false };
    this.#told = '';
    this.refresh();
    const asked = this.#undo;
    try {
      asked.preview = await previewUndo(version);
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      asked.problem = problem;
    }
    if (asked === this.#undo) this.afterwards(() => this.querySelector('#undo-name')?.focus());
  }

  async #takeBack() {
    const undo = this.#undo;
    if (undo.busy) return;
    undo.busy = true;
    this.refresh();
    try {
      const made = await undoVersion(undo.version, undo.note.trim());
      this.#undo = null;
      this.#active = 0;
      this.#told = t('history.undone', { version: String(undo.version), made: String(made.version) });
      this.#read();
      this.afterwards(() => this.querySelector('h1')?.focus());
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      undo.problem = problem;
      undo.busy = false;
    }
    this.refresh();
  }

  async #compare(event) {
    event.preventDefault();
    const value = (id) => Number(this.querySelector(`#${id}`).value);
    const [from, to] = [value('compare-from'), value('compare-to')].sort((a, b) => a - b);
    this.#compared = { from, to, differences: null, problem: null };
    this.#undo = null;
    this.refresh();
    const asked = this.#compared;
    try {
      asked.differences = await readDifferences(from, to);
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      asked.problem = problem;
    }
    if (asked === this.#compared) this.afterwards(() => this.querySelector('.pane h2')?.focus());
  }

  #showVersion(version) {
    const at = this.data.versions.findIndex((line) => line.version === version);
    this.#undo = null;
    if (at >= 0) this.#focusRow(at);
    else this.refresh();
  }

  async #more() {
    const { versions } = this.data;
    const last = versions.at(-1).version;
    try {
      const next = await readVersions(last);
      this.data = { ...this.data, versions: [...versions, ...next], more: next.length === PAGE };
      this.#learnChanges(next, last);
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#told = problemText(problem);
    }
    this.refresh();
  }

  #turn(part) {
    this.#open = this.#open === part ? null : part;
    const first = { file: 'vocabulary-file input[type="file"]', check: '#check-name' }[this.#open] ?? `[data-act="${part === 'file' ? 'import' : part}"]`;
    this.afterwards(() => this.querySelector(first)?.focus());
  }

  #imported(version) {
    this.#open = null;
    this.#active = 0;
    this.#told = t('file.published', { version: String(version) });
    this.#read();
    this.afterwards(() => this.querySelector('h1')?.focus());
  }

  #turnTo(at) {
    if (at === this.#active && !this.#compared) return;
    this.#active = at;
    this.#compared = null;
    this.#undo = null;
    this.refresh();
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.('input')) return;
    const letter = shortcutsOn() ? event.code : '';
    if (letter === 'KeyZ') {
      event.preventDefault();
      this.#look(this.data.versions[this.#active].version);
      return;
    }
    const last = this.data.versions.length - 1;
    const to =
      event.key === 'ArrowDown' || letter === 'KeyJ' ? this.#active + 1
      : event.key === 'ArrowUp' || letter === 'KeyK' ? this.#active - 1
      : event.key === 'Home' ? 0
      : event.key === 'End' ? last
      : null;
    if (to === null) return;
    event.preventDefault();
    this.#focusRow(Math.max(0, Math.min(last, to)));
  }

  #focusRow(at) {
    this.#turnTo(at);
    this.afterwards(() => this.querySelectorAll('.listbox tbody tr')[at]?.focus());
  }
}

const problemOf = ({ code, fields }) => ({ code, detail: fields?.detail, fields });

customElements.define('vocabulary-history', VocabularyHistory);
