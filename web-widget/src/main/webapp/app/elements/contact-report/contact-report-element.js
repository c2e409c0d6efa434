import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { contactsCsv, readAccounts, readContacts, readVocabulary } from '../../api/console.js';
import { calendarDay, percent } from '../../i18n/figures.js';
import { number, spoken, t } from '../../i18n/texts.js';
import { bars, change, daysBefore, finding, length, outstandingDay, rhythm } from '../../state/report.js';
import { nameOf } from '../../state/connection.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary, languageOfName, nameIn } from '../../state/vocabulary.js';
import { DataPage, chartOrTable, pageHead } from '../data-page.js';
import { tagChip } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import { Chart, daysOption, loadCharts, manyOption } from './charts.js';
import { icon } from '../page-element.js';

const PERIODS = [7, 28, 90, 365];
const PANELS = 6;
const MINUS = '−';

/** Contacts by house tag and day: the finding, its figures, bars, days, and the six largest tags side by side. */
export class ContactReport extends DataPage {
  choice = {};
  #views = { tags: 'chart', days: 'chart', many: 'chart' };
  #newest = null; // the last day that has contacts: periods end there
  #charts = new Map();
  #withoutCharts = false;
  #theme = new MutationObserver(() => this.#draw());

  connectedCallback() {
    super.connectedCallback();
    this.#theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  disconnectedCallback() {
    this.#theme.disconnect();
  }

  arrive(choice) {
    this.choice = choice;
    this.#read();
  }

