import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, number, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { problemText } from '../parts/states.js';
import { icon } from '../page-element.js';

const SYMBOLS = { passed: 'circle-check', failed: 'circle-x', 'not-tried': 'minus', 'not-told': 'circle-help' };

/** Why settings were refused, with the remedy at this vendor. */
export function refusalText(problem, connector) {
  const values = { helpdesk: nameOf(connector), ...problem.fields, seconds: Math.ceil(problem.fields?.retryAfter ?? 0) };
  for (const key of [`connect.${problem.code}.${connector}`, `connect.${problem.code}`]) {
    if (hasText(key)) return t(key, values);
  }
  return problemText(problem);
}

/** A test's result, step by step. */
export const stepList = (report, connector) => html`<ul class="steps">${report.steps.map(
  ({ step, state }) => html`<li class=${state}>${icon(SYMBOLS[state])}<span><span class="strong">${t(`step.${step}`)}</span>
    <span class="sub">${t(`step.${state}`)}</span></span></li>`,
)}</ul>${report.usable ? usableText(report, connector) : nothing}`;

const usableText = ({ tickets, callsPerMinute }, connector) => html`<p class="small sub">${[
  tickets === null ? '' : t('connect.tickets', { count: tickets, helpdesk: nameOf(connector) }),
  callsPerMinute === null ? '' : t('connect.plan', { calls: number(callsPerMinute) }),
].filter(Boolean).join(' ')}</p>`;
