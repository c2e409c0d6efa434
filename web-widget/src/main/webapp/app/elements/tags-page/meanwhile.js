import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, moment, t } from '../../i18n/texts.js';
import { differingFields } from '../../state/tag-words.js';
import { typed } from '../parts/chip.js';
import { banner } from '../parts/states.js';

// What others changed while a lead was deciding.

/** Who, when, why, and what is otherwise now. @param {{differences: object[], since: object[]}} meanwhile */
export function meanwhileText({ differences, since }, vocabulary) {
  const [last] = since;
  const title = last ? t('tags.meanwhile', { name: last.publishedBy, time: moment(last.publishedAt) }) : t('refused.changed-meanwhile');
  const note = last?.note ? t('tags.meanwhile-why', { note: last.note }) : '';
  return html`${banner({ kind: 'warn', symbol: 'triangle-alert', title, text: [note, t('tags.meanwhile-safe')].filter(Boolean).join(' ') })}
    <div class="scroll" tabindex="0" role="region" aria-label=${t('tags.meanwhile-what')}><table class="tbl plain"><caption class="sr">${t('tags.meanwhile-what')}</caption>
      <thead><tr><th scope="col">${t('tags.what')}</th><th scope="col">${t('changes.before')}</th><th scope="col">${t('tags.now')}</th></tr></thead>
      <tbody>${differences.flatMap((difference) => lines(difference, vocabulary))}</tbody></table></div>`;
}

function lines({ kind, key, before, after }, vocabulary) {
  if (kind === 'TAG') return differingFields(before, after).map((each) => line(fieldName(each.field), shown(each.field, each.before), shown(each.field, each.after)));
  const means = (alias) => (alias ? (vocabulary.tag(alias.houseTagId)?.name ?? t('changes.tag', { id: String(alias.houseTagId) })) : '–');
  if (kind === 'ALIAS') return [line(typed(String(key), 60), means(before), means(after))];
  const there = (part) => (part ? t('tags.there') : '–');
  return [line(typed(String(key), 60), there(before), there(after))];
}

const line = (what, before, after) => html`<tr><td>${what}</td><td>${before || '–'}</td><td>${after || '–'}</td></tr>`;
const shown = (field, text) => (field === 'life' ? t(`tags.life.${text}`) : field === 'hue' && text ? t(`tags.hue.${text}`) : text);

/** What a field of the form is called. */
export function fieldName(field) {
  const key = `tags.${field}`;
  return hasText(key) ? t(key) : field || nothing;
}
