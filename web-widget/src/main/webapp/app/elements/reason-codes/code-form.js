import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { LANGUAGES } from '../../i18n/chosen-language.js';
import { spoken, t } from '../../i18n/texts.js';
import { rebased } from '../../state/tag-words.js';
import { nameIn } from '../../state/vocabulary.js';
import { tagName } from '../parts/chip.js';
import { icon } from '../page-element.js';
import { theirsText } from '../tags-page/tag-words.js';
import { groupsOf, parentsFor } from './code-tree.js';

// The form of one reason code, and what stands in it.

/** What the form holds for a code; for a new one with this number. */
export const draftOf = (code, number, vocabulary) => ({
  isNew: !code,
  number: String(code?.number ?? number),
  tag: code ? (vocabulary.tag(code.houseTagId)?.name ?? '') : '',
  names: Object.fromEntries(LANGUAGES.map((language) => [language, code?.names?.[language] ?? ''])),
  others: Object.fromEntries(Object.entries(code?.names ?? {}).filter(([language]) => !LANGUAGES.includes(language))),
  examples: (code?.examples ?? []).join('\n'),
  department: code?.department ?? '',
  parent: code?.parent ? String(code.parent) : '',
  groups: (code?.groups ?? []).join(', '),
});

const flat = ({ tag, names, examples, department, parent, groups }) => ({ tag, examples, department, parent, groups, ...Object.fromEntries(LANGUAGES.map((language) => [`names.${language}`, names[language]])) });

/** A draft over what others made of its code meanwhile: what was typed stays, with `theirs` beside it; all else is as it is now. */
export function rebasedDraft(draft, former, newest) {
  const number = Number(draft.number);
  const now = newest.code(number);
  if (draft.isNew || !now) return draft;
  const is = draftOf(now, number, newest);
  const { typed, theirs } = rebased(flat(draftOf(former.code(number), number, former)), flat(draft), flat(is));
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, typed[`names.${language}`]]));
  const { tag, examples, department, parent, groups } = typed;
  return { ...draft, tag, names, others: is.others, examples, department, parent, groups, theirs };
}

const lines = (text, cut) => text.split(cut).map((each) => each.trim()).filter(Boolean);

/** The change that a draft means. */
export function changeOf(draft, vocabulary) {
  const names = Object.fromEntries(Object.entries({ ...draft.others, ...draft.names }).map(([language, name]) => [language, name.trim()]).filter(([, name]) => name));
  return {
    do: draft.isNew ? 'add-code' : 'describe-code',
    number: Number(draft.number),
    about: {
      tagId: tagOf(draft, vocabulary)?.id,
      names,
      examples: lines(draft.examples, /\n/),
      department: draft.department.trim(),
      parent: draft.parent ? Number(draft.parent) : null,
      groups: [...new Set(lines(draft.groups, /[,，、;；\n]/))],
    },
  };
}

const tagOf = (draft, vocabulary) => {
  const asked = draft.tag.trim().toLowerCase();
  return asked ? vocabulary.tags.find((tag) => !tag.retired && [tag.name, ...Object.values(tag.names ?? {})].some((name) => name.toLowerCase() === asked)) : null;
};

/** What is wrong with a draft, by field. */
export function problemsOf(draft, vocabulary, free) {
  const problems = {};
  const number = draft.number.trim();
  const taken = draft.isNew ? vocabulary.code(Number(number)) : null;
  if (!/^[1-9]\d{0,3}$/.test(number)) problems.number = t('codes.bad-number', { free: String(free) });
  else if (taken) problems.number = t(taken.retired ? 'codes.number-retired' : 'codes.number-used', { code: number, name: nameIn(taken, spoken()), free: String(free) });
  if (!tagOf(draft, vocabulary)) problems.tag = t(draft.tag.trim() ? 'codes.no-such-tag' : 'codes.no-tag');
  if (!Object.values(draft.names).some((name) => name.trim())) problems['name-en'] = t('codes.no-name');
  return problems;
}

