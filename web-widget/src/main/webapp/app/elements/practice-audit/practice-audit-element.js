import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readAgreement, readPractice } from '../../api/audit.js';
import { readVocabulary } from '../../api/console.js';
import { calendarDay, percent } from '../../i18n/figures.js';
import { number, parts, t } from '../../i18n/texts.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, choice, pageHead } from '../data-page.js';
import { tagChip, tagName } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import './blind-coding-element.js';

const DAYS = [30, 90, 365];
const FEWER = [5, 10, 25];
const ROWS = 10;

/** How tags are given in practice: what is hardly used, goes together, differs by team, or is confused. */
export class PracticeAudit extends DataPage {
  person = null;
  #days = 90;
  #fewer = 10;
  #open = new Set();

  arrive() {
    this.#read();
  }

  /** Agents code blind; what is found of it is for those who decide. */
  get #leads() {
    return ['lead', 'admin'].includes(String(this.person?.role).toLowerCase());
  }

  #read() {
    this.load(async (signal) => {
      if (!this.#leads) return { vocabulary: new Vocabulary(await readVocabulary()) };
      const asked = { days: this.#days, fewer: this.#fewer };
      const [practice, agreement, vocabulary] = await Promise.all([readPractice(asked, signal), readAgreement(signal), readVocabulary()]);
      return { practice, agreement, vocabulary: new Vocabulary(vocabulary) };
    });
  }

  view() {
    return this.whenLoaded((data) => (this.#leads ? this.#page(data) : this.#coding(data)), {
      loading: t('audit.loading'),
      failed: t('audit.failed'),
      again: () => this.#read(),
    });
  }

  #coding({ vocabulary }) {
    return html`${pageHead({ title: t('page.audit') })}<div class="pad audit"><blind-coding .vocabulary=${vocabulary}></blind-coding></div>`;
  }

  #page({ practice, agreement, vocabulary }) {
    const { contacts, from, to, rare, together, instead, habits } = practice;
    const tag = (id) => this.#tag(vocabulary, id);
    const text = t('audit.text', { count: contacts, from: calendarDay(from), to: calendarDay(to) });
    return html`${pageHead({ title: t('page.audit'), text })}
      <div class="tools">
        ${choice(t('audit.period'), DAYS.map((days) => [days, t('audit.days', { count: days })]), this.#days, (days) => this.#choose({ days }))}
        ${choice(t('audit.rare-at'), FEWER.map((fewer) => [fewer, t('audit.fewer', { count: fewer })]), this.#fewer, (fewer) => this.#choose({ fewer }))}
      </div>
      <div class="pad audit">
        ${contacts === 0 ? this.#nothingYet() : html`
          ${this.#part('rare', rare, [t('audit.tag'), t('figure.contacts')], (each) => html`<td>${tag(each.tagId)}</td><td class="r">${number(each.contacts)}</td>`)}
          ${this.#part('together', together, [t('audit.tag'), t('audit.with'), t('audit.both')], (each) => html`<td>${tag(each.first)}</td><td>${tag(each.second)} ${this.#merge(vocabulary, each.second, each.first)}</td>
            <td class="r">${number(each.both)} <span class="sub">${percent(each.share)}</span></td>`)}
          ${this.#part('instead', instead, [t('audit.one-team'), t('audit.other-team')], (each) => html`<td>${team(each.firstTeam)} ${tag(each.first)} <span class="sub num">${number(each.ofFirst)}</span></td>
            <td>${team(each.secondTeam)} ${tag(each.second)} <span class="sub num">${number(each.ofSecond)}</span>
              ${each.ofFirst < each.ofSecond ? this.#merge(vocabulary, each.first, each.second) : this.#merge(vocabulary, each.second, each.first)}</td>`)}
          ${this.#part('habits', habits, [t('audit.team'), t('audit.tag'), t('audit.given'), t('audit.compared')], (each) => html`<td>${team(each.team)}</td><td>${tag(each.tagId)}</td>
            <td class="r">${parts('audit.of', { given: each.given, contacts: each.contacts })}</td><td>${compared(each.timesAsOften)}</td>`)}`}
        ${this.#agreement(agreement, tag, vocabulary)}
        <blind-coding .vocabulary=${vocabulary} @coded=${() => this.#read()}></blind-coding>
      </div>`;
  }

  #nothingYet() {
    return empty({ symbol: 'inbox', title: t('audit.none'), text: t('audit.none-why'), actions: html`<a class="btn" href=${hashOf('helpdesks')}>${t('report.see-progress')}</a>` });
  }

  /** A finding with its rows, ten at first; a part without findings says so in one line. */
  #part(name, rows, heads, row) {
    const all = this.#open.has(name);
    const shown = all ? rows : rows.slice(0, ROWS);
    const more = () => {
      this.#open.add(name);
      this.refresh();
    };
    return html`<section><h2 id="audit-${name}">${t(`audit.${name}`)} <span class="num muted">${number(rows.length)}</span></h2>
      <p class="sub">${t(rows.length ? `audit.${name}-why` : `audit.${name}-none`)}</p>
      ${rows.length ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="audit-${name}"><table class="tbl plain">
        <thead><tr>${heads.map((head) => html`<th scope="col" class=${[t('figure.contacts'), t('audit.both'), t('audit.given')].includes(head) ? 'r' : nothing}>${head}</th>`)}</tr></thead>
        <tbody>${shown.map((each) => html`<tr>${row(each)}</tr>`)}</tbody></table></div>` : nothing}
      ${shown.length < rows.length ? html`<button class="btn sm" type="button" @click=${more}>${t('audit.all', { count: rows.length })}</button>` : nothing}
    </section>`;
  }

  #agreement({ contacts, same, tags, confused }, tag, vocabulary) {
    return html`<section><h2 id="audit-agreement">${t('audit.agreement')}</h2>
      <p class="sub">${contacts ? t('audit.agreement-text', { count: contacts, same, share: percent(same / contacts) }) : t('audit.agreement-none')}</p>
      ${confused.length ? html`<ul class="confused">${confused.slice(0, ROWS).map((each) => html`<li>${parts('audit.confused', { one: tag(each.tagId), other: tag(each.otherId), count: each.contacts })} ${this.#merge(vocabulary, each.otherId, each.tagId)}</li>`)}</ul>` : nothing}
      ${tags.length ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="audit-agreement"><table class="tbl plain">
        <thead><tr><th scope="col">${t('audit.tag')}</th><th scope="col" class="r">${t('audit.agree')}</th><th scope="col" class="r">${t('audit.only-first')}</th><th scope="col" class="r">${t('audit.only-second')}</th></tr></thead>
        <tbody>${tags.slice(0, ROWS).map((each) => html`<tr><td>${tag(each.tagId)}</td><td class="r">${percent(each.both / (each.both + each.first + each.second))}</td><td class="r">${number(each.first)}</td><td class="r">${number(each.second)}</td></tr>`)}</tbody>
      </table></div>` : nothing}</section>`;
  }

  #tag(vocabulary, id) {
    const tag = vocabulary.tag(id);
    return tag ? html`<a class="tolink" href=${hashOf('tags', { tag: String(id) })}>${tagChip({ tag, hue: vocabulary.hue(tag) })}</a>` : html`<span class="num">${id}</span>`;
  }

  /** Opens the form that shows first what the merge would do; the target may be changed there. */
  #merge(vocabulary, from, into) {
    const [one, other] = [from, into].map((id) => vocabulary.tag(id));
    if (!one || !other || one.retired || other.retired) return nothing;
    return html`<a class="btn sm" href=${hashOf('tags', { tag: String(from), merge: String(into) })} aria-label=${t('audit.merge-pair', { one: tagName(one), other: tagName(other) })}>${t('audit.merge')}</a>`;
  }

  #choose({ days = this.#days, fewer = this.#fewer }) {
    this.#days = days;
    this.#fewer = fewer;
    this.#read();
  }
}

const team = ({ name, group }) => html`<bdi>${name ?? (group ? t('audit.group', { group: String(group) }) : t('audit.no-group'))}</bdi>`;

const compared = (times) => (times >= 1 ? t('audit.more-often', { times: number(Math.round(times * 10) / 10) }) : times === 0 ? t('audit.never') : t('audit.less-often', { times: number(Math.round(10 / times) / 10) }));

customElements.define('practice-audit', PracticeAudit);
