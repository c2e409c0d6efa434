import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { checkName } from '../../api/codes.js';
import { hasText, number, parts, spoken, t } from '../../i18n/texts.js';
import { nameIn } from '../../state/vocabulary.js';
import { icon } from '../page-element.js';
import { chip } from './tag-words.js';

const QUIET = 250;
let answers = true; // false once the server said that it checks no names

/** Checks a tag's name while it is typed: which rules it keeps, a correction in one click, and tags that might be the same thing. */
export class NameWatch {
  #form;
  #brief;
  #act;
  #found = null;
  #clock = 0;
  #asking = null;

  /**
   * @param {object} form whose `typed.name` and `typed.family` are watched: a `DecisionForm`, or what has its `take`, `field`, `tag` and `vocabulary`
   * @param {boolean} brief whether rules that are kept go without saying
   * @param {function(object)} act what can be done with a near tag; usually it is opened
   */
  constructor(form, { brief = false, act = (tag) => this.#open(tag) } = {}) {
    this.#form = form;
    this.#brief = brief;
    this.#act = act;
  }

  stop() {
    clearTimeout(this.#clock);
    this.#asking?.abort();
  }

  /** To be called after each key. */
  look() {
    this.stop();
    if (!answers) return;
    this.#clock = setTimeout(() => this.#ask(), QUIET);
  }

  async #ask() {
    const { name = '', family } = this.#form.typed;
    if (!name.trim()) {
      this.#found = null;
      return this.#form.refresh();
    }
    this.#asking = new AbortController();
    try {
      const found = await checkName({ name, family: family || null, tagId: this.#form.tag?.id ?? null }, this.#asking.signal);
      if (name === this.#form.typed.name) this.#found = found;
    } catch (problem) {
      if (problem.code === 'stopped') return;
      if ([404, 405].includes(problem.status)) answers = false;
      this.#found = null;
    }
    this.#form.refresh();
  }

  get #correct() {
    const corrected = this.#found?.corrected;
    return corrected && corrected !== this.#form.typed.name ? corrected : null;
  }

  /** Whether another name, or a tag that is there, can be taken. */
  get offers() {
    return Boolean(this.#correct || this.#found?.near?.length);
  }

  view() {
    const found = this.#found;
    if (!found) return nothing;
    const correct = this.#correct;
    const rules = this.#brief ? found.rules.filter((rule) => !rule.ok) : found.rules;
    return html`<ul class="steps rules">${rules.map((rule) => html`<li class=${rule.ok ? 'passed' : 'failed'}>${icon(rule.ok ? 'circle-check' : 'circle-x')}
        <span>${ruleText(rule)}<span class="sr"> ${t(rule.ok ? 'tags.rule-kept' : 'tags.rule-broken')}</span></span></li>`)}
        ${rules.length ? nothing : html`<li class="passed" aria-hidden="true">${icon('circle-check')}<span>${t('tags.keeps')}</span></li>`}</ul>
      ${correct ? html`<p><button class="btn sm" type="button" @click=${() => this.#take(correct)}>${t('tags.use-corrected', { name: correct })}</button></p>` : nothing}
      ${found.near?.length ? this.#near(found.near) : nothing}
      <p class="sr" role="status">${this.#told(found)}</p>`;
  }

  #near(near) {
    const { vocabulary } = this.#form;
    return html`<div class="near"><h3>${t('tags.near')}</h3><ul>${near.map(({ tagId, contacts, why }) => {
      const tag = vocabulary.tag(tagId);
      return tag
        ? html`<li><span>${chip(tag, vocabulary)} <span class="small sub">${parts('tags.near-contacts', { count: contacts })}${hasText(`tags.near.${why}`) ? ` · ${t(`tags.near.${why}`)}` : ''}</span></span>
            ${this.#act(tag)}</li>`
        : nothing;
    })}</ul></div>`;
  }

  #open(tag) {
    return html`<button class="btn sm" type="button" @click=${() => this.#form.tell('open-tag', { id: tag.id })}>${t('tags.near-open')}<span class="sr"> ${tag.name}</span></button>`;
  }

  #told(found) {
    const broken = found.rules.filter((rule) => !rule.ok);
    const near = found.near?.length ? t('tags.near') : '';
    return [broken.length ? t('tags.breaks', { count: broken.length }) : t('tags.keeps'), near].filter(Boolean).join(' ');
  }

  #take(name) {
    this.#form.take('name', name);
    this.look();
    this.#form.afterwards(() => this.#form.field('name')?.focus());
  }
}

function ruleText({ rule, words, values = {} }) {
  if (rule === 'pattern' && values.words && Object.keys(values.words).length) return nameIn({ names: values.words, name: words }, spoken());
  const shown = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? number(value) : value === ' ' ? '␣' : value]));
  const without = `tags.rule.${rule}.none`; // where what the rule speaks of is not there
  if (Object.values(values).some((value) => value === '') && hasText(without)) return t(without);
  return hasText(`tags.rule.${rule}`) ? t(`tags.rule.${rule}`, shown) : words;
}
