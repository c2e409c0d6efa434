import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, spoken, t } from '../../i18n/texts.js';
import { nameIn } from '../../state/vocabulary.js';
import { tagChip, typed } from '../parts/chip.js';
import { problemText } from '../parts/states.js';
import { icon } from '../page-element.js';

// Each decision of a lead in words: what it is about, and what becomes of that.

/** Why a change cannot be, in the reader's language; an unknown reason in the server's own words. */
export function refusedText({ code, detail, fields = {} }) {
  const key = `refused.${code}`;
  return hasText(key) ? t(key, fields) : detail || problemText({ code, fields });
}

/** A house tag's chip by id, also one that the changes make. @param tags a function from id to tag */
export const chipOf = (id, { tag, hue }) => {
  const found = tag(id);
  return found ? tagChip({ tag: found, hue: found.hue ?? hue(found) }) : t('changes.tag', { id: String(id) });
};

const machine = () => html`<span class="chip machine">${icon('cog')}<span class="name">${t('changes.machine')}</span></span>`;
const plain = (text) => html`<span class="sub">${text}</span>`;
const named = (id, house) => (house.tag(id) ? html`<span class="strong">${house.tag(id).name}</span>` : t('changes.tag', { id: String(id) }));
const madeChip = (change, house) =>
  tagChip({ tag: { name: change.name, names: change.about?.names }, hue: change.about?.hue ?? house.hue({ family: change.family }) });

const WORDS = {
  'place-label': (change, house) => [typed(change.label, 80), chipOf(change.tagId, house)],
  'place-label-under': (change, house) => [
    typed(change.label, 80),
    tagChip({ tag: { name: change.tagName }, hue: house.hue({ family: change.tagName.split('_')[0] }) }),
  ],
  'ignore-label': (change) => [typed(change.label, 80), plain(t('changes.ignored'))],
  'set-prefix-aside': (change) => [html`${typed(change.prefix, 80)}…`, machine()],
  'forget-label': (change) => [typed(change.label, 80), plain(t('changes.forgotten'))],
  'forget-prefix': (change) => [html`${typed(change.prefix, 80)}…`, plain(t('changes.forgotten'))],
  'add-tag': (change, house) => [t('changes.add-tag'), madeChip(change, house)],
  'describe-tag': (change, house) => [t('changes.describe-tag'), chipOf(change.tagId, house)],
  'rename-tag': (change, house) => {
    const tag = house.tag(change.tagId);
    return [html`${t('changes.rename')} ${named(change.tagId, house)}`, tagChip({ tag: { name: change.name }, hue: tag ? (tag.hue ?? house.hue(tag)) : 'slate' })];
  },
  'move-tag': (change, house) => [html`${t('changes.move')} ${named(change.tagId, house)}`, plain(t('changes.family', { family: change.family }))],
  'merge-tag': (change, house) => [html`${t('changes.merge')} ${named(change.tagId, house)}`, chipOf(change.intoId, house)],
  'split-tag': (change, house) => [
    html`${t('changes.split')} ${named(change.tagId, house)}`,
    html`<span class="chips">${[...new Set(Object.values(change.aliases))].map((id) => chipOf(id, house))}</span>`,
  ],
  'retire-tag': (change, house) => [
    html`${t('changes.retire')} ${named(change.tagId, house)}`,
    change.successorId ? chipOf(change.successorId, house) : plain(t('changes.no-successor')),
  ],
  'restore-tag': (change, house) => [t('changes.restore'), chipOf(change.tagId, house)],
  'add-code': (change) => [t('changes.add-code'), code(change.number, change.about)],
  'describe-code': (change) => [t('changes.describe-code'), code(change.number, change.about)],
  'retire-code': (change) => [
    html`${t('changes.retire-code')} ${code(change.number)}`,
    change.successor ? code(change.successor) : plain(t('changes.no-successor')),
  ],
  'restore-code': (change) => [t('changes.restore-code'), code(change.number)],
  'describe-family': (change) => [t('changes.describe-family'), html`<span class="strong">${change.name}</span>`],
  'forget-family': (change) => [html`${t('changes.family', { family: change.name })}`, plain(t('changes.removed'))],
  abbreviate: (change) => [typed(change.shortForm, 40), change.expansion ? typed(change.expansion, 80) : plain(t('changes.forgotten'))],
  'set-rules': () => [t('changes.rules'), plain(t('changes.changed'))],
  ask: (change) => [typed(change.question?.label ?? '', 80), plain(t('changes.question'))],
  'forget-question': (change) => [typed(change.label, 80), plain(t('changes.no-question'))],
};

const code = (number, about) => html`<span class="code on">${number}</span>${about?.names ? html` ${nameIn(about, spoken())}` : nothing}`;

/** @return {[*, *]} what the decision is about, and what it becomes @param house `{tag(id), hue(tag)}` */
export const decisionWords = (change, house) => (WORDS[change.do] ?? (() => [change.do, nothing]))(change, house);