  #read() {
    this.load(async (signal) => {
      const [report, vocabulary, { accounts }] = await Promise.all([readContacts(this.choice, signal), readVocabulary(), readAccounts()]);
      if (!this.choice.to) this.#newest = report.to;
      return { report, accounts, vocabulary: new Vocabulary(vocabulary) };
    });
  }

  refresh() {
    super.refresh();
    queueMicrotask(() => this.#draw());
  }

  view() {
    return this.whenLoaded((data) => this.#report(data), {
      loading: t('report.loading'),
      failed: t('report.failed'),
      again: () => this.#read(),
    });
  }

  #report({ report, accounts, vocabulary }) {
    const period = `${calendarDay(report.from, { year: true })} – ${calendarDay(report.to, { year: true })}`;
    const acts = report.tags.length && html`<a class="btn" href=${contactsCsv({ ...this.choice, from: report.from, to: report.to })} download>${icon('download')}${t('report.export', { count: report.tags.length })}</a>`;
    return html`${pageHead({ big: true, small: period, title: this.#headline(report, vocabulary), acts })}
      ${this.#tools(report, accounts)}
      ${report.contacts === 0 ? this.#nothing(accounts) : this.#content(report, vocabulary)}
      <footer class="foot"><span>${t('report.counted')}</span><span>${t('report.against', { count: length(report) })}</span>
        <span>${t('report.version', { version: String(report.vocabularyVersion) })}</span></footer>`;
  }

  #headline(report, vocabulary) {
    if (report.contacts === 0) return t('report.none');
    const { key, share, tagId, count } = finding(report);
    const tag = vocabulary.tag(tagId);
    const values = { share: share === null ? '' : percent(share), tag: tag ? nameIn(tag, spoken()) : '', count };
    return t(`finding.${tag ? key : share === null ? 'count' : `${key}-only`}`, values);
  }

  #nothing(accounts) {
    const never = accounts.every((account) => account.ticketsStored === 0);
    return html`<div class="pad">${empty({
      symbol: 'chart-column',
      title: t(never ? 'report.never' : 'report.none'),
      text: t(never ? 'report.never-why' : 'report.none-why'),
      actions: html`<a class="btn" href=${never ? hashOf('helpdesks') : hashOf('reports')}>${t(never ? 'report.see-progress' : 'report.see-newest')}</a>`,
    })}</div>`;
  }

  #tools(report, accounts) {
    const days = length(report);
    const go = (fields) => (location.hash = hashOf('reports', { ...this.choice, ...fields }));
    const end = this.#newest ?? report.to;
    const turned = (event) => {
      const { from, to } = Object.fromEntries(new FormData(event.currentTarget));
      if (from && to && from <= to) go({ from, to });
    };
    return html`<div class="tools">
      <div class="seg" role="group" aria-label=${t('report.period')}>${PERIODS.map((count) => html`<button type="button"
        aria-pressed=${days === count && report.to === end} @click=${() => go({ from: daysBefore(end, count), to: end })}>${t('report.days', { count })}</button>`)}</div>
      <form class="dates" @change=${turned} @submit=${(event) => event.preventDefault()}>
        <label class="sr" for="report-from">${t('report.from')}</label><input class="input nolead date" type="date" id="report-from" name="from" .value=${report.from} max=${report.to}>
        <span aria-hidden="true">–</span>
        <label class="sr" for="report-to">${t('report.to')}</label><input class="input nolead date" type="date" id="report-to" name="to" .value=${report.to} min=${report.from}>
      </form>
      ${accounts.length > 1
        ? html`<label class="sr" for="report-account">${t('report.account')}</label>
            <select class="select end" id="report-account" @change=${(event) => go({ account: event.target.value })}>
              <option value="" ?selected=${!this.choice.account}>${t('report.all-accounts')}</option>
              ${accounts.map(({ id, connector, subdomain }) => html`<option value=${id} ?selected=${String(id) === this.choice.account}>${subdomain} · ${nameOf(connector)}</option>`)}
            </select>`
        : nothing}
    </div>`;
  }

  #content(report, vocabulary) {
    return html`<div class="grid">${this.#figures(report)}
      ${report.tags.length ? this.#tags(report, vocabulary) : nothing}
      ${this.#days(report)}
      ${report.tags.length && report.days.length > 2 ? this.#many(report, vocabulary) : nothing}</div>`;
  }

  #figures({ contacts, previousContacts, taggedContacts, labelledContacts }) {
    const figure = (name, value, text) => html`<div class="kpi"><dt>${t(`figure.${name}`)}</dt><dd class="v">${value}</dd><dd class="d">${text}</dd></div>`;
    const open = Math.max(0, labelledContacts - taggedContacts);
    return html`<dl class="kpis c12">
      ${figure('contacts', number(contacts), this.#changed(contacts, previousContacts))}
      ${figure('tagged', percent(taggedContacts / contacts), t('figure.tagged-of', { count: taggedContacts }))}
      ${figure('labelled', percent(labelledContacts / contacts), t('figure.labelled-of', { count: labelledContacts }))}
      ${figure('open', number(open), html`<a href=${hashOf('unmapped')}>${t('figure.open-see')}</a>`)}
    </dl>`;
  }

  #changed(now, before) {
    const share = change(now, before);
    if (share === null) return t('figure.nothing-before');
    if (Math.abs(share) < 0.005) return html`${icon('minus')}${t('figure.same')}`;
    const up = share > 0;
    return html`${icon(up ? 'arrow-up' : 'arrow-down')}${t(up ? 'figure.more' : 'figure.fewer', { share: percent(Math.abs(share)) })}`;
  }

  #card(part, { title, text, chart, table }) {
    const shown = this.#withoutCharts && part !== 'tags' ? 'table' : this.#views[part];
    const choose = (view) => {
      this.#views[part] = view;
      this.refresh();
    };
    return html`<section class="card c12" aria-labelledby="report-${part}">
      <div class="ch"><div><h2 id="report-${part}">${title}</h2><p>${text}</p></div>${chartOrTable(shown, choose)}</div>
      <div ?hidden=${shown !== 'chart'}>${chart}</div>
      ${shown === 'table' ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="report-${part}">${table}</div>` : nothing}
    </section>`;
  }

  #tags(report, vocabulary) {
    const shown = bars(report.tags);
    const { tagId } = finding(report);
    return this.#card('tags', {
      title: t('report.why'),
      text: t('report.why-how'),
      chart: html`<ul class="hbars">${shown.map((line) => this.#bar(line, vocabulary, line.tagId === tagId))}</ul>
        ${report.tags.length > shown.length ? html`<p class="small muted">${t('report.rest', { count: report.tags.length - shown.length })}</p>` : nothing}`,
      table: table(t('report.why'), [t('report.tag'), t('report.now'), t('report.before'), t('report.change'), t('report.share')], report.tags.map((line) => [
        chipOf(vocabulary, line.tagId), number(line.contacts), number(line.previousContacts), signed(line), percent(line.contacts / report.contacts),
      ])),
    });
  }

  #bar(line, vocabulary, focus) {
    const tag = vocabulary.tag(line.tagId);
    const codes = tag ? vocabulary.codesOf(tag) : [];
    return html`<li class="hbar ${focus ? 'focus' : ''}">
      <span class="no num">${codes[0]?.number ?? ''}</span>
      <span class="nm" lang=${tag ? languageOfName(tag, spoken()) : nothing} title=${tag?.name ?? nothing}>${tag ? nameIn(tag, spoken()) : t('report.gone', { id: String(line.tagId) })}</span>
      <span class="track" aria-hidden="true"><i class="fill" .style=${`width: ${line.length * 100}%`}></i><i class="was" .style=${`inset-inline-start: ${line.mark * 100}%`}></i></span>
      <span class="v num">${number(line.contacts)}</span><span class="d num">${signed(line)}</span>
    </li>`;
  }

  #days(report) {
    const peak = outstandingDay(report.days);
    return this.#card('days', {
      title: peak ? t('report.peak', { day: calendarDay(peak.day), count: peak.contacts }) : t('report.no-peak'),
      text: t('report.days-how'),
      chart: html`<div class="chart days" data-chart="days"></div>`,
      table: table(t('report.per-day'), [t('report.day'), t('figure.contacts'), t('report.tagged'), t('report.share')], report.days.map((line) => [
        calendarDay(line.day), number(line.contacts), number(line.taggedContacts), line.contacts ? percent(line.taggedContacts / line.contacts) : '–',
      ])),
    });
  }

  #many(report, vocabulary) {
    const lines = report.tags.slice(0, PANELS);
    const { weekly, from, values } = rhythm(report.days, lines);
    return this.#card('many', {
      title: t('report.many', { count: lines.length }),
      text: t(weekly ? 'report.many-weeks' : 'report.many-days'),
      chart: html`<div class="chart many" data-chart="many"></div>`,
      table: table(t('report.many', { count: lines.length }), [t(weekly ? 'report.week-from' : 'report.day'), ...lines.map((line) => shownName(vocabulary, line.tagId))],
        from.map((day, at) => [calendarDay(day), ...values.map((row) => number(row[at]))])),
    });
  }

  /** After the figures are on screen; without the library the tables stand in for the charts. */
  async #draw() {
    if (!this.data?.report.contacts || !this.isConnected) return;
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const echarts = await loadCharts().catch(() => null);
    if (!echarts) {
      if (!this.#withoutCharts) {
        this.#withoutCharts = true;
        super.refresh();
      }
      return;
    }
    const { report, vocabulary } = this.data;
    this.#drawDays(echarts, report);
    this.#drawMany(echarts, report, vocabulary);
  }

  #chart(name) {
    const element = this.querySelector(`[data-chart="${name}"]`);
    if (!element?.clientWidth) return null;
    if (this.#charts.get(name)?.element !== element) this.#charts.set(name, new Chart(element));
    return this.#charts.get(name);
  }

  #drawDays(echarts, { days }) {
    const peak = outstandingDay(days);
    const option = daysOption({
      days: days.map((line) => calendarDay(line.day)),
      total: days.map((line) => line.contacts),
      tagged: days.map((line) => line.taggedContacts),
      names: [t('figure.contacts'), t('report.tagged')],
      note: peak && calendarDay(peak.day),
      noteAt: peak?.index,
      describe: (at) => t('report.on-day', { day: calendarDay(days[at].day), count: days[at].contacts, tagged: days[at].taggedContacts }),
    });
    const said = peak ? t('report.peak', { day: calendarDay(peak.day), count: peak.contacts }) : t('report.no-peak');
    this.#chart('days')?.draw(echarts, option, said);
  }

  #drawMany(echarts, report, vocabulary) {
    const lines = report.tags.slice(0, PANELS);
    const { from, values } = rhythm(report.days, lines);
    const chart = this.#chart('many');
    const columns = chart && chart.element.clientWidth < 560 ? (chart.element.clientWidth < 360 ? 1 : 2) : 3;
    chart?.element.style.setProperty('--rows', Math.ceil(lines.length / columns));
    const option = manyOption({
      names: lines.map((line) => shownName(vocabulary, line.tagId)),
      values,
      points: from.map((day) => calendarDay(day)),
      columns,
      focus: lines.findIndex((line) => line.tagId === finding(report).tagId),
    });
    chart?.draw(echarts, option, t('report.many', { count: lines.length }));
  }
}

const shownName = (vocabulary, id) => {
  const tag = vocabulary.tag(id);
  return tag ? nameIn(tag, spoken()) : t('report.gone', { id: String(id) });
};

function chipOf(vocabulary, id) {
  const tag = vocabulary.tag(id);
  return tag ? tagChip({ tag, hue: vocabulary.hue(tag) }) : t('report.gone', { id: String(id) });
}

function signed({ contacts, previousContacts }) {
  const share = change(contacts, previousContacts);
  if (share === null) return '–';
  const text = percent(Math.abs(share));
  return Math.abs(share) < 0.005 ? text : `${share > 0 ? '+' : MINUS}${text}`;
}

const table = (caption, heads, rows) => html`<table class="tbl plain"><caption class="sr">${caption}</caption>
  <thead><tr>${heads.map((head, at) => html`<th scope="col" class=${at ? 'r' : ''}>${head}</th>`)}</tr></thead>
  <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="r">${cell}</td>`)}</tr>`)}</tbody></table>`;

customElements.define('contact-report', ContactReport);
