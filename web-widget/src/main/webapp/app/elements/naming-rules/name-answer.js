import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, spoken, t } from '../../i18n/texts.js';
import { icon } from '../page-element.js';

// What the server says of a name, for any page that lets people type one.

const SPOKEN_AS = { ' ': 'naming.blank', '': 'naming.any' };

const separatorName = (separator) => (separator in SPOKEN_AS ? t(SPOKEN_AS[separator]) : separator);

/** One rule in the reader's language. @param {{rule: string, ok: boolean, words: string, values: object}} answer */
export function ruleWords({ rule, ok, words, values }) {
  if (rule === 'pattern') return values.words[spoken()] || values.words.en || Object.values(values.words)[0] || t(values.forbidden ? 'naming.pattern-not' : 'naming.pattern-only', { pattern: values.pattern });
  const told = { ...values, separator: separatorName(values.separator ?? ''), fewest: String(values.fewest ?? ''), most: String(values.most ?? ''), longest: String(values.longest ?? '') };
  const keys = [
    rule === 'case' && `rule.case-${values.wordCase}`,
    rule === 'family' && values.family && 'rule.family-this',
    rule === 'segments' && values.fewest === values.most && 'rule.segments-same',
    !ok && ['forbidden', 'abbreviations'].includes(rule) && `rule.${rule}-broken`,
    `rule.${rule}`,
  ].filter(Boolean);
  const key = keys.find((each) => hasText(each));
  return key ? t(key, told) : words;
}

/** Every rule with a tick or a cross, a form to take over, and tags that are near. @param {{take: ?function(string), chip: function(object): *}} acts */
export function nameAnswer(answer, { take, chip }) {
  const { name, corrected, near } = answer;
  const broken = answer.rules.filter(({ ok }) => !ok).length;
  return html`<div class="answer">
    <p class="sr" role="status">${broken ? t('naming.broken', { count: broken }) : t('naming.keeps')}</p>
    <ul class="rules">${answer.rules.map((each) => html`<li class=${each.ok ? 'ok' : 'no'}>${icon(each.ok ? 'check' : 'x')}<span><span class="sr">${t(each.ok ? 'naming.ok' : 'naming.no')}</span>${ruleWords(each)}</span></li>`)}</ul>
    ${corrected && corrected !== name
      ? html`<p class="offer">${t('naming.instead')} <span class="strong typed">${corrected}</span>
          ${take ? html`<button class="btn sm" type="button" @click=${() => take(corrected)}>${t('naming.take')}</button>` : nothing}</p>`
      : broken ? html`<p class="sub">${t('naming.no-form')}</p>` : nothing}
    ${near.length
      ? html`<div class="near"><p class="strong">${t('naming.near')}</p><ul>${near.map((each) => html`<li>${chip(each)} <span class="num">${t('naming.contacts', { count: each.contacts })}</span> <span class="sub small">${t(`near.${each.why}`)}${each.retired ? ` ${t('words.retired')}` : ''}</span></li>`)}</ul></div>`
      : nothing}</div>`;
}
