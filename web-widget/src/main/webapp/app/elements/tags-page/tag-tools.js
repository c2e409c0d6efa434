import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { spoken, t } from '../../i18n/texts.js';
import { FACETS, LIFE, facetValues } from '../../state/tag-list.js';
import { nameIn } from '../../state/vocabulary.js';
import { short } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import { icon } from '../page-element.js';

/** Search and filters above the list. @param {{want: function(object), keys: function(Event)}} acts */
export function tagTools(vocabulary, { typed, family, facet, life }, counted, acts) {
  const values = facetValues(vocabulary);
  const turn = (field) => (event) => acts.want({ [field]: event.target.value });
  return html`<div class="tools"><div class="field">${icon('search')}
      <input class="input" type="search" aria-label=${t('tags.find')} placeholder=${t('words.find')} .value=${live(typed)} @input=${turn('typed')} @keydown=${acts.keys}>
      <span class="kbd" aria-hidden="true">/</span></div>
    <select class="select" aria-label=${t('tags.family')} data-filter="family" @change=${turn('family')}><option value="" .selected=${live(!family)}>${t('tags.all-families')}</option>${vocabulary.families.map((each) => html`<option value=${each.name} .selected=${live(each.name === family)}>${nameIn(each, spoken())}</option>`)}</select>
    ${[...values.values()].some((each) => each.length) ? facets(values, facet, turn('facet')) : nothing}
    <select class="select" aria-label=${t('tags.life')} data-filter="life" @change=${turn('life')}>${LIFE.map((each) => html`<option value=${each} .selected=${live(each === life)}>${t(`tags.life.${each}`)}</option>`)}</select>
    <span class="small muted end num" role="status">${counted}</span></div>`;
}

const facets = (values, chosen, turned) => html`<select class="select" aria-label=${t('tags.facets')} data-filter="facet" @change=${turned}><option value="" .selected=${live(!chosen)}>${t('tags.all-facets')}</option>${FACETS.filter((each) => values.get(each).length).map(
  (each) => html`<optgroup label=${t(`tags.facets.${each}`)}>${values.get(each).map((value) => html`<option value="${each}=${value}" .selected=${live(chosen === `${each}=${value}`)}>${short(value, 40)}</option>`)}</optgroup>`,
)}</select>`;

/** Where nothing is found. @param {{clear: function(), make: function(string)}} acts */
export function noMatch(typed, { clear, make }) {
  const cut = short(typed, 40);
  return html`<div class="pad">${empty({
    symbol: 'search',
    title: typed ? t('field.none', { text: cut }) : t('tags.no-match'),
    text: t('tags.no-match-why'),
    actions: html`<p class="chips"><button class="btn" type="button" @click=${clear}>${t('tags.clear')}</button>
      ${typed ? html`<button class="btn" type="button" @click=${() => make(typed)}>${t('tags.new-named', { name: cut })}</button>` : nothing}</p>`,
  })}</div>`;
}