/** @param {{draft: object, problems: object, vocabulary: object, save: function, cancel: function, changed: function}} asked */
export function codeForm({ draft, problems, vocabulary, save, cancel, changed }) {
  const set = (field, language) => (event) => {
    if (language) draft.names[language] = event.target.value;
    else draft[field] = event.target.value;
    changed();
  };
  const { theirs = {} } = draft;
  const departments = [...new Set(vocabulary.codes.map(({ department }) => department).filter(Boolean))].sort();
  const list = (id, values) => html`<datalist id=${id}>${values.map((value) => html`<option value=${value}></option>`)}</datalist>`;
  return html`<form class="pad form codeform" novalidate aria-labelledby="code-form-name" @submit=${save}
      @keydown=${(event) => event.key === 'Escape' && !event.isComposing && (event.preventDefault(), cancel())}>
    <h2 id="code-form-name" tabindex="-1">${draft.isNew ? t('codes.new') : t('codes.edit-code', { code: draft.number })}</h2>
    ${draft.isNew
      ? row({ id: 'code-number', label: t('words.code'), hint: t('codes.number-hint'), error: problems.number },
          (about) => html`<input class="input nolead short" id="code-number" inputmode="numeric" autocomplete="off" aria-invalid=${Boolean(problems.number)} aria-describedby=${about} .value=${live(draft.number)} @input=${set('number')}>`)
      : html`<p class="hint">${t('codes.number-stays')}</p>`}
    ${LANGUAGES.map((language) => row({ theirs: theirs[`names.${language}`], id: `code-name-${language}`, label: t(`codes.name.${language}`), hint: language === 'en' ? t('codes.name-hint') : null, error: language === 'en' ? problems['name-en'] : null },
      (about) => html`<input class="input nolead" id="code-name-${language}" lang=${language} maxlength="80" autocomplete="off" aria-describedby=${about} .value=${live(draft.names[language])} @input=${set('names', language)}>`))}
    ${row({ theirs: theirs.examples, id: 'code-examples', label: t('codes.examples'), hint: t('codes.examples-hint') },
      (about) => html`<textarea class="input nolead area" id="code-examples" rows="3" aria-describedby=${about} .value=${live(draft.examples)} @input=${set('examples')}></textarea>`)}
    ${row({ theirs: theirs.tag, id: 'code-tag', label: t('report.tag'), hint: t('codes.tag-hint'), error: problems.tag },
      (about) => html`<input class="input nolead" id="code-tag" list="code-tags" autocomplete="off" aria-invalid=${Boolean(problems.tag)} aria-describedby=${about} .value=${live(draft.tag)} @input=${set('tag')}>
        ${list('code-tags', vocabulary.tags.filter((tag) => !tag.retired).map((tag) => tagName(tag)))}`)}
    ${row({ theirs: theirs.department, id: 'code-department', label: t('words.department'), hint: t('codes.department-hint') },
      (about) => html`<input class="input nolead" id="code-department" list="code-departments" maxlength="80" autocomplete="off" aria-describedby=${about} .value=${live(draft.department)} @input=${set('department')}>${list('code-departments', departments)}`)}
    ${row({ theirs: theirs.parent, id: 'code-parent', label: t('codes.parent'), hint: t('codes.parent-hint') },
      (about) => html`<select class="select" id="code-parent" aria-describedby=${about} @change=${set('parent')}><option value="">${t('codes.no-parent')}</option>
        ${parentsFor(draft.isNew ? null : vocabulary.code(Number(draft.number)), vocabulary.codes).map((code) => html`<option value=${code.number} ?selected=${String(code.number) === draft.parent}>${code.number} ${nameIn(code, spoken())}</option>`)}</select>`)}
    ${row({ theirs: theirs.groups, id: 'code-groups', label: t('codes.groups'), hint: t('codes.groups-hint') },
      (about) => html`<input class="input nolead" id="code-groups" list="code-group-list" autocomplete="off" aria-describedby=${about} .value=${live(draft.groups)} @input=${set('groups')}>${list('code-group-list', groupsOf(vocabulary.codes))}`)}
    <div class="rowacts"><button class="btn primary" type="submit">${t('publish.look')}</button>
      <button class="btn" type="button" @click=${cancel}>${t('people.cancel')} <span class="kbd" aria-hidden="true">Esc</span></button></div></form>`;
}

function row({ id, label, hint, error, theirs }, field) {
  const about = [hint && `${id}-hint`, error && `${id}-error`, theirs !== undefined && `${id}-theirs`].filter(Boolean).join(' ') || nothing;
  return html`<div class="formrow"><label class="label" for=${id}>${label}</label>${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}${field(about)}
    ${error ? html`<p class="errtext" id="${id}-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${error}</span></p>` : nothing}
    ${theirs === undefined ? nothing : theirsText(theirs, `${id}-theirs`)}</div>`;
}
