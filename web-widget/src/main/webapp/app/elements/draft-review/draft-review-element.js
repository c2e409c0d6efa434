import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { previewDraft, publishDraft, takeBackDecisions, tellOpenLabel } from '../../api/draft.js';
import { undoVersion } from '../../api/vocabulary.js';
import { t } from '../../i18n/texts.js';
import { draftSent } from '../../queue/draft.js';
import { overtakers, publishersSince } from '../../queue/publishers.js';
import { csv } from '../../state/csv.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { refusedText } from '../change-preview/decision-words.js';
import { banner, empty, failure } from '../parts/states.js';
import { writeBackLink } from '../parts/write-back-link.js';
import { icon } from '../page-element.js';
import { tableOf } from './decision-table.js';
import '../change-preview/change-preview-element.js';

const LOOK = 15000;

/** The lead's draft before it is published: every decision, and what all of them together would do. */
export class DraftReview extends DataPage {
  #former = null; // the figures before another lead published
  #publishers = '';
  #note = '';
  #busy = false;
  #refusal = '';
  #published = null;
  #clock = 0;
  #listeners = null;

  connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => document.hidden || this.#meet(), LOOK);
    this.#listeners = new AbortController();
    addEventListener('keydown', (event) => this.#pressed(event), { signal: this.#listeners.signal });
  }

  disconnectedCallback() {
    this.#listeners.abort();
    clearInterval(this.#clock);
  }

  keys() {
    return [[['Ctrl', '↵'], t('review.publish-key')]];
  }

  arrive() {
    this.#published = null;
    this.#former = null;
    this.#refusal = '';
    this.#read();
  }

  #read() {
    return this.load(async (signal) => {
      await draftSent();
      const [draft, content, { accounts }] = await Promise.all([previewDraft(signal), readVocabulary(), readAccounts()]);
      const vocabulary = new Vocabulary(content);
      const made = [...draft.refused, ...draft.decisions.map((decision) => ({ decision, fields: null }))];
      return { ...draft, vocabulary, accounts, who: await overtakers(made, vocabulary.version) };
    });
  }

  /** Another lead's publication makes the figures anew; what they were stays marked. */
  async #meet() {
    if (!this.data?.preview || this.#busy || this.#published) return;
    try {
      const { version } = await tellOpenLabel(null);
      if (version > this.data.preview.version) await this.#again();
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
    }
  }

