import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readCodeUse } from '../../api/codes.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { shortcutsOn } from '../../host/appearance.js';
import { dayOf, number, spoken, t } from '../../i18n/texts.js';
import { Finder } from '../../state/find.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary, languageOfName, languageOfText, nameIn } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { short, tagChip } from '../parts/chip.js';
import { banner, empty } from '../parts/states.js';
import { icon } from '../page-element.js';
import '../publish-panel/publish-panel-element.js';
import { acceptedRequest, markMade } from '../tag-requests/made-request.js';
import { changeOf, codeForm, draftOf, problemsOf, rebasedDraft } from './code-form.js';
import { groupsOf, inTree, isFor, nextFree } from './code-tree.js';
import { deskCard } from './desk-card.js';

const MANY = 20; // what people remember of a list of codes
const TOO_MANY = 60;

/** Reason codes: what they say, who sees them, how much they are used; leads change them. */
export class ReasonCodes extends DataPage {
  person = null;
  choice = {};
  #finder = null;
  #typed = '';
  #group = '';
  #use = new Map();
  #accounts = [];
  #draft = null;
  #problems = {};
  #retiring = null; // {number, successor}
  #opener = null;
  #told = null; // what became of the request that a code was made for
  #keys = (event) => this.#pressed(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#keys);
  }

  async arrive(choice = this.choice) {
    await this.#read();
    if (choice.request && this.data && this.#mayChange) this.#make(choice.request);
  }

  /** A code for what an agent asked for. */
  async #make(id) {
    const request = await acceptedRequest(id);
    if (!request) return;
    this.#turnToForm(null, true);
    this.#draft.names[spoken()] = request.name;
    this.#draft.examples = request.words ?? '';
    this.#draft.request = request;
    this.refresh();
  }

  get #mayChange() {
    return ['lead', 'admin'].includes(String(this.person?.role).toLowerCase());
  }

  async #read() {
    const former = this.data;
    await this.load(async (signal) => {
      const [content, use, accounts] = await Promise.all([readVocabulary(), this.#mayChange ? readCodeUse(signal) : [], readAccounts().catch(() => ({ accounts: [] }))]);
      this.#use = new Map(use.map((each) => [each.number, each]));
      this.#accounts = accounts.accounts ?? [];
      return new Vocabulary(content);
    });
    if (this.data) this.#take(this.data, former);
  }

  /** The newest vocabulary; a form at hand keeps what was typed into it. */
  #take(vocabulary, former) {
    this.data = vocabulary;
    this.#finder = new Finder(vocabulary);
    if (this.#draft && former && former !== vocabulary) this.#draft = rebasedDraft(this.#draft, former, vocabulary);
    this.refresh();
  }

  /** Somebody else changed the same: the lead goes on with hers, or lets go. */
  #newer({ newest, goOn }) {
    const at = this.#draft?.number ?? this.#retiring?.number;
    if (!goOn) this.#draft = this.#retiring = null;
    this.#take(newest, this.data);
    if (this.#draft) this.#problems = this.#check();
    this.afterwards(() => (this.querySelector('#code-form-name, #code-successor') ?? this.querySelector(`[data-code="${at}"] button`) ?? this.querySelector('h1'))?.focus());
  }

  view() {
    return this.whenLoaded((vocabulary) => this.#page(vocabulary), { loading: t('words.loading'), failed: t('words.failed'), again: () => this.#read() });
  }

  #page(vocabulary) {
    if (this.choice.card) {
      const language = ['en', 'zh-Hant', 'zh-Hans'].includes(this.choice.language) ? this.choice.language : spoken();
      return deskCard(vocabulary, { language, group: this.choice.group ?? '' });
    }
    const active = vocabulary.codes.filter((code) => !code.retired);
    return html`${pageHead({ title: t('page.codes'), text: this.#text(vocabulary, active), acts: this.#acts(vocabulary) })}
      ${this.#warning(active.length)}
      <div class="told" role="status">${this.#told ? banner(this.#told) : nothing}</div>
      <publish-panel class="pad" .vocabulary=${vocabulary} .accounts=${this.#accounts} @vocabulary-changed=${(event) => this.#published(event.detail)} @newer=${(event) => this.#newer(event.detail)} @panel-closed=${() => this.refresh()}></publish-panel>
      ${this.#draft
        ? codeForm({
            draft: this.#draft,
            problems: this.#problems,
            vocabulary,
            save: (event) => this.#save(event),
            cancel: () => this.#turnToForm(null),
            changed: () => this.#changed(),
          })
        : nothing}
      ${vocabulary.codes.length ? html`${this.#tools(vocabulary)}${this.#table(vocabulary)}` : this.#none()}`;
  }

  #text(vocabulary, active) {
    const { version, publishedAt, publishedBy } = vocabulary.content;
    if (!version) return '';
    return `${t('codes.live', { count: active.length })} ${t('words.version', { version: String(version), day: publishedAt ? dayOf(publishedAt) : '–', name: publishedBy ?? '–' })}`;
  }

  #acts(vocabulary) {
    const card = vocabulary.codes.length ? html`<a class="btn" href=${hashOf('codes', { card: '1', language: spoken(), group: this.#group })}>${t('codes.card')}</a>` : nothing;
    if (!this.#mayChange) return card;
    return html`${card}<button class="btn primary" id="code-new" type="button" aria-keyshortcuts="N" @click=${() => this.#turnToForm(null, true)}>${t('codes.new')} <span class="kbd" aria-hidden="true">N</span></button>`;
  }

  #warning(count) {
    if (count < MANY || !this.#mayChange) return nothing;
    const loud = count >= TOO_MANY;
    return html`<div class="pad note">${banner({ kind: loud ? 'warn' : 'info', symbol: loud ? 'triangle-alert' : 'info', title: t(loud ? 'codes.too-many' : 'codes.many', { count }), text: t(loud ? 'codes.too-many-why' : 'codes.many-why') })}</div>`;
  }

  #none() {
    return html`<div class="pad">${empty({ symbol: 'hash', title: t('codes.none'), text: t('codes.none-why') })}</div>`;
  }

  #tools(vocabulary) {
    const groups = groupsOf(vocabulary.codes);
    const typed = (event) => {
      this.#typed = event.target.value;
      this.refresh();
    };
    const turned = (event) => {
      this.#group = event.target.value;
      this.refresh();
    };
    return html`<div class="tools"><div class="field">${icon('search')}
        <input class="input" type="search" aria-label=${t('words.find')} placeholder=${t('words.find')} .value=${live(this.#typed)} @input=${typed}><span class="kbd" aria-hidden="true">/</span></div>
      ${groups.length
        ? html`<label class="inline">${t('codes.group')} <select class="select" id="codes-group" @change=${turned}><option value="">${t('card.all-groups')}</option>
            ${groups.map((group) => html`<option value=${group} ?selected=${group === this.#group}>${group}</option>`)}</select></label>`
        : nothing}</div>`;
  }

  #shown(vocabulary) {
    const typed = this.#typed.trim();
    const asked = /^\d+$/.test(typed) ? typed : null;
    const found = typed && !asked ? new Set(this.#finder.find(typed).rows.map((row) => row.tag.id)) : null;
    const fits = (code) =>
      isFor(code, this.#group) && (asked ? String(code.number).startsWith(asked) || String(code.parent ?? '') === asked : !found || found.has(code.houseTagId));
    return inTree(vocabulary.codes.filter(fits));
  }

  #table(vocabulary) {
    const rows = this.#shown(vocabulary);
    if (!rows.length) return html`<div class="pad">${empty({ symbol: 'search', title: t('field.none', { text: short(this.#typed || this.#group, 40) }), text: t('words.no-match-why') })}</div>`;
    const grouped = groupsOf(vocabulary.codes).length > 0;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('page.codes')}><table class="tbl codes"><caption class="sr">${t('page.codes')}</caption>
      <thead><tr><th scope="col">${t('words.code')}</th><th scope="col">${t('words.says')}</th><th scope="col">${t('report.tag')}</th><th scope="col">${t('words.department')}</th>
        ${grouped ? html`<th scope="col">${t('codes.groups')}</th>` : nothing}
        ${this.#mayChange ? html`<th scope="col" class="r">${t('changes.contacts')}</th><th scope="col" class="r">${t('codes.recorded')}</th><th scope="col"><span class="sr">${t('people.acts')}</span></th>` : nothing}</tr></thead>
      <tbody>${repeat(rows, ({ code }) => code.number, (row) => this.#row(row, vocabulary, grouped))}</tbody></table></div>`;
  }

  #row({ code, level }, vocabulary, grouped) {
    const tag = vocabulary.tag(code.houseTagId);
    const text = code.examples?.[0];
    const use = this.#use.get(code.number);
    return html`<tr data-code=${code.number} class=${code.retired ? 'gone' : ''}><td data-level=${level}>${level > 1 ? html`<span class="sr">${t('codes.level', { level: String(level), code: String(code.parent) })}</span>` : nothing}<span class="code">${code.number}</span></td>
      <td><span class="strong" lang=${languageOfName(code, spoken())}>${nameIn(code, spoken())}</span>
        ${code.retired ? html` <span class="badge">${icon('archive')}${code.successor ? t('words.retired-now', { code: String(code.successor) }) : t('words.retired')}</span>` : nothing}
        ${text ? html`<br><span class="small muted" lang=${languageOfText(text, spoken()) || nothing}>${short(text, 120)}</span>` : nothing}</td>
      <td>${tag ? tagChip({ tag, hue: tag.hue ?? vocabulary.hue(tag) }) : '–'}</td><td class="sub">${code.department || '–'}</td>
      ${grouped ? html`<td class="sub">${code.groups?.length ? code.groups.join(', ') : t('card.all-groups')}</td>` : nothing}
      ${this.#mayChange ? html`<td class="r">${number(use?.contacts ?? 0)}</td><td class="r">${number(use?.recorded ?? 0)}</td><td>${this.#rowActs(code)}</td>` : nothing}</tr>
      ${this.#retiring?.number === code.number ? this.#retireRow(code, vocabulary, grouped) : nothing}`;
  }

  #rowActs(code) {
    const named = { code: String(code.number) };
    if (code.retired) return html`<div class="rowacts"><button class="btn sm" type="button" aria-label=${t('codes.restore-code', named)} @click=${() => this.#look({ do: 'restore-code', number: code.number })}>${t('changes.restore')}</button></div>`;
    return html`<div class="rowacts"><button class="btn sm" type="button" aria-label=${t('codes.edit-code', named)} @click=${() => this.#turnToForm(code)}>${t('codes.edit')}</button>
      <button class="btn sm" type="button" aria-label=${t('codes.retire-code', named)} aria-expanded=${this.#retiring?.number === code.number} @click=${() => this.#turnToRetiring(this.#retiring?.number === code.number ? null : code)}>${t('changes.retire')}</button></div>`;
  }

  #retireRow(code, vocabulary, grouped) {
    const others = vocabulary.codes.filter((each) => !each.retired && each.number !== code.number);
    const pressed = (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      this.#turnToRetiring(null);
    };
    const submit = (event) => {
      event.preventDefault();
      const successor = this.#retiring.successor ? Number(this.#retiring.successor) : null;
      if (!code.retired) this.#look({ do: 'retire-code', number: code.number, successor });
      else if ((code.successor ?? null) === successor) this.#turnToRetiring(null); // somebody else did just that
      else this.#look({ do: 'restore-code', number: code.number }, { do: 'retire-code', number: code.number, successor });
    };
    return html`<tr class="typing"><td colspan=${grouped ? 8 : 7}><form class="form" @submit=${submit} @keydown=${pressed}>
      <div class="formrow"><label class="label" for="code-successor">${t('codes.successor', { code: String(code.number) })}</label><p class="hint" id="code-successor-hint">${t('codes.successor-hint')}</p>
        <select class="select" id="code-successor" aria-describedby="code-successor-hint" @change=${(event) => (this.#retiring.successor = event.target.value)}><option value="">${t('codes.no-successor')}</option>
          ${others.map((each) => html`<option value=${each.number}>${each.number} ${nameIn(each, spoken())}</option>`)}</select></div>
      <div class="rowacts"><button class="btn primary" type="submit">${t('publish.look')}</button><button class="btn" type="button" @click=${() => this.#turnToRetiring(null)}>${t('people.cancel')} <span class="kbd" aria-hidden="true">Esc</span></button></div></form></td></tr>`;
  }

  #turnToRetiring(code) {
    const from = this.#retiring?.number;
    this.#retiring = code && { number: code.number, successor: '' };
    this.#draft = null;
    this.afterwards(() => (code ? this.querySelector('#code-successor') : this.querySelector(`[data-code="${from}"] [aria-expanded]`))?.focus());
  }

  /** Opens the form for a code or a new one, or closes it. */
  #turnToForm(code, isNew = false) {
    this.#retiring = null;
    this.#told = null;
    this.#problems = {};
    const opens = code || isNew;
    if (opens) this.#opener = document.activeElement;
    this.#draft = opens ? draftOf(code, nextFree(this.data.codes), this.data) : null;
    this.afterwards(() => {
      if (opens) this.querySelector(isNew ? '#code-number' : '#code-name-en')?.focus();
      else (this.#opener?.isConnected ? this.#opener : this.querySelector('h1')).focus();
    });
  }

  /** Once wrong, a field is looked at while it is typed in. */
  #changed() {
    if (Object.keys(this.#problems).length) this.#problems = this.#check();
    this.refresh();
  }

  #check() {
    return problemsOf(this.#draft, this.data, nextFree(this.data.codes, Number(this.#draft.number) || undefined));
  }

  #save(event) {
    event.preventDefault();
    this.#problems = this.#check();
    if (Object.keys(this.#problems).length) return this.afterwards(() => this.querySelector(`#code-${Object.keys(this.#problems)[0]}`)?.focus());
    this.#look(changeOf(this.#draft, this.data));
  }

  #look(...changes) {
    this.refresh();
    this.querySelector('publish-panel').look(changes);
  }

  async #published({ undone }) {
    if (undone) return this.#read(); // what was taken back is not what the form at hand holds
    const made = this.#draft;
    this.#draft = null;
    this.#retiring = null;
    await this.#read();
    if (made?.request) await this.#answer(made);
  }

  async #answer({ request, number: code }) {
    const { fine, text } = await markMade(request, { code: Number(code) });
    this.#told = fine ? { kind: 'ok', symbol: 'circle-check', title: text } : { kind: 'danger', symbol: 'circle-x', title: text, role: 'alert' };
    this.tell('waiting-changed');
    this.refresh();
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || !shortcutsOn() || !this.#mayChange || this.choice.card) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest?.('input, textarea, select, dialog')) return;
    if (event.code !== 'KeyN' || this.data === null || this.#draft) return;
    event.preventDefault();
    this.#turnToForm(null, true);
  }
}

customElements.define('reason-codes', ReasonCodes);
