import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, moment, t } from '../../i18n/texts.js';
import { fieldsBetween, nameOfDifference } from '../../state/history.js';
import { differingFields } from '../../state/tag-words.js';
import { short, tagName } from '../parts/chip.js';
import { banner } from '../parts/states.js';
import { partField } from '../vocabulary-history/history-words.js';

// What others changed while a lead was deciding.

/**
 * Who, when, why, and what is otherwise now.
 *
 * @param {{differences: object[], since: object[], newest: Vocabulary}} meanwhile since: who published what of it, the newest first
 */
export function meanwhileText({ differences, since, newest }) {
  const [last, ...earlier] = since;
  const text = html`${last?.note ? html`${t('tags.meanwhile-why', { note: last.note })}<br>` : nothing}${t('tags.meanwhile-safe')}`;
  return html`${banner({ kind: 'warn', symbol: 'triangle-alert', title: last ? said(last) : t('refused.changed-meanwhile'), text })}
    ${earlier.length ? html`<ul class="small sub">${earlier.map((each) => html`<li>${said(each)}${each.note ? html` ${t('tags.meanwhile-why', { note: each.note })}` : nothing}</li>`)}</ul>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label=${t('tags.meanwhile-what')}><table class="tbl plain"><caption class="sr">${t('tags.meanwhile-what')}</caption>
      <thead><tr><th scope="col">${t('tags.what')}</th><th scope="col">${t('changes.before')}</th><th scope="col">${t('tags.now')}</th></tr></thead>
      <tbody>${differences.flatMap((difference) => lines(difference, newest))}</tbody></table></div>`;
}

const said = ({ publishedBy, publishedAt, version }) => t('tags.meanwhile', { name: publishedBy, time: moment(publishedAt), version: String(version) });

function lines(difference, newest) {
  const { kind, before, after } = difference;
  const name = kind === 'RULES' ? '' : kind === 'TAG' ? tagName(after ?? before) : short(nameOfDifference(difference), 60);
  const tagNamed = (id) => (newest.tag(id) ? tagName(newest.tag(id)) : t('changes.tag', { id: String(id) }));
  return told(difference, tagNamed).map(({ field, was, is }, at) => html`<tr><td>${at ? nothing : html`<span class="small sub">${t(`kind.${kind}`)}</span> <bdi class="strong">${name}</bdi><br>`}${field}</td><td>${was || '–'}</td><td>${is || '–'}</td></tr>`);
}

/** What differs, field by field, in the reader's words. */
function told({ kind, before, after }, tagNamed) {
  if (kind === 'TAG') return differingFields(before, after).map(({ field, before: was, after: is }) => ({ field: fieldName(field), was: ofTag(field, was, tagNamed), is: ofTag(field, is, tagNamed) }));
  if (kind === 'ALIAS') return [{ field: t('tags.stands-for'), was: before && tagNamed(before.houseTagId), is: after && tagNamed(after.houseTagId) }];
  if (!before || !after) return [{ field: nothing, was: before && t('tags.there'), is: after ? t('tags.there') : t('tags.life.none') }];
  return fieldsBetween(before, after, tagNamed).map(({ field, before: was, after: is }) => ({ field: partField(field), was: shown(field, was), is: shown(field, is) }));
}

function ofTag(field, text, tagNamed) {
  if (field === 'life') {
    const [life, successor] = text.split(' ');
    return successor ? t('tags.retired-now', { name: tagNamed(Number(successor)) }) : t(`tags.life.${life}`);
  }
  return shown(field, text);
}

const shown = (field, text) => {
  if (field === 'hue') return text ? t(`tags.hue.${text}`) : '';
  if (field === 'wordCase') return text ? t(`naming.case-${text}`) : '';
  return text === 'true' ? t('history.yes') : short(text, 200);
};

/** What a field of the form is called. */
export function fieldName(field) {
  const key = `tags.${field}`;
  return hasText(key) ? t(key) : field || nothing;
}
