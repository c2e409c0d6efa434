import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { percent } from '../../i18n/figures.js';
import { dateLanguage, number, t } from '../../i18n/texts.js';
import { typed } from '../parts/chip.js';
import { icon, PageElement } from '../page-element.js';
import { nameOf } from '../../state/connection.js';
import { chipOf, decisionWords } from './decision-words.js';
import './mention-list-element.js';

const FIRST = 8;
const DECISIONS = 20;
const MONTHS = 12;

/** Two bars, before and after; what is added is hatched, what goes is an outline, so that it does not hang on colour. */
export const beforeAfter = ({ before, after, most = Math.max(before, after, 1) }) => {
  const share = (count) => `width: ${(count / most) * 100}%`;
  const stays = Math.min(before, after);
  return html`<div class="fxrow"><span class="muted">${t('changes.before')}</span><span class="fxbar" aria-hidden="true"><i .style=${share(before)}></i></span><span class="num strong r">${number(before)}</span></div>
    <div class="fxrow"><span class="muted">${t('changes.after')}</span><span class="fxbar" aria-hidden="true"><i .style=${share(stays)}></i>${
      after > before ? html`<i class="add" .style=${share(after - before)}></i>` : before > after ? html`<i class="less" .style=${share(before - after)}></i>` : nothing
    }</span><span class="num strong r">${number(after)}</span></div>`;
};

/** "312 more contacts, 26%." */
export const effectText = ({ before, after }) => {
  if (after === before) return t('changes.same');
  const count = Math.abs(after - before);
  const key = after > before ? 'changes.more' : 'changes.fewer';
  return before ? t(`${key}-share`, { count, share: percent(count / before) }) : t(key, { count });
};

/**
 * What a publication would do, drawn from the server's preview: decisions, tags before and after, where and when
 * the contacts are, labels that would mean something else, and what it costs. Set its properties, then `refresh()`.
 */
export class ChangePreview extends PageElement {
  /** The server's answer to a preview. */
  preview = null;
  /** A former answer whose figures are marked where they were others; null if there is none. */
  former = null;
  /** The vocabulary as it is now, a `Vocabulary`. */
  vocabulary = null;
  /** Connected accounts, as `readAccounts` gives them. */
  accounts = [];
  /** The wanted changes `{id?, change, refused?}` to list on top; none if the page shows them itself. */
  decisions = [];
  /** Called with a decision that shall not be; null where none can be removed. */
  discard = null;
  #open = new Set();

  view() {
    if (!this.preview || !this.vocabulary) return nothing;
    return html`<div class="preview">
      ${this.decisions.length ? this.#decisions() : nothing}
      ${this.#tags()}${this.#where()}${this.#labels()}
      ${this.#writes()}<mention-list .preview=${this.preview} .accounts=${this.accounts}></mention-list>${this.#sum()}</div>`;
  }

