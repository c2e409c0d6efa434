import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { address } from '../../api/http.js';
import { hasText, moment, number, t } from '../../i18n/texts.js';
import { copyField } from '../parts/copy-field.js';
import { icon } from '../page-element.js';
import './shared-secret-element.js';

const MOST_STEPS = 6;

/**
 * What to enter in a helpdesk so that it tells of changes at once, and whether it does.
 *
 * @param hook as the server tells it
 * @param secret what it is proved with, as the server tells it
 * @param {?{name: string, text: string}} copied what became of the last copy here
 * @param {function(Event, string, string)} copy called with the field's name and its text
 */
export function hookPart({ hook, secret, account, helpdesk, copied, copy }) {
  const { secretHeader, lastAt, lastDay, refused } = hook;
  const field = (name, text) =>
    copyField({ id: `hook-${account.id}-${name}`, label: t(`hook.${name}`), text, copied: copied?.name === name, copy: (event) => copy(event, name, text) });
  const fact = (name, value) => html`<div><dt>${t(`hook.${name}`)}</dt><dd>${value}</dd></div>`;
  return html`<details class="hook" data-part="webhook">
    <summary>${icon('chevron-right')}<span class="strong">${t('hook.title', { helpdesk })}</span>
      <span class="badge ${lastAt ? 'ok' : ''}">${icon(lastAt ? 'circle-check' : 'clock')}${lastAt ? t('hook.arrives') : t('hook.none')}</span></summary>
    <div class="more">
      <p class="sub">${t('hook.why', { helpdesk })}</p>
      <dl class="facts">${fact('last', lastAt ? moment(lastAt) : '–')}${fact('day', number(lastDay))}</dl>
      ${refused.length ? html`<div><h3>${t('hook.refused')}</h3><ul class="plain">${refused.map(
        (each) => html`<li><span class="strong">${t(`hook.reason-${each.reason}`)}</span> <span class="sub num">${t('hook.times', { count: each.lastDay, time: moment(each.lastAt) })}</span></li>`,
      )}</ul></div>` : nothing}
      <ol class="steps">${steps(`hook.${account.connector}`, secret).map((key) => html`<li>${t(key)}</li>`)}</ol>
      <shared-secret .account=${account} .secret=${secret}></shared-secret>
      ${field('address', address(hook.path))}
      ${field('method', hook.method)}
      ${secretHeader ? html`${field('header', secretHeader)}<p class="hint">${t('hook.header-value')}</p>` : nothing}
      ${field('body', hook.body)}
      <p class="small sub" role="status">${copied ? copied.text : ''}</p>
    </div>
  </details>`;
}

/** What an admin does only where the operator did not. */
const FOR_THE_SECRET = new Set(['hook.zendesk-2', 'hook.freshdesk-1', 'side.zendesk-3', 'side.zendesk-4', 'side.freshdesk-2']);

/** The keys of numbered steps, as many as there are texts. */
export const steps = (of, { source }) =>
  Array.from({ length: MOST_STEPS }, (_, at) => `${of}-${at + 1}`).filter((key) => hasText(key) && !(source === 'operator' && FOR_THE_SECRET.has(key)));
