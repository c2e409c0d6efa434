import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readUnmappedLabels, readVocabulary } from '../../api/console.js';
import { shortcutsOn } from '../../host/appearance.js';
import { calendarDay } from '../../i18n/figures.js';
import { hasText, number, t } from '../../i18n/texts.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { short, tagChip, typed } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import { icon } from '../page-element.js';

const MOST = 500;
const LIKELY = 0.6;
const VERY_LIKELY = 0.85;

/** The words for a proposal's score; the figure itself would claim more than it bears. */
const confidence = (score) => (score >= VERY_LIKELY ? 3 : score >= LIKELY ? 2 : 1);

/** Labels that no rule could place, most used first, each with what it might mean. */
export class UnmappedLabels extends DataPage {
  #typed = '';
  #active = 0;

  arrive() {
    this.#read();
  }

  #read() {
    this.load(async (signal) => {
      const [unmapped, vocabulary] = await Promise.all([readUnmappedLabels({ limit: MOST }, signal), readVocabulary()]);
      return { ...unmapped, vocabulary: new Vocabulary(vocabulary) };
    });
  }

  get #rows() {
    const wanted = this.#typed.normalize('NFKC').toLowerCase().trim();
    return this.data.labels.filter(({ label }) => !wanted || label.normalize('NFKC').toLowerCase().includes(wanted));
  }

  view() {
    return this.whenLoaded((data) => this.#page(data), {
      loading: t('unmapped.loading'),
      failed: t('unmapped.failed'),
      again: () => this.#read(),
    });
  }

  #page({ total, labels, vocabulary }) {
    const shown = total > labels.length ? t('unmapped.capped', { count: labels.length, total }) : t('unmapped.text', { count: total });
    if (!labels.length) return html`${pageHead({ title: t('page.unmapped') })}${this.#allDone(vocabulary)}`;
    const rows = this.#rows;
    this.#active = Math.max(0, Math.min(this.#active, rows.length - 1));
    return html`${pageHead({ title: t('page.unmapped'), text: shown })}
      <div class="tools"><div class="field">${icon('search')}
        <input class="input" type="search" aria-label=${t('unmapped.find')} placeholder=${t('unmapped.find')} .value=${live(this.#typed)}
          @input=${(event) => this.#filter(event.target.value)} @keydown=${(event) => this.#inField(event)}><span class="kbd" aria-hidden="true">/</span></div>
        <span class="small muted" role="status">${this.#typed ? t('unmapped.matches', { count: rows.length }) : nothing}</span></div>
      ${rows.length ? this.#split(rows, vocabulary) : this.#noMatch()}
      <footer class="keys"><span><span class="kbd">J</span><span class="kbd">K</span>${t('keys.rows')}</span><span><span class="kbd">/</span>${t('keys.find')}</span><span><span class="kbd">?</span>${t('keys.help')}</span></footer>`;
  }

  #allDone(vocabulary) {
    const ready = vocabulary.tags.length > 0;
    return html`<div class="pad">${empty({
      symbol: ready ? 'circle-check' : 'inbox',
      title: t(ready ? 'unmapped.done' : 'unmapped.no-words'),
      text: t(ready ? 'unmapped.done-why' : 'unmapped.no-words-why'),
      actions: html`<a class="btn" href=${hashOf('helpdesks')}>${t('report.see-progress')}</a>`,
    })}</div>`;
  }

  #noMatch() {
    const clear = () => this.#filter('');
    return html`<div class="pad">${empty({
      symbol: 'search',
      title: t('unmapped.no-match', { text: short(this.#typed, 40) }),
      text: t('unmapped.no-match-why'),
      actions: html`<button class="btn" type="button" @click=${clear}>${t('unmapped.clear')}</button>`,
    })}</div>`;
  }

  #split(rows, vocabulary) {
    const active = rows[this.#active];
    return html`<div class="split">
      <div class="listbox"><table class="tbl" role="grid" aria-rowcount=${rows.length + 1} @keydown=${(event) => this.#pressed(event)}>
        <caption class="sr">${t('page.unmapped')}</caption>
        <thead><tr aria-rowindex="1"><th scope="col">${t('unmapped.label')}</th><th scope="col" class="r">${t('figure.contacts')}</th>
          <th scope="col">${t('unmapped.guess')}</th><th scope="col" class="hide-m">${t('unmapped.last-seen')}</th></tr></thead>
        <tbody>${repeat(rows, ({ label }) => label, (row, at) => this.#row(row, at, vocabulary))}</tbody>
      </table></div>
      <section class="pane" aria-label=${t('unmapped.selected')}>${this.#detail(active, vocabulary)}</section>
    </div>`;
  }

  #row({ label, contacts, lastSeenOn, proposals }, at, vocabulary) {
    const active = at === this.#active;
    return html`<tr aria-rowindex=${at + 2} aria-selected=${active} tabindex=${active ? 0 : -1} @click=${() => this.#turnTo(at)} @focus=${() => this.#turnTo(at)}>
      <td>${typed(label, 60)}</td><td class="r strong">${number(contacts)}</td>
      <td>${this.#guess(proposals[0], vocabulary)}</td><td class="hide-m sub nowrap">${lastSeenOn ? calendarDay(lastSeenOn) : '–'}</td></tr>`;
  }

  #guess(best, vocabulary) {
    const tag = best && vocabulary.tag(best.tagId);
    if (!tag) return html`<span class="muted">–</span>`;
    return html`<span class="guess">${tagChip({ tag, hue: vocabulary.hue(tag) })}${meter(best.score)}<span class="sr">${word(best.score)}</span></span>`;
  }

  #detail({ label, contacts, lastSeenOn, proposals }, vocabulary) {
    const known = proposals.map((proposal) => ({ ...proposal, tag: vocabulary.tag(proposal.tagId) })).filter(({ tag }) => tag);
    return html`<div><h2>${typed(label, 400)}</h2>
        <p class="meta"><span>${t('unmapped.contacts', { count: contacts })}</span>${lastSeenOn ? html`<span>${t('unmapped.seen', { day: calendarDay(lastSeenOn) })}</span>` : nothing}</p></div>
      <div><h3 id="same-as">${t('unmapped.might')}</h3>
        ${known.length
          ? html`<ul class="opts" aria-labelledby="same-as">${known.map(({ tag, score, reason }) => html`<li class="opt"><span></span>
              <span>${tagChip({ tag, hue: vocabulary.hue(tag) })}</span>
              <span class="m">${hasText(`reason.${reason}`) ? t(`reason.${reason}`) : reason}</span>
              <span class="end small sub">${meter(score)}${word(score)}</span></li>`)}</ul>`
          : html`<p class="sub">${t('unmapped.no-guess')}</p>`}</div>`;
  }

  #filter(text) {
    this.#typed = text;
    this.#active = 0;
    this.refresh();
  }

  #turnTo(at) {
    if (at === this.#active) return;
    this.#active = at;
    this.refresh();
  }

  #inField(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.#typed) this.#filter('');
    else if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    else this.#focusRow(this.#active);
    event.preventDefault();
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = shortcutsOn() ? event.code : '';
    const last = this.#rows.length - 1;
    const to =
      event.key === 'ArrowDown' || letter === 'KeyJ' ? this.#active + 1
      : event.key === 'ArrowUp' || letter === 'KeyK' ? this.#active - 1
      : event.key === 'PageDown' ? this.#active + 10
      : event.key === 'PageUp' ? this.#active - 10
      : event.key === 'Home' ? 0
      : event.key === 'End' ? last
      : null;
    if (to === null) return;
    event.preventDefault();
    this.#focusRow(Math.max(0, Math.min(last, to)));
  }

  #focusRow(at) {
    this.#active = at;
    this.afterwards(() => this.querySelectorAll('tbody tr')[at]?.focus());
  }
}

const meter = (score) => html`<span class="meter" aria-hidden="true">${[1, 2, 3].map((step) => html`<i class=${step <= confidence(score) ? 'on' : ''}></i>`)}</span>`;
const word = (score) => t(`confidence.${confidence(score)}`);

customElements.define('unmapped-labels', UnmappedLabels);
