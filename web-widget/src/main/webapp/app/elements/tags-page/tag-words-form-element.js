import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { spoken, t } from '../../i18n/texts.js';
import { FACETS, facetValues } from '../../state/tag-list.js';
import { HUES, LANGUAGES, aboutOf, rebased, wordsOf } from '../../state/tag-words.js';
import { nameIn } from '../../state/vocabulary.js';
import { tagName } from '../parts/chip.js';
import { DecisionForm } from './decision-form.js';
import { NameWatch } from './name-watch.js';
import { hueField, selectField, wordField } from './tag-words.js';

/** A new tag, or other words, colour, owner and facets for one that is there. */
export class TagWordsForm extends DecisionForm {
  /** What a new tag shall be called; '' if nobody said. */
  wanted = '';
  #former = null;
  #watch = new NameWatch(this);

  connectedCallback() {
    if (!this.#former) {
      const [first] = this.vocabulary.families;
      const begun = this.vocabulary.families.find(({ name }) => this.wanted.startsWith(`${name}_`));
      this.#former = wordsOf(this.tag, (begun ?? first)?.name ?? '');
      this.typed = { ...this.#former, name: this.tag?.name ?? this.wanted, ...asked(this.request) };
      if (!this.tag && this.wanted) this.#watch.look();
    }
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.stop();
  }

  isTyped() {
    return Object.keys(this.typed).some((field) => this.typed[field] !== this.#former[field]);
  }

  title() {
    return this.tag ? t('tags.edit-title', { name: tagName(this.tag) }) : t('tags.new-title');
  }

  verb() {
    return this.tag ? t('tags.do.describe') : t('tags.do.add');
  }

  told() {
    return this.tag ? t('tags.told.describe', { name: tagName(this.tag) }) : t('tags.told.add', { name: this.typed.name.trim() });
  }

  made() {
    return this.tag ? null : this.typed.name.trim();
  }

  fields() {
    const { vocabulary, tag } = this;
    const family = vocabulary.families.find(({ name }) => name === this.typed.family);
    const values = facetValues(vocabulary);
    return html`${tag ? nothing : this.#name()}
      ${LANGUAGES.map((language) => wordField(this, { field: `names.${language}`, label: t(`tags.names.${language}`), optional: true, lang: language, hint: language === 'en' ? t('tags.names-hint') : undefined }))}
      ${wordField(this, { field: 'purpose', label: t('tags.purpose'), hint: t('tags.purpose-hint'), optional: true, area: true })}
      ${wordField(this, { field: 'examples', label: t('tags.examples'), hint: t('tags.examples-hint'), optional: true, area: true, rows: 4 })}
      ${hueField(this, { hues: HUES, usual: { hue: family?.hue ?? 'slate', text: t('tags.hue-of-family') } })}
      ${wordField(this, { field: 'owner', label: t('tags.owner'), hint: t('tags.owner-hint'), optional: true })}
      <fieldset class="facets"><legend class="label">${t('tags.facets')}</legend>${FACETS.map((facet) => html`${wordField(this, { field: `facets.${facet}`, label: t(`tags.facets.${facet}`), optional: true, list: `tag-values-${facet}` })}
        <datalist id="tag-values-${facet}">${values.get(facet).map((value) => html`<option value=${value}></option>`)}</datalist>`)}</fieldset>`;
  }

  #name() {
    const families = this.vocabulary.families.map((family) => [family.name, nameIn(family, spoken()) === family.name ? family.name : `${family.name} · ${nameIn(family, spoken())}`]);
    return html`${selectField(this, { field: 'family', label: t('tags.family'), options: families, changed: () => this.#watch.look() })}
      ${wordField(this, { field: 'name', label: t('tags.name'), hint: t('tags.name-hint'), input: html`<div class="watch">${this.#watch.view()}</div>` })}`;
  }

  take(field, value) {
    super.take(field, value);
    if (field === 'name') this.#watch.look();
  }

  changes() {
    const about = aboutOf(this.typed, this.tag);
    if (this.tag) return this.isTyped() ? [{ do: 'describe-tag', tagId: this.tag.id, about }] : [];
    const name = this.typed.name.trim();
    if (!name) this.errors.name = () => t('tags.no-name');
    if (!this.typed.family) this.errors.family = () => t('tags.no-family');
    return [{ do: 'add-tag', name, family: this.typed.family, about }];
  }

  fieldOf(problem) {
    const field = super.fieldOf(problem);
    if (field) return this.typed[field] === undefined ? null : field;
    if (this.tag) {
      const taken = LANGUAGES.find((language) => this.typed[`names.${language}`].trim() === problem.fields?.name);
      return taken ? `names.${taken}` : null;
    }
    return this.#isOfName(problem) ? 'name' : null;
  }

  #isOfName({ code, fields }) {
    const name = fields?.name ?? fields?.label;
    const other = LANGUAGES.some((language) => this.typed[`names.${language}`].trim() === name);
    return ['name-taken', 'name-is-alias', 'name-too-long', 'bad-characters', 'no-letters', 'breaks-rules'].includes(code) && (!other || name === this.typed.name.trim());
  }

  get needsLive() {
    return false;
  }

  again(newest) {
    if (!this.tag) return;
    const now = wordsOf(newest.tag(this.tag.id));
    const { typed, theirs } = rebased(this.#former, this.typed, now);
    this.#former = now;
    this.typed = typed;
    this.theirs = theirs;
  }
}

/** What the agent said already. */
const asked = (request) => (request ? { purpose: request.purpose, examples: request.words ?? '' } : {});

customElements.define('tag-words-form', TagWordsForm);
