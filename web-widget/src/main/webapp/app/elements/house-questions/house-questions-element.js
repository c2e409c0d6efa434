import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { readQuestionUse } from '../../api/questions.js';
import { readUsage } from '../../api/tags.js';
import { shortcutsOn } from '../../host/appearance.js';
import { dayOf, number, spoken, t } from '../../i18n/texts.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { short, typed } from '../parts/chip.js';
import { banner, empty } from '../parts/states.js';
import { icon } from '../page-element.js';
import { chip, refusal } from '../tags-page/tag-words.js';
import { UndoDock } from '../tags-page/undo-dock.js';
import './question-form-element.js';

/** Labels with two meanings: what agents are asked, what else decides, and how many contacts wait. */
export class HouseQuestions extends DataPage {
  person = null;
  choice = {};
  #form = null;
  #opener = null; // the act that is focused again once a form closes
  #dock = new UndoDock(this);
  #refused = null;
  #wanted = null;
  #heard = (event) => this.#pressed(event);

  constructor() {
    super();
    this.addEventListener('published', (event) => this.#published(event.detail));
    this.addEventListener('cancelled', () => this.#close());
    this.addEventListener('newer', (event) => this.#newer(event.detail));
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#heard);
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#heard);
  }

  arrive(choice = this.choice) {
    const { label } = choice;
    return this.#read().then(() => {
      if (label === undefined || label === this.#wanted || !this.data) return;
      if ((this.data.vocabulary.content.questions ?? []).some((question) => question.label === label)) return;
      this.#wanted = label;
      this.#new(label);
    });
  }

  keys() {
    return [[['N'], t('questions.new')], [['Z'], t('tags.undo')]];
  }

  #read() {
    return this.load(async (signal) => {
      const [content, use, usage, accounts] = await Promise.all([readVocabulary(), readQuestionUse(signal), readUsage(signal), readAccounts()]);
      const vocabulary = new Vocabulary(content);
      return { vocabulary, use: new Map(use.questions.map((each) => [each.label, each])), to: use.to, usage, accounts: accounts.accounts };
    });
  }

  #newer(vocabulary) {
    this.data = { ...this.data, vocabulary };
    this.refresh();
  }

