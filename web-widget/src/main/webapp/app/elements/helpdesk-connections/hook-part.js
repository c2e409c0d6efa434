import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { address } from '../../api/http.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { banner } from '../parts/states.js';
import { icon } from '../page-element.js';

const MOST_STEPS = 6;

/**
 * What to enter in a helpdesk so that it tells of changes at once, and whether it does.
 *
 * @param hook as the server tells it
 * @param {?{name: string, text: string}} copied what became of the last copy here
 * @param {function(Event, string, string)} copy called with the field's name and its text
 */
export function hookPart({ hook, connector, helpdesk, copied, copy }) {
  const { account, ready, secretSetting, secretHeader, lastAt, lastDay, refused } = hook;
  const field = (name, text) => html`<div class="field"><label class="label" for="hook-${account}-${name}">${t(`hook.${name}`)}</label>
    <div class="copy"><input class="input code" id="hook-${account}-${name}" readonly spellcheck="false" .value=${text} @focus=${(event) => event.target.select()}>
      <button class="btn sm" type="button" @click=${(event) => copy(event, name, text)}>${copied?.name === name ? icon('check') : nothing}${t('hook.copy')}<span class="sr">${t(`hook.${name}`)}</span></button></div></div>`;
  const fact = (name, value) => html`<div><dt>${t(`hook.${name}`)}</dt><dd>${value}</dd></div>`;
  return html`<details class="hook">
    <summary>${icon('chevron-right')}<span class="strong">${t('hook.title', { helpdesk })}</span>
      <span class="badge ${lastAt ? 'ok' : ''}">${icon(lastAt ? 'circle-check' : 'clock')}${lastAt ? t('hook.arrives') : t('hook.none')}</span></summary>
    <div class="more">
      <p class="sub">${t('hook.why', { helpdesk })}</p>
      ${ready ? nothing : banner({ kind: 'warn', symbol: 'triangle-alert', title: t('hook.not-ready'), text: t('hook.set', { setting: secretSetting }) })}
      <dl class="facts">${fact('last', lastAt ? moment(lastAt) : '–')}${fact('day', number(lastDay))}</dl>
      ${refused.length ? html`<div><h3>${t('hook.refused')}</h3><ul class="plain">${refused.map(
        (each) => html`<li><span class="strong">${t(`hook.reason-${each.reason}`)}</span> <span class="sub num">${t('hook.times', { count: each.lastDay, time: moment(each.lastAt) })}</span></li>`,
      )}</ul></div>` : nothing}
      <ol class="steps">${steps(connector).map((key) => html`<li>${t(key, { setting: secretSetting })}</li>`)}</ol>
      ${field('address', address(hook.path))}
      ${field('method', hook.method)}
      ${secretHeader ? html`${field('header', secretHeader)}<p class="hint">${t('hook.header-value', { setting: secretSetting })}</p>` : nothing}
      ${field('body', hook.body)}
      <p class="small sub" role="status">${copied ? copied.text : ''}</p>
    </div>
  </details>`;
}

const steps = (connector) => Array.from({ length: MOST_STEPS }, (_, at) => `hook.${connector}-${at + 1}`).filter(hasText);

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
