import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { t } from '../../i18n/texts.js';
import { tagName, typed as typedText } from '../parts/chip.js';
import { icon } from '../page-element.js';
import { DecisionForm } from './decision-form.js';
import { chip } from './tag-words.js';
import './tag-choice-element.js';

const choose = (form, { field, label, without, chosen }) => html`<tag-choice .vocabulary=${form.vocabulary} .usage=${form.usage} .label=${label} .name=${field} .without=${without}
  .chosen=${form.typed[field] ?? null} .error=${form.errors[field]?.() ?? ''} data-wrong=${form.errors[field] ? '' : nothing} @chosen=${(event) => (chosen ? chosen(event) : form.take(field, event.detail.id))}></tag-choice>`;

/** The choosing elements draw themselves: they are told when this form was drawn. */
class EndForm extends DecisionForm {
  refresh() {
    super.refresh();
    queueMicrotask(() => this.querySelectorAll('tag-choice').forEach((each) => each.refresh()));
  }
}

/** Whether a tag is retired for another one already. */
const countsFor = (tag, successorId) => Boolean(tag.retired) && (tag.successorId ?? null) === (successorId ?? null);

/** Contacts of one tag count for another, also those of the past. */
class TagMergeForm extends EndForm {
  /** The target that was filled in for the lead; null if they choose it. */
  offered = null;

  isTyped() {
    return Boolean(this.typed.intoId) && this.typed.intoId !== this.offered;
  }

  title() {
    return t('tags.merge-title', { name: tagName(this.tag) });
  }

  verb() {
    return t('tags.do.merge');
  }

  told() {
    return t('tags.told.merge', { name: tagName(this.tag), other: tagName(this.vocabulary.tag(this.typed.intoId)) });
  }

  fields() {
    return html`<p class="sub">${t('tags.merge-text')}</p>${choose(this, { field: 'intoId', label: t('tags.merge-into'), without: [this.tag.id] })}`;
  }

  changes() {
    if (!this.typed.intoId) this.errors.intoId = () => t('tags.no-target');
    if (countsFor(this.tag, this.typed.intoId)) return [];
    return [{ do: 'merge-tag', tagId: this.tag.id, intoId: this.typed.intoId }];
  }

  targets() {
    return [this.typed.intoId];
  }
}

/** The tag may no longer be given. */
class TagRetireForm extends EndForm {
  isTyped() {
    return Boolean(this.typed.way);
  }

  title() {
    return t('tags.retire-title', { name: tagName(this.tag) });
  }

  verb() {
    return t('tags.do.retire');
  }

  told() {
    return t('tags.told.retire', { name: tagName(this.tag) });
  }

  fields() {
    const way = this.typed.way ?? 'none';
    const radio = (value) => html`<label class="tick"><input type="radio" name="way" value=${value} .checked=${way === value} @change=${() => this.take('way', value)}>${t(`tags.retire.${value}`)}</label>`;
    return html`<p class="sub">${t('tags.retire-text')}</p>
      <fieldset class="formrow wide"><legend class="label">${t('tags.retire-instead')}</legend>${radio('none')}${radio('successor')}</fieldset>
      ${way === 'successor' ? choose(this, { field: 'successorId', label: t('tags.successor'), without: [this.tag.id] }) : nothing}`;
  }

  changes() {
    const successorId = this.typed.way === 'successor' ? (this.typed.successorId ?? null) : null;
    if (this.typed.way === 'successor' && !successorId) this.errors.successorId = () => t('tags.no-target');
    if (countsFor(this.tag, successorId)) return [];
    return [{ do: 'retire-tag', tagId: this.tag.id, successorId }];
  }

  targets() {
    return this.typed.way === 'successor' ? [this.typed.successorId] : [];
  }
}

/** The tag is retired, and each of its aliases stands for another. */
class TagSplitForm extends EndForm {
  connectedCallback() {
    if (!this.typed.targets) this.typed = { targets: [], of: {}, next: null };
    super.connectedCallback();
  }

  isTyped() {
    return this.typed.targets.length > 0;
  }

  title() {
    return t('tags.split-title', { name: tagName(this.tag) });
  }

  verb() {
    return t('tags.do.split');
  }