  view() {
    return this.whenLoaded((data) => this.#page(data), { loading: t('words.loading'), failed: t('words.failed'), again: () => this.#read() });
  }

  #page({ vocabulary, use, to }) {
    const questions = vocabulary.content.questions ?? [];
    const waiting = [...use.values()].reduce((sum, { open }) => sum + open, 0);
    const text = questions.length ? t('questions.text', { count: waiting, day: dayOf(`${to}T12:00:00`) }) : '';
    return html`${pageHead({ title: t('page.questions'), text, acts: html`<button class="btn primary" type="button" data-act="new" aria-keyshortcuts="N" @click=${() => this.#new('')}>${t('questions.new')} <span class="kbd" aria-hidden="true">N</span></button>` })}
      ${this.#refused ? html`<div class="pad">${banner({ kind: 'danger', symbol: 'circle-x', title: this.#refused(), role: 'alert', action: { text: t('notice.close'), act: () => this.#forgive() } })}</div>` : nothing}
      <div class="pad questionbook">${this.#form ?? nothing}${questions.length ? this.#list(questions) : this.#form ? nothing : this.#none()}</div>
      <footer class="keys"><span><span class="kbd">N</span>${t('questions.new')}</span><span><span class="kbd">?</span>${t('keys.help')}</span>${this.#dock.view()}</footer>`;
  }

  #none() {
    return empty({ symbol: 'split', title: t('questions.none'), text: t('questions.none-why'), actions: html`<button class="btn" type="button" @click=${() => this.#new('')}>${t('questions.new')}</button>` });
  }

  #list(questions) {
    const { use } = this.data;
    const open = (question) => use.get(question.label)?.open ?? 0;
    const rows = [...questions].sort((one, other) => open(other) - open(one) || one.label.localeCompare(other.label, spoken()));
    return html`<ul class="questions">${repeat(rows, ({ label }) => label, (question) => html`<li data-question=${question.label}>${this.#question(question)}</li>`)}</ul>`;
  }

  #question(question) {
    const { label, guidance } = question;
    const counted = this.data.use.get(label);
    const advice = inWords(guidance);
    const spellings = (counted?.spellings ?? []).filter((each) => each !== label);
    const name = short(label, 60);
    return html`<div class="qhead"><h2>${icon('split')}${typed(label, 100)}</h2>
        <span class="rowacts"><button class="btn sm" type="button" data-do="edit" @click=${(event) => this.#decide('question-form', question, event.currentTarget)}>${t('questions.edit')}<span class="sr"> ${name}</span></button>
          <button class="btn sm" type="button" data-do="forget" @click=${(event) => this.#decide('question-forget-form', question, event.currentTarget)}>${t('questions.forget')}<span class="sr"> ${name}</span></button></span></div>
      <p><span class="strong num">${t('questions.open', { count: counted?.open ?? 0 })}</span>${spellings.length ? html` <span class="small sub">${t('questions.spelled')} ${spellings.map((each, at) => html`${at ? ', ' : ''}${typed(each, 40)}`)}</span>` : nothing}</p>
      ${advice ? html`<p class="sub advice" lang=${advice.language}>${advice.text}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${t('questions.choices-of', { label: name })}><table class="tbl plain"><caption class="sr">${t('questions.choices-of', { label: name })}</caption>
        <thead><tr><th scope="col">${t('questions.means')}</th><th scope="col">${t('questions.when')}</th><th scope="col">${t('questions.beside')}</th><th scope="col" class="r">${t('questions.decided')}</th></tr></thead>
        <tbody>${question.choices.map((choice) => this.#choice(choice, counted))}</tbody></table></div>`;
  }

  #choice({ houseTagId, when, beside }, counted) {
    const { vocabulary } = this.data;
    const tag = vocabulary.tag(houseTagId);
    const words = inWords(when);
    const decided = counted?.decided.find(({ tagId }) => tagId === counts(tag, vocabulary))?.contacts ?? 0;
    const named = (id) => (vocabulary.tag(id) ? chip(vocabulary.tag(id), vocabulary) : t('changes.tag', { id: String(id) }));
    return html`<tr><td>${named(houseTagId)}${tag?.retired ? html`<br><span class="small sub">${t(tag.successorId ? 'questions.counts-for' : 'questions.not-offered')}</span>` : nothing}</td>
      <td class=${words ? '' : 'nothing'} data-label=${t('questions.when')} lang=${words?.language ?? nothing}>${words?.text ?? '–'}</td>
      <td data-label=${t('questions.beside')}>${beside.length ? html`<span class="chips">${beside.map(named)}</span>` : html`<span class="sub">${t('questions.a-person')}</span>`}</td>
      <td class="r num ${beside.length ? '' : 'nothing'}" data-label=${t('questions.decided')}>${beside.length ? number(decided) : '–'}</td></tr>`;
  }

  #new(wanted) {
    this.#decide('question-form', null, this.querySelector('[data-act=new]'), { wanted });
  }

  #decide(form, question, opener, fields = {}) {
    if (this.#form?.dirty) return this.#toForm();
    const { vocabulary, usage, accounts } = this.data;
    this.#opener = question ? `[data-question="${CSS.escape(question.label)}"] [data-do=${opener.dataset.do}]` : '[data-act=new]';
    this.#form = Object.assign(document.createElement(form), { vocabulary, usage, accounts, question, ...fields });
    this.#form.classList.add('questionform');
    this.refresh();
    this.#toForm();
  }

  #toForm() {
    const first = () => {
      this.#form?.scrollIntoView({ block: 'nearest' });
      (this.#form?.querySelector('form input, form textarea') ?? this.#form?.querySelector('h2'))?.focus();
    };
    this.afterwards(() => requestAnimationFrame(first)); // after the form was drawn
  }

  #close() {
    this.#form = null;
    this.#wanted = null;
    this.afterwards(() => (this.querySelector(this.#opener) ?? this.querySelector('h1'))?.focus());
  }

  async #published({ version, told, affected }) {
    this.#refused = null;
    this.#form = null;
    this.#wanted = null;
    this.#dock.show({ version, text: affected ? `${told} · ${t('tags.moved', { count: affected })}` : told });
    this.afterwards(() => this.querySelector('[data-act="undo"]')?.focus());
    await this.#read();
  }

  #forgive() {
    this.#refused = null;
    this.refresh();
  }

  undone() {
    this.#refused = null;
    this.#read().then(() => document.activeElement === document.body && this.querySelector('h1')?.focus());
  }

  undoRefused(problem) {
    if (problem.status === 401) return this.tell('signed-out');
    this.#refused = () => `${t('tags.undo-refused')} ${refusal(problem, this.data.vocabulary)}`;
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.target.closest?.('input, textarea, select, dialog')) return;
    if (event.code === 'KeyZ' && !event.shiftKey && !event.altKey && (shortcutsOn() || event.ctrlKey || event.metaKey) && this.#dock.canUndo) this.#dock.undo();
    else if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !shortcutsOn() || event.code !== 'KeyN' || !this.data || this.#form) return;
    else this.#new('');
    event.preventDefault();
  }
}

/** The tag as it counts: what it was merged into, as long as that goes on. */
function counts(tag, vocabulary) {
  let at = tag;
  for (let steps = 0; at?.retired && at.successorId && steps < 100; steps++) at = vocabulary.tag(at.successorId);
  return at?.id;
}

/** Words in the reader's language, else in any. @return {?{language: string, text: string}} */
function inWords(words) {
  const language = [spoken(), spoken() === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant', 'en', ...Object.keys(words)].find((each) => words[each]);
  return language && (spoken().startsWith('zh') || language === spoken() || !words.en) ? { language, text: words[language] } : words.en ? { language: 'en', text: words.en } : null;
}

customElements.define('house-questions', HouseQuestions);
