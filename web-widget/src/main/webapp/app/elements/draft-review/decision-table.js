import { t } from '../../i18n/texts.js';

// A draft as rows for a spreadsheet.

/** @param {object[]} decisions `{change, refused?}` @return {string[][]} with a head */
export function tableOf(decisions, { vocabulary, preview }) {
  const contacts = new Map((preview?.labels ?? []).map(({ label, contacts: count }) => [label, count]));
  const name = (id) => vocabulary.tag(id)?.name ?? (id ? String(id) : '');
  return [
    [t('changes.decision'), t('changes.label'), t('changes.becomes'), t('changes.contacts'), t('review.reason')],
    ...decisions.map(({ change, refused }) => [
      change.do,
      change.label ?? change.prefix ?? name(change.tagId) ?? '',
      becomes(change, name),
      contacts.get(change.label) ?? '',
      refused ?? '',
    ]),
  ];
}

const becomes = (change, name) => change.tagName ?? change.name ?? change.family ?? (name(change.intoId ?? change.successorId) || (change.label ? name(change.tagId) : ''));