  told() {
    return t('tags.told.split', { name: tagName(this.tag) });
  }

  lead() {
    return html`<p class="sub">${t('tags.split-text')}</p>`;
  }

  fields() {
    const { targets } = this.typed;
    const aliases = this.tag.aliases ?? [];
    const chosen = (event) => event.detail.id && this.#target(event.detail.id);
    return html`${targets.length ? html`<ul class="chips" aria-label=${t('tags.split-into')}>${targets.map((id) => html`<li class="taken">${chip(this.vocabulary.tag(id), this.vocabulary)}
        <button class="iconbtn" type="button" aria-label=${t('chip.remove', { name: tagName(this.vocabulary.tag(id)) })} @click=${() => this.#drop(id)}>${icon('x')}</button></li>`)}</ul>` : nothing}
      ${choose(this, { field: 'next', label: targets.length ? t('tags.split-more') : t('tags.split-into'), without: [this.tag.id, ...targets], chosen })}
      ${aliases.length && targets.length
        ? html`<table class="tbl plain splits"><caption class="sr">${t('tags.split-aliases')}</caption><thead><tr><th scope="col">${t('tags.split-alias')}</th><th scope="col">${t('tags.split-means')}</th></tr></thead>
            <tbody>${aliases.map((alias) => this.#row(alias))}</tbody></table>`
        : html`<p class="sub">${aliases.length ? t('tags.split-first') : t('tags.split-no-alias')}</p>`}`;
  }

  #row(alias) {
    const { targets, of } = this.typed;
    return html`<tr><td>${typedText(alias, 80)}</td><td><select class="select" aria-label=${t('tags.split-means-of', { alias })} @change=${(event) => this.take('of', { ...of, [alias]: Number(event.target.value) || null })}>
      <option value="" .selected=${live(!of[alias])}>${t('tags.split-nothing')}</option>${targets.map((id) => html`<option value=${id} .selected=${live(of[alias] === id)}>${tagName(this.vocabulary.tag(id))}</option>`)}</select></td></tr>`;
  }

  #target(id) {
    const none = !this.typed.targets.length;
    const of = none ? Object.fromEntries((this.tag.aliases ?? []).map((alias) => [alias, id])) : this.typed.of;
    this.typed = { targets: [...this.typed.targets, id], of, next: null };
    this.errors = {};
    this.querySelector('tag-choice').chosen = null;
    this.refresh();
  }

  #drop(id) {
    const of = Object.fromEntries(Object.entries(this.typed.of).filter(([, target]) => target !== id));
    this.typed = { ...this.typed, targets: this.typed.targets.filter((each) => each !== id), of };
    this.refresh();
  }

  changes() {
    const aliases = Object.fromEntries(Object.entries(this.typed.of).filter(([, target]) => target));
    if (!this.typed.targets.length) this.errors.next = () => t('tags.no-target');
    return [{ do: 'split-tag', tagId: this.tag.id, aliases }];
  }

  again(newest) {
    const aliases = newest.tag(this.tag.id)?.aliases ?? [];
    const targets = this.typed.targets.filter((id) => newest.tag(id));
    const of = Object.fromEntries(Object.entries(this.typed.of).filter(([alias, id]) => aliases.includes(alias) && targets.includes(id)));
    this.typed = { targets, of, next: null };
  }

  targets() {
    return this.typed.targets;
  }
}

/** A retired tag may be given again. */
class TagRestoreForm extends DecisionForm {
  title() {
    return t('tags.restore-title', { name: tagName(this.tag) });
  }

  verb() {
    return t('tags.do.restore');
  }

  told() {
    return t('tags.told.restore', { name: tagName(this.tag) });
  }

  fields() {
    return html`<p class="sub">${t('tags.restore-text')}</p>`;
  }

  get needsLive() {
    return false;
  }

  changes() {
    if (!this.tag.retired) return [];
    return [{ do: 'restore-tag', tagId: this.tag.id }];
  }
}

customElements.define('tag-merge-form', TagMergeForm);
customElements.define('tag-retire-form', TagRetireForm);
customElements.define('tag-split-form', TagSplitForm);
customElements.define('tag-restore-form', TagRestoreForm);
