import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { dayOf, number, spoken, t } from '../../i18n/texts.js';
import { hashOf } from '../../state/routes.js';
import { FACETS } from '../../state/tag-list.js';
import { LANGUAGES } from '../../state/tag-words.js';
import { languageOfName, languageOfText, nameIn } from '../../state/vocabulary.js';
import { short, tagName, typed } from '../parts/chip.js';
import { spark } from './spark.js';
import { chip, hueOf } from './tag-words.js';

// What the house says about one tag, and what can be decided about it.

/** Decisions by key: each is a form of the pane. */
export const DECISIONS = {
  E: { form: 'tag-words-form', text: 'tags.act.describe', always: true },
  A: { form: 'tag-alias-form', text: 'tags.act.alias' },
  R: { form: 'tag-rename-form', text: 'tags.act.rename' },
  F: { form: 'tag-move-form', text: 'tags.act.move' },
  M: { form: 'tag-merge-form', text: 'tags.act.merge' },
  S: { form: 'tag-split-form', text: 'tags.act.split' },
  X: { form: 'tag-retire-form', text: 'tags.act.retire' },
  B: { form: 'tag-restore-form', text: 'tags.act.restore', retired: true },
};

/** Whether a decision can be made about a tag. */
export const mayDecide = (tag, { always, retired }) => always || Boolean(retired) === Boolean(tag.retired);

/** @param {function(string)} decide called with the key of a decision */
export function tagDetail(row, vocabulary, usage, decide) {
  const { tag } = row;
  const family = vocabulary.families.find(({ name }) => name === tag.family);
  const merged = vocabulary.tags.filter((other) => other.successorId === tag.id);
  return html`<div class="tagdetail">
    <div><h2 tabindex="-1" id="tag-title"><span class="sr">${tagName(tag)}</span><span aria-hidden="true">${chip(tag, vocabulary)}</span></h2>
      <p class="meta"><span lang=${family ? languageOfName(family, spoken()) : nothing}>${family ? nameIn(family, spoken()) : tag.family}</span>${tag.owner ? html`<span>${t('tags.owned', { name: tag.owner })}</span>` : nothing}
        ${tag.retired ? html`<span>${tag.successorId ? t('tags.retired-now', { name: tagName(vocabulary.tag(tag.successorId) ?? tag) }) : t('words.retired')}</span>` : nothing}</p></div>
    <div class="acts2">${Object.entries(DECISIONS).filter(([, each]) => mayDecide(tag, each)).map(([key, each]) => html`<button class="btn sm" type="button" data-do=${each.form} aria-keyshortcuts=${key} @click=${() => decide(key)}>${t(each.text)} <span class="kbd" aria-hidden="true">${key}</span></button>`)}
      ${tag.retired ? nothing : html`<a class="btn sm" href=${hashOf('plans', { tag: String(tag.id) })}>${t('plans.write')}</a>`}</div>
    ${use(row, usage)}
    <dl class="more">
      ${said(t('words.description'), tag.description ? html`<p class="lines">${tag.description}</p>` : nothing)}
      ${said(t('words.examples'), tag.examples?.length ? html`<div class="quotes">${tag.examples.map((text) => html`<blockquote lang=${languageOfText(text, spoken()) || nothing} dir="auto">${short(text, 300)}</blockquote>`)}</div>` : nothing)}
      ${said(t('words.names'), Object.keys(tag.names ?? {}).length ? html`<ul>${languages(tag).map((language) => html`<li><span class="muted">${t(`tags.short.${language}`)}</span> <span lang=${language}>${tag.names[language]}</span></li>`)}</ul>` : nothing)}
      ${said(t('words.aliases'), tag.aliases?.length ? html`<ul class="chips">${tag.aliases.map((alias) => html`<li><span class="badge">${typed(alias, 60)}</span></li>`)}</ul>` : nothing)}
      ${said(t('tags.codes'), row.codes.length ? html`<ul>${row.codes.map((code) => html`<li><span class="code">${code}</span> ${codeName(vocabulary.code(code))}</li>`)}</ul>` : nothing)}
      ${said(t('tags.facets'), FACETS.some((facet) => tag.facets?.[facet]) ? html`<ul>${FACETS.filter((facet) => tag.facets?.[facet]).map((facet) => html`<li><span class="muted">${t(`tags.facets.${facet}`)}</span> ${tag.facets[facet]}</li>`)}</ul>` : nothing)}
      ${said(t('tags.hue'), html`<span class="swatch" data-hue=${hueOf(tag, vocabulary)}><span class="dot" aria-hidden="true"></span>${t(`tags.hue.${hueOf(tag, vocabulary)}`)}</span>`)}
      ${merged.length ? said(t('tags.merged'), html`<ul class="chips">${merged.map((other) => html`<li>${chip(other, vocabulary)}</li>`)}</ul>`) : nothing}
    </dl></div>`;
}

const said = (name, what) => html`<div><dt>${name}</dt><dd>${what === nothing ? html`<span class="muted">–</span>` : what}</dd></div>`;
const codeName = (code) => (code ? html`<span lang=${languageOfName(code, spoken())}>${nameIn(code, spoken())}</span>` : nothing);
const languages = (tag) => [...LANGUAGES.filter((language) => tag.names[language])];

function use({ contacts, weeks }, usage) {
  const last = weeks.length ? weeks[weeks.length - 1] : 0;
  return html`<div class="use"><h3>${t('tags.use')}</h3><p><span class="figure num">${number(contacts)}</span> ${t('tags.use-days', { count: contacts })}${spark(weeks)}</p>
    <p class="small sub">${usage ? t('tags.use-weeks', { last, day: dayOf(`${usage.to}T12:00:00`) }) : nothing}</p></div>`;
}
