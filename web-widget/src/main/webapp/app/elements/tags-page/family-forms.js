import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { t } from '../../i18n/texts.js';
import { HUES, LANGUAGES, rebased } from '../../state/tag-words.js';
import { DecisionForm } from './decision-form.js';
import { hueField, wordField } from './tag-words.js';

const wordsOf = (family) => ({
  name: family?.name ?? '',
  hue: family?.hue ?? 'slate',
  ...Object.fromEntries(LANGUAGES.map((language) => [`names.${language}`, family?.names?.[language] ?? ''])),
});

/** A new family, or other names and another colour for one. */
class FamilyForm extends DecisionForm {
  /** The family; null for a new one. */
  family = null;
  #former = null;

  connectedCallback() {
    if (!this.#former) {
      this.#former = wordsOf(this.family);
      this.typed = { ...this.#former };
    }
    super.connectedCallback();
  }

  isTyped() {
    return Object.keys(this.typed).some((field) => this.typed[field] !== this.#former[field]);
  }

  title() {
    return this.family ? t('tags.family-title', { name: this.family.name }) : t('tags.family-new');
  }

  verb() {
    return this.family ? t('tags.do.family') : t('tags.do.family-add');
  }

  told() {
    return this.family ? t('tags.told.family', { name: this.family.name }) : t('tags.told.family-add', { name: this.typed.name.trim() });
  }

  fields() {
    return html`${this.family ? nothing : wordField(this, { field: 'name', label: t('tags.family-name'), hint: t('tags.family-name-hint') })}
      ${LANGUAGES.map((language) => wordField(this, { field: `names.${language}`, label: t(`tags.names.${language}`), optional: true, lang: language }))}
      ${hueField(this, { hues: HUES, usual: null })}`;
  }

  changes() {
    if (this.family && !this.isTyped()) return [];
    const name = this.typed.name.trim();
    if (!name) this.errors.name = () => t('tags.no-family-name');
    else if (!this.family && this.vocabulary.families.some((each) => each.name === name)) this.errors.name = () => t('tags.family-there', { name });
    const kept = Object.fromEntries(Object.entries(this.family?.names ?? {}).filter(([language]) => !LANGUAGES.includes(language)));
    const names = Object.fromEntries(LANGUAGES.map((language) => [language, this.typed[`names.${language}`].trim()]).filter(([, text]) => text));
    return [{ do: 'describe-family', name, hue: this.typed.hue, names: { ...kept, ...names } }];
  }

  fieldOf(problem) {
    const field = super.fieldOf(problem);
    return field && this.typed[field] !== undefined ? field : null;
  }

  again(newest) {
    const now = wordsOf(newest.families.find(({ name }) => name === this.family?.name));
    if (!this.family) return;
    const { typed, theirs } = rebased(this.#former, this.typed, now);
    this.#former = now;
    this.typed = typed;
    this.theirs = theirs;
  }
}

/** A family without tags goes. */
class FamilyForgetForm extends DecisionForm {
  family = null;

  title() {
    return t('tags.family-forget-title', { name: this.family.name });
  }

  verb() {
    return t('tags.do.family-forget');
  }

  told() {
    return t('tags.told.family-forget', { name: this.family.name });
  }

  fields() {
    return html`<p class="sub">${t('tags.family-forget-text')}</p>`;
  }

  changes() {
    if (!this.vocabulary.families.some(({ name }) => name === this.family.name)) return []; // somebody else did just that
    return [{ do: 'forget-family', name: this.family.name }];
  }
}

customElements.define('family-form', FamilyForm);
customElements.define('family-forget-form', FamilyForgetForm);
