import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { number, spoken, t } from '../../i18n/texts.js';
import { nameIn } from '../../state/vocabulary.js';
import { icon } from '../page-element.js';
import { spark } from './spark.js';
import { chip } from './tag-words.js';

const COLUMNS = [
  { by: 'name', text: 'report.tag', classes: 'c-name' },
  { by: 'family', text: 'tags.family', classes: 'c-family' },
  { by: 'owner', text: 'tags.owner', classes: 'c-owner' },
  { by: null, text: 'tags.codes', classes: 'c-codes' },
  { by: 'contacts', text: 'tags.contacts', classes: 'c-contacts r' },
  { by: null, text: 'tags.trend', classes: 'c-trend' },
  { by: 'aliases', text: 'tags.aliases', classes: 'c-aliases r' },
];

/**
 * The table of tags: of many rows only those in sight are drawn.
 *
 * @param {object} list rows, window {from, to}, rowHeight, active (place), sort, vocabulary
 * @param {object} acts sort(by), open(place), focus(place), keys(event)
 */
export function tagTable({ rows, window, rowHeight, active, sort, vocabulary }, acts) {
  const inSight = active >= window.from && active < window.to;
  const gap = (count) => (count > 0 ? html`<tr class="gap" aria-hidden="true"><td .style=${`height: ${count * rowHeight}px`}></td></tr>` : nothing);
  return html`<table class="tbl tagtable" role="grid" aria-rowcount=${rows.length + 1} @keydown=${acts.keys}>
    <caption class="sr">${t('page.tags')}</caption>
    <thead><tr aria-rowindex="1">${COLUMNS.map((column) => head(column, sort, acts))}</tr></thead>
    <tbody>${gap(window.from)}${repeat(rows.slice(window.from, window.to), ({ tag }) => tag.id, (row, at) => {
      const place = window.from + at;
      return tagRow(row, { place, selected: place === active, stop: inSight ? place === active : at === 0 }, vocabulary, acts);
    })}${gap(rows.length - window.to)}</tbody></table>`;
}

function head({ by, text, classes }, sort, acts) {
  const sorted = by && sort.by === by;
  const order = sorted ? (sort.down ? 'descending' : 'ascending') : nothing;
  return html`<th scope="col" class=${classes} aria-sort=${order}>${by
    ? html`<button type="button" @click=${() => acts.sort(by)}>${t(text)}${sorted ? icon(sort.down ? 'arrow-down' : 'arrow-up', 's12') : nothing}</button>`
    : t(text)}</th>`;
}

function tagRow({ tag, contacts, weeks, codes, aliases }, { place, selected, stop }, vocabulary, acts) {
  const other = spoken() === 'en' ? nameIn(tag, 'en') : tag.name;
  const family = vocabulary.families.find(({ name }) => name === tag.family);
  return html`<tr data-place=${place} data-tag=${tag.id} aria-rowindex=${place + 2} aria-selected=${selected} tabindex=${stop ? 0 : -1}
      @click=${() => acts.open(place)} @focus=${() => acts.focus(place)}>
    <td class="c-name"><span class="named">${chip(tag, vocabulary)}${other === tag.name && spoken() === 'en' ? nothing : html`<span class="small sub other">${other}</span>`}</span></td>
    <td class="c-family sub">${family ? nameIn(family, spoken()) : tag.family}</td>
    <td class="c-owner sub" title=${tag.owner || nothing}>${tag.owner || html`<span class="muted">–</span>`}</td>
    <td class="c-codes">${codes.length ? html`<span class="codes">${codes.slice(0, 3).map((code) => html`<span class="code">${code}</span>`)}${codes.length > 3 ? html`<span class="small sub">+${codes.length - 3}</span>` : nothing}</span>` : html`<span class="muted">–</span>`}</td>
    <td class="c-contacts r strong">${contacts ? number(contacts) : html`<span class="muted">–</span>`}</td>
    <td class="c-trend">${contacts ? html`${spark(weeks)}<span class="sr">${t('tags.trend-text', { count: weeks[weeks.length - 1] ?? 0, most: Math.max(...weeks, 0) })}</span>` : html`<span class="muted">–</span>`}</td>
    <td class="c-aliases r">${aliases ? number(aliases) : html`<span class="muted">–</span>`}</td></tr>`;
}
