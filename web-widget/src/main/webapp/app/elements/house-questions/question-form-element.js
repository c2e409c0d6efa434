import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { LANGUAGES } from '../../i18n/chosen-language.js';
import { spoken, t } from '../../i18n/texts.js';
import { rebased } from '../../state/tag-words.js';
import { short, tagName } from '../parts/chip.js';
import { icon } from '../page-element.js';
import { DecisionForm } from '../tags-page/decision-form.js';
import { chip, theirsText, wordField } from '../tags-page/tag-words.js';
import '../tags-page/tag-choice-element.js';

const LONGEST_LABEL = 100;
const LONGEST_WORDS = 300;
const MOST_CHOICES = 6;

const filled = (words) => Object.fromEntries(Object.entries(words).map(([language, text]) => [language, text.trim()]).filter(([, text]) => text));

/** Makes a question or changes one. Properties beside those of a decision: `question`, null for a new one; `wanted`, a label for it. */
class QuestionForm extends DecisionForm {
  question = null;
  wanted = '';

  connectedCallback() {
    if (this.typed.label === undefined) this.#begin();
    super.connectedCallback();
  }

  #begin() {
    this.typed = { ...guidanceOf(this.question), label: this.question?.label ?? this.wanted };
    this.choices = choicesOf(this.question);
    this.othersSaid = Object.keys(this.question?.guidance ?? {}).some((language) => language !== spoken());
    this.begun = this.#stands();
  }

  /** The choosing elements draw themselves: they are told when this form was drawn. */
  refresh() {
    super.refresh();
    queueMicrotask(() => this.querySelectorAll('tag-choice').forEach((each) => each.refresh()));
  }

  #stands() {
    return JSON.stringify([this.typed, this.choices]);
  }

  isTyped() {
    return this.begun !== undefined && this.#stands() !== this.begun;
  }

  title() {
    return this.question ? t('questions.edit-title', { label: short(this.question.label, 60) }) : t('questions.new');
  }

  verb() {
    return t(this.question ? 'questions.do.change' : 'questions.do.ask');
  }

  told() {
    return t(this.question ? 'questions.told.change' : 'questions.told.ask', { label: short(this.typed.label.trim(), 40) });
  }

  fields() {
    return html`${this.question
        ? nothing
        : wordField(this, { field: 'label', label: t('questions.label'), hint: t('questions.label-hint'), longest: LONGEST_LABEL })}
      <fieldset class="facets"><legend class="label">${t('questions.guidance')}</legend><p class="hint">${t('questions.guidance-hint')}</p>
        ${this.#guidance(spoken())}
        <details ?open=${this.othersSaid}><summary>${t('questions.other-languages')}</summary>${LANGUAGES.filter((language) => language !== spoken()).map((language) => this.#guidance(language))}</details></fieldset>
      ${this.choices.map((choice, at) => this.#choice(choice, at))}
      ${this.theirs.choices === undefined ? nothing : theirsText(this.theirs.choices, 'question-choices-theirs')}
      ${this.errors.choices ? html`<p class="errtext" data-wrong>${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${this.errors.choices()}</span></p>` : nothing}
      ${this.choices.length < MOST_CHOICES ? html`<button class="btn start" type="button" data-act="more" @click=${() => this.#more()}>${icon('plus')}${t('questions.more')}</button>` : nothing}`;
  }

  #guidance(language) {
    return wordField(this, { field: `guidance.${language}`, label: t(`questions.in.${language}`), optional: true, area: true, rows: 2, lang: language, longest: LONGEST_WORDS });
  }

  #choice(choice, at) {
    const field = `choice-${at}`;
    const others = this.choices.filter((each) => each !== choice).map(({ tagId }) => tagId).filter(Boolean);
    const error = this.errors[field]?.() ?? '';
    return html`<fieldset class="facets choice" data-choice=${at}><legend class="label">${t('questions.choice', { place: String(at + 1) })}</legend>
      <tag-choice .vocabulary=${this.vocabulary} .usage=${this.usage} .label=${t('questions.means')} .name=${field} .without=${others} .chosen=${choice.tagId} .error=${error}
        data-wrong=${error ? '' : nothing} @chosen=${(event) => this.#set(choice, { tagId: event.detail.id })}></tag-choice>
      ${choice.tagId && error ? html`<p class="errtext">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span></p>` : nothing}
      <details ?open=${Boolean(Object.keys(choice.when).length)}><summary>${t('questions.when')}</summary>${LANGUAGES.map((language) => this.#when(choice, at, language))}</details>
      ${this.#beside(choice, at)}
      ${this.choices.length > 2 ? html`<button class="btn sm start" type="button" @click=${() => this.#drop(at)}>${t('questions.drop', { place: String(at + 1) })}</button>` : nothing}</fieldset>`;
  }

  #when(choice, at, language) {
    const id = `when-${at}-${language}`;
    const typed = (event) => this.#set(choice, { when: { ...choice.when, [language]: event.target.value } });
    return html`<div class="formrow wide"><label class="label small" for=${id}>${t(`questions.in.${language}`)}</label>
      <input class="input nolead" id=${id} lang=${language} maxlength=${LONGEST_WORDS} autocomplete="off" .value=${choice.when[language] ?? ''} @input=${typed}></div>`;
  }

  #beside(choice, at) {
    const field = `beside-${at}`;
    const error = this.errors[field]?.() ?? '';
    const add = (event) => {
      if (!event.detail.id) return;
      event.target.chosen = null;
      this.#set(choice, { beside: [...choice.beside, event.detail.id] });
    };
    const remove = (id) => {
      this.#set(choice, { beside: choice.beside.filter((each) => each !== id) });
      this.afterwards(() => this.querySelector(`[name="${field}"]`)?.focus());
    };
    return html`${choice.beside.length
        ? html`<ul class="chips" aria-label=${t('questions.beside')}>${choice.beside.map((id) => html`<li class="taken">${this.#chip(id)}
            <button class="iconbtn" type="button" aria-label=${t('chip.remove', { name: this.#name(id) })} @click=${() => remove(id)}>${icon('x')}</button></li>`)}</ul>`
        : nothing}
      <tag-choice .vocabulary=${this.vocabulary} .usage=${this.usage} .label=${t('questions.beside')} .name=${field} .without=${[choice.tagId, ...choice.beside]} .chosen=${null} .error=${error}
        data-wrong=${error ? '' : nothing} @chosen=${add}></tag-choice>`;
  }

  #chip(id) {
    const tag = this.vocabulary.tag(id);
    return tag ? chip(tag, this.vocabulary) : t('changes.tag', { id: String(id) });
  }

  #name(id) {
    const tag = this.vocabulary.tag(id);
    return tag ? tagName(tag) : String(id);
  }

  #set(choice, fields) {
    Object.assign(choice, fields);
    if (Object.keys(this.errors).length) this.check();
    this.refresh();
  }

  #more() {
    this.choices.push(empty());
    const at = this.choices.length - 1;
    this.afterwards(() => requestAnimationFrame(() => this.querySelector(`[name="choice-${at}"]`)?.focus()));
  }

  #drop(at) {
    this.choices.splice(at, 1);
    this.errors = {};
    this.afterwards(() => this.querySelector('[data-act="more"]')?.focus());
  }

  changes() {
    const label = (this.question?.label ?? this.typed.label).trim();
    if (!label) this.errors.label = () => t('questions.no-label');
    const taken = this.question ? null : this.vocabulary.content.questions?.find((each) => sameSpelling(each.label, label));
    if (label && taken) this.errors.label = () => t('questions.asked-already');
    const chosen = this.choices.filter(({ tagId }) => tagId);
    if (chosen.length < 2) this.errors[`choice-${this.choices.findIndex(({ tagId }) => !tagId)}`] = () => t('questions.too-few');
    const owners = new Map();
    this.choices.forEach((choice, at) => {
      const tag = choice.tagId && this.vocabulary.tag(choice.tagId);
      if (tag?.retired) this.errors[`choice-${at}`] = () => t('questions.retired-choice', { tag: tagName(tag) });
      for (const id of choice.beside) {
        if (owners.has(id) && owners.get(id) !== at) this.errors[`beside-${at}`] = () => t('questions.decides-twice', { tag: this.#name(id) });
        owners.set(id, at);
      }
    });
    const guidance = filled(Object.fromEntries(LANGUAGES.map((language) => [language, this.typed[`guidance.${language}`] ?? ''])));
    const others = Object.fromEntries(Object.entries(this.question?.guidance ?? {}).filter(([language]) => !LANGUAGES.includes(language)));
    const choices = chosen.map(({ tagId, when, beside }) => ({ houseTagId: tagId, when: filled(when), beside }));
    return this.question && !this.isTyped() ? [] : [{ do: 'ask', question: { label, guidance: { ...others, ...guidance }, choices } }];
  }

  /** Somebody changed the same question: what was typed here stays, all else is as it is now; the choices that are gone go. */
  again(newest) {
    const now = newest.content.questions?.find(({ label }) => label === this.question?.label);
    if (now) this.#follow(now, newest);
    for (const choice of this.choices) {
      if (choice.tagId && !newest.tag(choice.tagId)) choice.tagId = null;
      choice.beside = choice.beside.filter((id) => newest.tag(id));
    }
  }

  #follow(now, newest) {
    const former = choicesOf(this.question);
    const { typed, theirs } = rebased(guidanceOf(this.question), this.typed, guidanceOf(now));
    const named = (id) => (newest.tag(id) ? tagName(newest.tag(id)) : String(id));
    if (isSame(this.choices, former)) this.choices = choicesOf(now);
    else if (!isSame(former, choicesOf(now))) theirs.choices = now.choices.map(({ houseTagId, beside }) => [houseTagId, ...beside].map(named).join(' + ')).join(' · ');
    this.typed = typed;
    this.theirs = theirs;
    this.question = now;
    this.begun = JSON.stringify([{ ...guidanceOf(now), label: now.label }, choicesOf(now)]);
  }

  fieldOf({ code, fields }) {
    const at = this.choices.findIndex(({ tagId }) => tagId && tagId === fields.tagId);
    if (code === 'tag-retired' && at >= 0) return `choice-${at}`;
    return ['names-a-tag', 'no-letters', 'bad-characters'].includes(code) && !this.question ? 'label' : null;
  }
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const guidanceOf = (question) => Object.fromEntries([...new Set([...LANGUAGES, ...Object.keys(question?.guidance ?? {})])].map((language) => [`guidance.${language}`, question?.guidance[language] ?? '']));

/** The choices as the form holds them: two at least. */
function choicesOf(question) {
  const choices = (question?.choices ?? []).map(({ houseTagId, when, beside }) => ({ tagId: houseTagId, when: { ...when }, beside: [...beside] }));
  while (choices.length < 2) choices.push(empty());
  return choices;
}

const empty = () => ({ tagId: null, when: {}, beside: [] });

/** Near enough for a hint while typing; the server has the last word. */
const sameSpelling = (one, other) => folded(one) === folded(other);
const folded = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A label about which nobody is asked any more. */
class QuestionForgetForm extends DecisionForm {
  question = null;

  title() {
    return t('questions.forget-title', { label: short(this.question.label, 60) });
  }

  verb() {
    return t('questions.do.forget');
  }

  told() {
    return t('questions.told.forget', { label: short(this.question.label, 40) });
  }

  fields() {
    return html`<p class="sub">${t('questions.forget-text')}</p>`;
  }

  changes() {
    if (!this.vocabulary.content.questions?.some(({ label }) => label === this.question.label)) return []; // somebody else did just that
    return [{ do: 'forget-question', label: this.question.label }];
  }
}

customElements.define('question-form', QuestionForm);
customElements.define('question-forget-form', QuestionForgetForm);
