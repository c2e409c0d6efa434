import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { number, t } from '../../i18n/texts.js';
import { hashOf } from '../../state/routes.js';
import { icon } from '../page-element.js';

// What a linter found, by rule, the worst first.

const FIRST = 10;
const SYMBOLS = { error: 'circle-x', warning: 'triangle-alert', hint: 'info' };

/** Below a file that is checked: closed at first, each thing with its line. */
export function findings({ count, findings: all }) {
  if (!count) return nothing;
  return html`<details class="word"><summary>${t('file.findings', { count })}${icon('chevron-right')}</summary><ul class="lint">${byRule(all).map(([rule, same]) => {
    const things = same.slice(0, FIRST).map((each) => [each.line && t('file.at-line', { line: String(each.line) }), each.name, detail(rule, each), each.other && `· ${each.other}`].filter(Boolean).join(' '));
    return item(rule, same, html`<p class="small sub"><bdi>${things.join(', ')}</bdi>${same.length > FIRST ? ' …' : ''}</p>`);
  })}</ul></details>`;
}

/**
 * Of the vocabulary in force: each thing leads to its place.
 *
 * @param {{findings: object[]}} report @param {Vocabulary} vocabulary @param {Set<string>} open rules of which all is shown @param {function(string)} more shows all of a rule
 */
export const linkedFindings = ({ findings: all }, vocabulary, open, more) => html`<ul class="lint">${byRule(all).map(([rule, same]) => {
  const shown = open.has(rule) ? same : same.slice(0, FIRST);
  return item(rule, same, html`<ul class="things small">${shown.map((each) => html`<li>${link(each)}${detail(rule, each) ? html` <bdi class="sub">${detail(rule, each)}</bdi>` : nothing}${each.other ? html` <span class="sub">·</span> ${other(each, vocabulary)}` : nothing}</li>`)}</ul>
    ${shown.length < same.length ? html`<button class="btn sm" type="button" data-rule=${rule} @click=${() => more(rule)}>${t('audit.all', { count: same.length })}</button>` : nothing}`);
})}</ul>`;

const byRule = (all) => [...new Set(all.map(({ rule }) => rule))].map((rule) => [rule, all.filter((each) => each.rule === rule)]);

const detail = (rule, each) => (rule !== 'breaks-rules' && each.detail ? `(${each.detail})` : '');

const item = (rule, same, things) => html`<li>${icon(SYMBOLS[same[0].severity])}<div><p><span class="sr">${t(`severity.${same[0].severity}`)}</span><span class="strong">${t(`lint.${rule}`)}</span> <span class="num sub">${number(same.length)}</span></p>
  ${things}</div></li>`;

const PLACES = { TAG: (key) => hashOf('tags', { tag: String(key) }), CODE: () => hashOf('codes'), FAMILY: () => hashOf('tags') };

function link({ kind, key, name }) {
  const text = html`<bdi>${kind === 'CODE' ? t('queue.code', { code: name }) : name}</bdi>`;
  return PLACES[kind] ? html`<a href=${PLACES[kind](key)}>${text}</a>` : text;
}

/** The other tag, or a name that would keep the rules. */
function other(each, vocabulary) {
  const tag = vocabulary.tags.find(({ name }) => name === each.other);
  return tag && each.rule !== 'breaks-rules' ? link({ kind: 'TAG', key: tag.id, name: tag.name }) : html`<bdi>${each.other}</bdi>`;
}
