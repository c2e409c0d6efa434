import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { spoken, t } from '../../i18n/texts.js';
import { languageOfText, nameIn } from '../../state/vocabulary.js';
import { icon } from '../page-element.js';

const LONGEST = 160;

/** Cut for the page: texts may be long. */
export const short = (text, longest = LONGEST) => {
  const letters = [...text.slice(0, longest * 2)];
  return letters.length > longest || text.length > longest * 2 ? `${letters.slice(0, longest).join('')}…` : text;
};

/** The name to show: the house name in English, else the display name. */
export const tagName = (tag) => (spoken() === 'en' ? tag.name : nameIn(tag, spoken()));

/** A house tag's name: family light, rest bold, with places to break. */
export function nameParts(tag) {
  const name = tagName(tag);
  const at = name.indexOf('_');
  if (at < 1) return html`${name}`;
  const rest = name.slice(at + 1).split(/(?<=_)/);
  return html`<span class="fam">${name.slice(0, at + 1)}</span><wbr>${rest.map((piece) => html`${piece}<wbr>`)}`;
}

export const typed = (text, longest) =>
  html`<bdi class="typed" lang=${languageOfText(text, spoken()) || nothing} title=${text.length > (longest ?? LONGEST) ? text.slice(0, 1000) : nothing}>${short(text, longest)}</bdi>`;

const cross = (name, remove) =>
  remove
    ? html`<button class="x" type="button" aria-label=${t('chip.remove', { name: short(name, 60) })} @click=${remove}>${icon('x')}</button>`
    : nothing;

export const tagChip = ({ tag, hue, state, remove, classes = '' }) => html`<span
  class="chip ${tag.retired ? 'retired' : ''} ${classes}" data-hue=${tag.retired ? nothing : hue}
  >${tag.retired ? icon('archive') : html`<span class="dot"></span>`}<span class="name" title=${tag.name}>${nameParts(tag)}</span>${
  state ? html`<span class="state">${icon(state.icon)}${state.text}</span>` : nothing}${cross(tagName(tag), remove)}</span>`;

export const labelChip = ({ label, kind, symbol, state, remove }) => html`<span class="chip ${kind}">${icon(symbol)}<span
  class="name">${typed(label)}</span>${state ? html`<span class="state">${state}</span>` : nothing}${cross(label, remove)}</span>`;