  get #house() {
    const made = new Map(this.preview.differences.filter(({ kind, after }) => kind === 'TAG' && after).map(({ after }) => [after.id, after]));
    return { tag: (id) => this.vocabulary.tag(id) ?? made.get(id), hue: (tag) => this.vocabulary.hue(tag) };
  }

  #decisions() {
    const rows = this.#first('decisions', this.decisions, DECISIONS);
    const contacts = new Map(this.preview.labels.map(({ label, contacts: count }) => [label, count]));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('changes.decisions')}><table class="tbl plain"><caption class="sr">${t('changes.decisions')}</caption>
      <thead><tr><th scope="col">${t('changes.decision')}</th><th scope="col" class="r">${t('changes.contacts')}</th><th scope="col">${t('changes.becomes')}</th>
        ${this.discard ? html`<th scope="col"><span class="sr">${t('changes.remove')}</span></th>` : nothing}</tr></thead>
      <tbody>${rows.map((decision) => this.#decision(decision, contacts))}</tbody></table></div>${this.#more('decisions', this.decisions, DECISIONS)}`;
  }

  #decision(decision, contacts) {
    const { change, refused, now } = decision;
    const [what, becomes] = decisionWords(change, this.#house);
    const count = this.#contactsOf(change, contacts);
    return html`<tr class=${refused ? 'refused' : ''}><td>${what}</td><td class="r">${count === null ? '–' : number(count)}</td>
      <td>${becomes}${now ? html`<br><span class="small warn">${icon('triangle-alert', 's12')}${now}</span>` : nothing}${
        refused ? html`<br><span class="small bad">${icon('circle-x', 's12')}${refused}</span>` : nothing}</td>
      ${this.discard ? html`<td class="r"><button class="iconbtn" type="button" aria-label=${t('changes.remove')} @click=${() => this.discard(decision)}>${icon('x')}</button></td>` : nothing}</tr>`;
  }

  #contactsOf(change, contacts) {
    if (change.label !== undefined) return contacts.get(change.label) ?? null;
    const about = change.intoId ? change.tagId : change.tagId;
    return this.preview.tags.find(({ tagId }) => tagId === about)?.before ?? null;
  }

  #tags() {
    const { tags } = this.preview;
    if (!tags.length) return html`<p class="sub">${t('changes.no-figures')}</p>`;
    const most = Math.max(...tags.map(({ before, after }) => Math.max(before, after)), 1);
    const rows = this.#first('tags', tags);
    return html`<section><h2>${t('changes.in-reports')}</h2><ul class="fxlist">${rows.map((effect) => html`<li class="fx">
      <div class="fxname">${chipOf(effect.tagId, this.#house)}<span class="small sub">${effectText(effect)}</span>${this.#was(effect)}</div>
      ${beforeAfter({ ...effect, most })}</li>`)}</ul>${this.#more('tags', tags)}</section>`;
  }

  #was({ tagId, after }) {
    const former = this.former?.tags.find((tag) => tag.tagId === tagId);
    if (!this.former || (former?.after ?? null) === after) return nothing;
    return html`<span class="badge warn">${icon('triangle-alert')}${former ? t('changes.was', { count: former.after }) : t('changes.new-figure')}</span>`;
  }

  #where() {
    const { months } = this.preview;
    if (!months.length) return nothing;
    const known = [...new Set(months.map(({ month }) => month))].sort();
    const shown = known.slice(-MONTHS);
    const earlier = known.length > MONTHS;
    const ids = [...new Set(months.map(({ accountId }) => accountId))];
    const at = (id, month) => months.find((each) => each.accountId === id && each.month === month)?.contacts ?? 0;
    const before = (id) => months.filter((each) => each.accountId === id && each.month < shown[0]).reduce((sum, each) => sum + each.contacts, 0);
    const total = (id) => months.filter((each) => each.accountId === id).reduce((sum, each) => sum + each.contacts, 0);
    const cell = (count) => html`<td class="r">${count ? number(count) : '–'}</td>`;
    return html`<section><h2>${t('changes.where')}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('changes.where')}><table class="tbl plain"><caption class="sr">${t('changes.where')}</caption>
      <thead><tr><th scope="col">${t('changes.helpdesk')}</th><th scope="col" class="r">${t('changes.all')}</th>${earlier ? html`<th scope="col" class="r">${t('changes.earlier')}</th>` : nothing}
        ${shown.map((month) => html`<th scope="col" class="r">${monthName(month)}</th>`)}</tr></thead>
      <tbody>${ids.map((id) => html`<tr><th scope="row">${this.#account(id)}</th>${cell(total(id))}${earlier ? cell(before(id)) : nothing}${shown.map((month) => cell(at(id, month)))}</tr>`)}</tbody></table></div></section>`;
  }

  #account(id) {
    const account = this.accounts.find((each) => each.id === id);
    return account ? html`${nameOf(account.connector)} <span class="sub">${account.subdomain}</span>` : t('changes.helpdesk-gone');
  }

  #labels() {
    const { labels, labelCount } = this.preview;
    if (!labels.length) return nothing;
    const rows = this.#first('labels', labels);
    return html`<section><h2>${t('changes.labels', { count: labelCount })}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('changes.labels', { count: labelCount })}><table class="tbl plain"><caption class="sr">${t('changes.labels', { count: labelCount })}</caption>
      <thead><tr><th scope="col">${t('changes.label')}</th><th scope="col" class="r">${t('changes.contacts')}</th><th scope="col">${t('changes.before')}</th><th scope="col">${t('changes.after')}</th></tr></thead>
      <tbody>${rows.map(({ label, contacts, before, after }) => html`<tr><td>${typed(label, 80)}</td><td class="r">${number(contacts)}</td><td>${this.#meaning(before)}</td><td>${this.#meaning(after)}</td></tr>`)}</tbody></table></div>
      ${this.#more('labels', labels)}${labelCount > labels.length ? html`<p class="small sub">${t('changes.labels-capped', { count: labels.length })}</p>` : nothing}</section>`;
  }

  #meaning({ kind, tagId }) {
    return kind === 'TAG' ? chipOf(tagId, this.#house) : html`<span class="sub">${t(`meaning.${kind}`)}</span>`;
  }

  /** Publishing writes nothing; what a plan would replace afterwards. */
  #writes() {
    const { writes } = this.preview;
    if (!writes.length) return nothing;
    return html`<section><h2>${t('changes.writes')}</h2><ul class="mentioned">${writes.map(({ accountId, contacts, labels }) =>
      html`<li>${this.#account(accountId)}: <span class="strong">${t('changes.writes-contacts', { count: contacts })}</span>, ${t('changes.writes-labels', { count: labels })}</li>`)}</ul>
      <p class="small sub">${t('changes.writes-why')}</p></section>`;
  }

  #sum() {
    const { contacts, affected } = this.preview;
    return html`<p class="sum"><span class="strong">${t('changes.reread', { count: contacts })}</span>
      <span>${t('changes.affected', { count: affected })}</span><span>${t('changes.takes')}</span></p>`;
  }

  #first(what, rows, most = FIRST) {
    return this.#open.has(what) ? rows : rows.slice(0, most);
  }

  #more(what, rows, most = FIRST) {
    if (rows.length <= most || this.#open.has(what)) return nothing;
    const open = () => {
      this.#open.add(what);
      this.refresh();
    };
    return html`<button class="btn link sm" type="button" @click=${open}>${t('changes.show-all', { count: rows.length })}</button>`;
  }
}

const monthName = (month) => {
  const at = new Date(`${month}-01T00:00:00Z`);
  const year = at.getUTCFullYear() === new Date().getUTCFullYear() ? {} : { year: '2-digit' };
  return new Intl.DateTimeFormat(dateLanguage(), { month: 'short', timeZone: 'UTC', ...year }).format(at);
};

customElements.define('change-preview', ChangePreview);
