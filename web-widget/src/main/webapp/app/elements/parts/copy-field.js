import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { t } from '../../i18n/texts.js';
import { icon } from '../page-element.js';

/** A text to copy, in a field of its own. */
export const copyField = ({ id, label, text, copied, copy }) => html`<div class="field"><label class="label" for=${id}>${label}</label>
    <div class="copy"><input class="input nolead" id=${id} readonly spellcheck="false" .value=${text} @focus=${(event) => event.target.select()}>
      <button class="btn sm" type="button" @click=${copy}>${copied ? icon('check') : nothing}${t('hook.copy')}<span class="sr">${label}</span></button></div></div>`;

/** Puts a text into the clipboard, or marks it for the reader to copy where the browser lets no page do that. @return {Promise<string>} what to say */
export async function copyText(event, text) {
  const input = event.currentTarget.parentElement.querySelector('input');
  try {
    await navigator.clipboard.writeText(text);
    return t('hook.copied');
  } catch {
    input.focus();
    input.select();
    return t('hook.copy-yourself');
  }
}
