import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, t } from '../../i18n/texts.js';
import { fieldsBetween, nameOfDifference, summary } from '../../state/history.js';
import { short } from '../parts/chip.js';
import { icon } from '../page-element.js';

// Differences between versions in the reader's words.

const FIRST = 40;

/** What a version changed, in a line. */
export function summaryText(differences, nameOf) {
  if (!differences.length) return t('history.nothing');
  const { said, more } = summary(differences, nameOf);
  const sentences = said.map(({ key, values }) => t(`change.${key}`, values));
  if (more) sentences.push(t('history.and-more', { count: more }));
  return sentences.join(t('history.semicolon'));
}

const kindText = (kind) => t(`kind.${kind}`);

/** What a part is called: "House tag Upgrade_Card". */
export function partName({ kind, key }, nameOf) {
  const name = kind === 'TAG' ? nameOf(Number(key)) : kind === 'RULES' ? '' : String(key);
  return [kindText(kind), name].filter(Boolean).join(' ');
}

/** What a field of any part of the vocabulary is called. */
export const partField = (field) => {
  const [first, ...rest] = field.split('.');
  const name = hasText(`field-of.${first}`) ? t(`field-of.${first}`) : first;
  return rest.length ? `${name} (${rest.join('.')})` : name;
};

/** Every difference with what it was and is; long lists open on demand. */
export function differenceList(differences, nameOf) {
  if (!differences.length) return html`<p class="sub">${t('history.nothing')}</p>`;
  const rest = differences.slice(FIRST);
  return html`<ul class="diffs">${differences.slice(0, FIRST).map((each) => difference(each, nameOf))}</ul>
    ${rest.length ? html`<details class="word"><summary>${t('history.rest', { count: rest.length })}${icon('chevron-right')}</summary><ul class="diffs">${rest.slice(0, 1000).map((each) => difference(each, nameOf))}</ul></details>` : nothing}`;
}

function difference(each, nameOf) {
  const { kind, before, after } = each;
  const how = before === null ? 'added' : after === null ? 'gone' : 'changed';
  const fields = how === 'changed' ? fieldsBetween(before, after, nameOf) : [];
  const about = how !== 'changed' && kind === 'ALIAS' ? nameOf((after ?? before).houseTagId) : '';
  return html`<li class="diff ${how}">${icon({ added: 'plus', gone: 'minus', changed: 'arrow-right' }[how])}
    <div><p><span class="sr">${t(how === 'changed' ? 'history.changed-how' : `history.${how}`)}</span><span class="small sub">${kindText(kind)}</span> <bdi class="strong">${short(nameOfDifference(each), 80)}</bdi>${about ? html` <span class="sub">${t('history.means', { name: about })}</span>` : nothing}</p>
      ${fields.length ? html`<dl>${fields.map(({ field, before: was, after: is }) => html`<div><dt>${partField(field)}</dt><dd>${was ? html`<del>${short(flag(was), 200)}</del>` : nothing}${is ? html`<ins>${short(flag(is), 200)}</ins>` : nothing}</dd></div>`)}</dl>` : nothing}</div></li>`;
}

const flag = (text) => (text === 'true' ? t('history.yes') : text);
