import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { spoken, t } from '../../i18n/texts.js';
import { nameInFamily } from '../../state/tag-words.js';
import { nameIn } from '../../state/vocabulary.js';
import { short, tagName, typed as typedText } from '../parts/chip.js';
import { icon } from '../page-element.js';
import { DecisionForm } from './decision-form.js';
import { NameWatch } from './name-watch.js';
import { selectField, wordField } from './tag-words.js';

/** Another canonical name. */
class TagRenameForm extends DecisionForm {
  #watch = new NameWatch(this);

  connectedCallback() {
    if (this.typed.name === undefined) this.typed = { name: this.tag.name, family: this.tag.family };
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.stop();
  }

  isTyped() {
    return this.typed.name !== this.tag.name;
  }

  title() {
    return t('tags.rename-title', { name: this.tag.name });
  }

  verb() {
    return t('tags.do.rename');
  }

  told() {
    return t('tags.told.rename', { name: this.tag.name, next: this.typed.name.trim() });
  }

  fields() {
    return html`${wordField(this, { field: 'name', label: t('tags.name'), hint: t('tags.rename-hint', { name: this.tag.name }), input: html`<div class="watch">${this.#watch.view()}</div>` })}`;
  }

  take(field, value) {
    super.take(field, value);
    this.#watch.look();
  }

  changes() {
    const name = this.typed.name.trim();
    if (!name) this.errors.name = () => t('tags.no-name');
    return name === this.tag.name ? [] : [{ do: 'rename-tag', tagId: this.tag.id, name }];
  }

  fieldOf() {
    return 'name';
  }

  again(newest) {
    const { name } = newest.tag(this.tag.id) ?? this.tag;
    this.theirs = name === this.tag.name || name === this.typed.name.trim() ? {} : { name };
  }
}

/** Another family, and the name that goes with it. */
class TagMoveForm extends DecisionForm {
  connectedCallback() {
    if (this.typed.family === undefined) this.typed = { family: this.tag.family, rename: true };
    super.connectedCallback();
  }

  isTyped() {
    return this.typed.family !== this.tag.family;
  }

  title() {
    return t('tags.move-title', { name: tagName(this.tag) });
  }

  verb() {
    return t('tags.do.move');
  }

  told() {
    return t('tags.told.move', { name: tagName(this.tag), family: this.typed.family });
  }

  fields() {
    const families = this.vocabulary.families.map((family) => [family.name, nameIn(family, spoken()) === family.name ? family.name : `${family.name} · ${nameIn(family, spoken())}`]);
    const next = this.isTyped() ? nameInFamily(this.tag, this.typed.family) : null;
    return html`${selectField(this, { field: 'family', label: t('tags.family'), options: families })}
      ${next ? html`<label class="tick"><input class="check" type="checkbox" .checked=${this.typed.rename} @change=${(event) => this.take('rename', event.target.checked)}>${t('tags.move-rename', { name: next })}</label>` : nothing}`;
  }

  changes() {
    if (!this.isTyped()) return [];
    const { family, rename } = this.typed;
    const name = rename ? nameInFamily(this.tag, family) : null;
    return [{ do: 'move-tag', tagId: this.tag.id, family }, ...(name ? [{ do: 'rename-tag', tagId: this.tag.id, name }] : [])];
  }

  fieldOf() {
    return 'family';
  }
}

/** Spellings that mean the tag: several added and removed at once. */
class TagAliasForm extends DecisionForm {
  connectedCallback() {
    if (!this.typed.add) this.typed = { alias: '', add: [], remove: [] };
    super.connectedCallback();
  }

  isTyped() {
    return this.typed.add.length > 0 || this.typed.remove.length > 0 || this.typed.alias !== '';
  }

  title() {
    return t('tags.alias-title', { name: tagName(this.tag) });
  }

  verb() {
    return t('tags.do.alias');
  }

  told() {
    return t('tags.told.alias', { name: tagName(this.tag) });
  }

  fields() {
    const { add, remove } = this.typed;
    const aliases = this.tag.aliases ?? [];
    const turn = (alias) => this.take('remove', remove.includes(alias) ? remove.filter((each) => each !== alias) : [...remove, alias]);
    return html`${wordField(this, { field: 'alias', label: t('tags.alias-new'), hint: t('tags.alias-hint'), input: html`<button class="btn" type="button" @click=${() => this.#add()}>${icon('plus')}${t('tags.alias-add')}</button>` })}
      ${add.length || aliases.length
        ? html`<ul class="aliases" aria-label=${t('tags.aliases')}>
            ${add.map((alias) => html`<li class="added"><span>${typedText(alias, 80)} <span class="badge ok">${t('tags.alias-added')}</span>${this.#elsewhere(alias)}</span>
              <button class="iconbtn" type="button" aria-label=${t('chip.remove', { name: short(alias, 60) })} @click=${() => this.take('add', add.filter((each) => each !== alias))}>${icon('x')}</button></li>`)}
            ${aliases.map((alias) => html`<li class=${remove.includes(alias) ? 'gone' : ''}><span>${typedText(alias, 80)}${remove.includes(alias) ? html` <span class="badge warn">${t('tags.alias-gone')}</span>` : nothing}</span>
              <button class="btn link sm" type="button" aria-pressed=${remove.includes(alias)} @click=${() => turn(alias)}>${t('tags.alias-remove')}<span class="sr"> ${short(alias, 60)}</span></button></li>`)}</ul>`
        : html`<p class="sub">${t('tags.alias-none')}</p>`}`;
  }

  #elsewhere(alias) {
    const other = this.vocabulary.tags.find((tag) => tag.id !== this.tag.id && tag.aliases?.includes(alias));
    return other ? html` <span class="small warn">${t('tags.alias-moves', { name: other.name })}</span>` : nothing;
  }

  /** @return whether what is typed could be added */
  #add() {
    const alias = this.typed.alias;
    this.errors = {};
    if (!alias.trim()) this.errors.alias = () => t('tags.no-alias');
    else if ([...this.typed.add, ...(this.tag.aliases ?? [])].includes(alias)) this.errors.alias = () => t('tags.alias-there');
    const fine = !this.errors.alias;
    if (fine) this.typed = { ...this.typed, add: [...this.typed.add, alias], alias: '' };
    this.afterwards(() => this.field('alias')?.focus());
    return fine;
  }

  changes() {
    if (this.typed.alias.trim() && !this.#add()) return null;
    const { add, remove } = this.typed;
    return [...remove.map((label) => ({ do: 'forget-label', label })), ...add.map((label) => ({ do: 'place-label', label, tagId: this.tag.id }))];
  }

  fieldOf(problem) {
    return problem.fields?.label === undefined && problem.code !== 'already-so' ? null : 'alias';
  }

  again(newest) {
    const aliases = newest.tag(this.tag.id)?.aliases ?? [];
    this.typed = { ...this.typed, add: this.typed.add.filter((alias) => !aliases.includes(alias)), remove: this.typed.remove.filter((alias) => aliases.includes(alias)) };
  }
}

customElements.define('tag-rename-form', TagRenameForm);
customElements.define('tag-move-form', TagMoveForm);
customElements.define('tag-alias-form', TagAliasForm);