  async #again() {
    this.#former = this.data.preview;
    this.#publishers = this.#former ? await publishersSince(this.#former.version) : '';
    await this.#read();
  }

  view() {
    return this.whenLoaded(() => this.#page(), { loading: t('review.loading'), failed: t('review.failed'), again: () => this.#read() });
  }

  #page() {
    const { decisions, refused } = this.data;
    const count = decisions.length;
    const back = html`<a class="btn" href=${hashOf('unmapped')}>${t('review.back')}</a>`;
    return html`${pageHead({ title: t('page.review'), text: count || refused.length ? t('review.text', { count }) : '', acts: back })}
      <div class="told">${this.#told()}</div>
      ${count || refused.length ? this.#draft() : this.#nothing()}`;
  }

  #told() {
    if (this.#published) {
      const { version, undone, affected } = this.#published;
      return undone
        ? banner({ kind: 'ok', symbol: 'circle-check', title: t('review.undone', { version: String(version) }), text: t('review.undone-why'), role: 'status' })
        : banner({ kind: 'ok', symbol: 'circle-check', title: t('review.published', { version: String(version) }), text: html`${t('review.published-why')} ${writeBackLink(version, affected)}`, action: { text: t('review.undo'), act: () => this.#undo(version) }, role: 'status' });
    }
    return html`${this.#former ? banner({ kind: 'warn', symbol: 'triangle-alert', title: this.#publishers ? t('review.meanwhile-by', { name: this.#publishers }) : t('review.meanwhile'), text: t('review.meanwhile-why'), role: 'status' }) : nothing}
      ${this.#refusal ? failure(t('review.not-published'), { code: '', fields: { status: 409, detail: this.#refusal } }) : nothing}`;
  }

  #nothing() {
    return html`<div class="pad grow">${empty({
      symbol: 'circle-check', title: t('review.none'), text: t('review.none-why'),
      actions: html`<a class="btn" href=${hashOf('unmapped')}>${t('page.unmapped')}</a>`,
    })}</div>`;
  }

  #draft() {
    const { decisions, refused, preview, vocabulary, accounts } = this.data;
    const rows = [...refused.map((each) => ({ ...each.decision, refused: this.#byWhom(each.decision, refusedText(each)) })), ...decisions.map((decision) => ({ ...decision, now: this.#nowMeans(decision) }))];
    const shown = preview ?? { version: vocabulary.version, differences: [], contacts: 0, affected: 0, months: [], tags: [], labelCount: 0, labels: [], writes: [] };
    queueMicrotask(() => {
      const element = this.querySelector('change-preview');
      if (!element) return;
      Object.assign(element, { preview: shown, former: this.#former, vocabulary, accounts, decisions: rows, discard: (decision) => this.#remove([decision.id]) });
      element.refresh();
    });
    const count = decisions.length;
    const overtaken = rows.filter(({ now }) => now);
    const noted = (event) => (this.#note = event.target.value);
    return html`<div class="pad review">
      ${refused.length ? html`<div>${banner({ kind: 'danger', symbol: 'circle-x', title: t('review.refused', { count: refused.length }), text: t('review.refused-why'), action: { text: t('review.remove-refused'), act: () => this.#remove(refused.map(({ decision }) => decision.id)) } })}</div>` : nothing}
      ${overtaken.length ? html`<div class="overtaken">${banner({ kind: 'warn', symbol: 'triangle-alert', title: t('review.overtaken', { count: overtaken.length }), text: t('review.overtaken-why'), action: { text: t('review.remove-refused'), act: () => this.#remove(overtaken.map(({ id }) => id)) } })}</div>` : nothing}
      <change-preview></change-preview>
      <div class="formrow"><label class="label" for="review-note">${t('review.note')}</label><p class="hint" id="review-note-hint">${t('review.note-hint')}</p>
        <input class="input nolead" id="review-note" maxlength="500" autocomplete="off" aria-describedby="review-note-hint" .value=${this.#note} @input=${noted}></div>
      <div class="rowacts">${count ? html`<button class="btn primary" type="button" aria-disabled=${this.#busy} aria-keyshortcuts="Control+Enter" @click=${() => this.#publish()}>${this.#busy ? t('review.publishing') : t('review.publish', { count })}<span class="kbd" aria-hidden="true">Ctrl ↵</span></button>` : nothing}
        <button class="btn" type="button" @click=${() => this.#download(rows)}>${icon('download')}${t('review.download')}</button>
        <a class="btn link" href=${hashOf('unmapped')}>${t('review.keep')}</a></div></div>`;
  }

  /** What a label means already, where somebody else was first. */
  #nowMeans(decision) {
    if (decision.change.do === 'forget-label') return null;
    const { preview, vocabulary, who } = this.data;
    const means = meantBy(decision.change, preview) ?? madeOf(who.get(decision.id)?.difference);
    if (!means) return null;
    return this.#byWhom(decision, means.kind === 'TAG' ? t('review.now-means', { tag: vocabulary.tag(means.tagId)?.name ?? '' }) : t('review.now-other', { meaning: t(`meaning.${means.kind}`) }));
  }

  #byWhom({ id }, text) {
    const line = this.data.who.get(id);
    return line ? t('review.by-whom', { text, name: line.publishedBy, version: String(line.version) }) : text;
  }

  /** Publishing is far below a long list; its key works everywhere, also while the reason is typed. */
  #pressed(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.defaultPrevented) return;
    if (!this.data?.decisions.length || this.#published || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    this.#publish();
  }

  async #remove(ids) {
    await this.#attempt(async () => {
      await takeBackDecisions(ids);
      await this.#read();
    });
  }

  async #publish() {
    if (this.#busy) return;
    this.#busy = true;
    this.refresh();
    const { decisions, preview } = this.data;
    await this.#attempt(async () => {
      const { version } = await publishDraft(preview.version, decisions.map(({ id }) => id), this.#note);
      this.#published = { version, affected: preview.affected };
      this.#former = null;
      this.#note = '';
      await this.#read();
      this.afterwards(() => this.querySelector('.told button')?.focus());
    });
    this.#busy = false;
    this.refresh();
    this.tell('waiting-changed');
  }

  async #undo(version) {
    await this.#attempt(async () => {
      await undoVersion(version, '');
      this.#published = { version, undone: true };
      await this.#read();
    });
    this.tell('waiting-changed');
  }

  async #attempt(act) {
    this.#refusal = '';
    try {
      await act();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#refusal = refusedText({ code: problem.code, detail: problem.fields?.detail, fields: problem.fields });
      if (problem.status === 409) await this.#again();
    }
    this.refresh();
  }

  #download(rows) {
    const file = new Blob([csv(tableOf(rows, this.data))], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `decisions-version-${this.data.vocabulary.version}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
}

/** What the label of a change means already, null if nothing. */
function meantBy({ label }, preview) {
  const before = label ? preview?.labels.find((each) => each.label === label)?.before : null;
  return before && before.kind !== 'NONE' ? before : null;
}

/** What somebody else's change made of a label. */
function madeOf({ kind, after } = {}) {
  if (!kind) return null;
  if (!after) return { kind: 'NONE' };
  if (kind === 'TAG' || kind === 'ALIAS') return { kind: 'TAG', tagId: kind === 'TAG' ? after.id : after.houseTagId };
  return { kind: kind === 'QUESTION' ? 'SEVERAL' : 'IGNORED' };
}

customElements.define('draft-review', DraftReview);
