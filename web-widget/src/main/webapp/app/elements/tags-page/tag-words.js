import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { hasText, t } from '../../i18n/texts.js';
import { refusedText } from '../change-preview/decision-words.js';
import { tagChip, tagName } from '../parts/chip.js';
import { icon } from '../page-element.js';

// Words and pieces that the parts of this page share.

/** A tag's own colour, else its family's. */
export const hueOf = (tag, vocabulary) => tag.hue ?? vocabulary.hue(tag);
export const chip = (tag, vocabulary) => tagChip({ tag, hue: hueOf(tag, vocabulary) });

/** Why a change cannot be, naming the tag that stands in the way. */
export function refusal(problem, vocabulary) {
  const { fields = {}, code } = problem;
  const other = fields.tagId ? vocabulary.tag(fields.tagId) : null;
  const key = `tags.refused.${code}`;
  const named = `${key}.named`;
  if (other && hasText(named)) return t(named, { ...fields, tag: tagName(other) });
  const corrected = `${key}.corrected`;
  if (fields.corrected && hasText(corrected)) return t(corrected, fields);
  return hasText(key) ? t(key, fields) : refusedText(problem);
}

/** A field with label, hint, what is wrong with it, and what somebody else wrote. */
export function wordField(form, { field, label, hint, optional, area, rows = 3, list, lang, input = nothing, longest }) {
  const id = `tag-${field}`;
  const error = form.errors[field]?.();
  const theirs = form.theirs[field];
  const about = [hint && `${id}-hint`, error && `${id}-error`, theirs !== undefined && `${id}-theirs`].filter(Boolean).join(' ');
  const typed = (event) => form.take(field, event.target.value);
  return html`<div class="formrow wide"><label class="label" for=${id}>${label}${optional ? html` <span class="muted optional">${t('tags.optional')}</span>` : nothing}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${area
      ? html`<textarea class="input nolead ${error ? 'bad' : ''}" id=${id} name=${field} rows=${rows} maxlength=${longest ?? nothing} aria-invalid=${Boolean(error)} aria-describedby=${about || nothing} .value=${form.typed[field] ?? ''} @input=${typed}></textarea>`
      : html`<input class="input nolead ${error ? 'bad' : ''}" id=${id} name=${field} autocomplete="off" autocapitalize="off" spellcheck="false" dir="auto" lang=${lang ?? nothing} list=${list ?? nothing} maxlength=${longest ?? nothing}
          aria-invalid=${Boolean(error)} aria-describedby=${about || nothing} .value=${form.typed[field] ?? ''} @input=${typed}>`}
    ${error ? html`<p class="errtext" id="${id}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span></p>` : nothing}
    ${theirs === undefined ? nothing : theirsText(theirs, `${id}-theirs`)}
    ${input}</div>`;
}

/** What somebody else wrote where I wrote otherwise. @param {string} id of the note, which its field is described by */
export const theirsText = (theirs, id) => html`<p class="small theirs" id=${id}>${icon('triangle-alert', 's12')}<span>${t('tags.theirs', { text: theirs || '–' })}</span></p>`;

/** A choice of one of several, as a select. */
export const selectField = (form, { field, label, hint, options, changed }) => {
  const id = `tag-${field}`;
  const error = form.errors[field]?.();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="formrow wide"><label class="label" for=${id}>${label}</label>${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <select class="select" id=${id} name=${field} aria-invalid=${Boolean(error)} aria-describedby=${about || nothing}
      @change=${(event) => {
        form.take(field, event.target.value);
        changed?.(event.target.value);
      }}>${options.map(([value, text]) => html`<option value=${value} .selected=${live(value === form.typed[field])}>${text}</option>`)}</select>
    ${error ? html`<p class="errtext" id="${id}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span></p>` : nothing}</div>`;
};

/** The twelve colours by name. @param {string[]} hues in order @param {?object} usual {hue, text} for the family's */
export const hueField = (form, { hues, usual }) => html`<fieldset class="formrow wide hues"><legend class="label">${t('tags.hue')}</legend>
  ${usual ? hue(form, '', usual.hue, usual.text) : nothing}${hues.map((each) => hue(form, each, each, t(`tags.hue.${each}`)))}</fieldset>`;

const hue = (form, value, shown, text) => html`<label class="tick swatch" data-hue=${shown}><input type="radio" name="hue" value=${value} .checked=${(form.typed.hue ?? '') === value}
  @change=${() => form.take('hue', value)}><span class="dot" aria-hidden="true"></span>${text}</label>`;
