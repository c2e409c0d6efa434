import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { t } from '../../i18n/texts.js';
import { icon } from '../page-element.js';

/** The fewest characters of a password; the server has the last word. */
export const SHORTEST_PASSWORD = 8;

export const isTooShort = (password) => [...password].length < SHORTEST_PASSWORD;

/** A text field with its label, its hint and what is wrong with it. */
export function formField({ id, name, type = 'text', autocomplete = 'off', label, hint, error }) {
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="formrow"><label class="label" for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <input class="input nolead ${error ? 'bad' : ''}" id=${id} name=${name} type=${type} autocomplete=${autocomplete} autocapitalize="off"
      spellcheck="false" aria-invalid=${Boolean(error)} aria-describedby=${about || nothing}>
    ${error ? html`<p class="errtext" id="${id}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span></p>` : nothing}</div>`;
}
