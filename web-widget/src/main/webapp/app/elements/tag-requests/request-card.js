import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { calendarDay } from '../../i18n/figures.js';
import { dayOf, number, parts, spoken, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { hashOf } from '../../state/routes.js';
import { changedParts, waits } from '../../state/requests.js';
import { languageOfName, languageOfText, nameIn } from '../../state/vocabulary.js';
import { short, typed } from '../parts/chip.js';
import { banner } from '../parts/states.js';
import { icon } from '../page-element.js';
import { chip } from '../tags-page/tag-words.js';
import { ACTS, actsOn } from './request-act-element.js';

const BADGES = { open: '', accepted: 'warn', made: 'ok', existing: 'ok', declined: '' };

/**
 * One request: what is wanted, by whom, how many contacts need it, what was answered, and what can be done.
 *
 * @param {object} request
 * @param {{vocabulary: object, accounts: object[], leads: boolean, threshold: number, form: ?HTMLElement, meanwhile: ?object, act: function(string), reopen: function(), make: function()}} around
 */
export function requestCard(request, around) {
  const { id, kind, name, purpose, state } = request;
  return html`<article class="request" tabindex="-1" data-request=${id} aria-labelledby="request-${id}">
    <div class="top"><h3 id="request-${id}">${typed(name, 80)}</h3><span class="badge">${icon(kind === 'code' ? 'hash' : 'tag')}${t(`requests.kind.${kind}`)}</span>
      <span class="badge ${BADGES[state]}">${t(`requests.state.${state}`)}</span>${request.mine && around.leads ? html`<span class="badge">${t('requests.mine')}</span>` : nothing}</div>
    <p class="meta">${asked(request)}</p>
    <p class="purpose" lang=${languageOfText(purpose, spoken()) || nothing} dir="auto">${short(purpose, 500)}</p>
    ${waits(request) ? need(request, around.threshold) : nothing}
    ${answered(request, around)}
    ${behind(request, around)}
    ${around.meanwhile ? meanwhile(request, around.meanwhile) : nothing}
    ${around.form ?? acts(request, around)}</article>`;
}

const asked = ({ askedBy, askedAt, owner, dueOn, state }) => html`<span>${t('requests.asked', { name: short(askedBy, 40), day: dayOf(askedAt) })}</span>
  ${owner ? html`<span>${t('requests.owned', { name: short(owner, 40) })}</span>` : waits({ state }) ? html`<span>${t('requests.not-owned')}</span>` : nothing}${dueOn && waits({ state }) ? html`<span>${t('requests.due-on', { day: calendarDay(dueOn) })}</span>` : nothing}`;

function need({ contacts, labelled, missing, ticketCount }, threshold) {
  return html`<p class="need"><span class="strong num">${parts('requests.contacts', { count: contacts, threshold })}</span>
    <span class="badge ${missing ? '' : 'ok'}">${missing ? t('requests.missing', { count: missing }) : html`${icon('check')}${t('requests.reached')}`}</span>
    <span class="small sub">${t('requests.named', { count: ticketCount })}${labelled ? ` · ${t('requests.labelled', { count: labelled })}` : ''}</span></p>`;
}

function answered(request, { vocabulary, leads }) {
  const { state, reason, overridden, changedBy, changedAt, tagId, code } = request;
  const why = reason ? html`<p class="quoted" dir="auto" lang=${languageOfText(reason, spoken()) || nothing}>${short(reason, 500)}</p>` : nothing;
  const kept = leads && overridden ? html`<p class="small sub">${t('requests.overridden')} <bdi>${short(overridden, 500)}</bdi></p>` : nothing;
  if (state === 'open') return nothing;
  const target = tagId || code ? targetOf({ tagId, code }, vocabulary) : nothing;
  return html`<div class="said"><p>${parts(`requests.answer.${state}`, { name: short(changedBy ?? '', 40), day: changedAt ? dayOf(changedAt) : '–', target })}</p>${why}${kept}</div>`;
}

function targetOf({ tagId, code }, vocabulary) {
  const tag = tagId ? vocabulary.tag(tagId) : null;
  if (tag) return chip(tag, vocabulary);
  if (tagId) return html`<span class="strong">${t('requests.gone')}</span>`;
  const found = code ? vocabulary.code(code) : null;
  return html`<span class="code">${code}</span>${found ? html` <span lang=${languageOfName(found, spoken())}>${nameIn(found, spoken())}</span>` : nothing}`;
}

/** The customers' words and the tickets; told to leads and to whom it concerns. */
function behind({ words, tickets, ticketCount }, { accounts }) {
  if (!tickets) return nothing;
  const said = (words ?? '').split(/\n/).map((line) => line.trim()).filter(Boolean);
  const page = ({ account, ticket, page: address }) => {
    const text = `${nameOf(accounts.find(({ id }) => id === account)?.connector ?? t('requests.ticket'))} ${ticket}`;
    return address ? html`<a href=${address} target="_blank" rel="noreferrer">${text}</a>` : html`<span>${text}</span>`;
  };
  return html`<details class="needing"><summary>${icon('chevron-right')}${t('requests.behind', { count: ticketCount })}</summary>
    ${said.map((line) => html`<blockquote lang=${languageOfText(line, spoken()) || nothing} dir="auto">${short(line, 300)}</blockquote>`)}
    <ul class="chips">${tickets.map((each) => html`<li>${page(each)} <span class="small sub">${short(each.by, 40)}</span></li>`)}</ul>
    ${tickets.length < ticketCount ? html`<p class="small sub">${t('requests.more', { count: ticketCount - tickets.length })}</p>` : nothing}</details>`;
}

/** What another lead did since this one looked. */
function meanwhile(now, former) {
  const text = (part, value) => (part === 'state' ? t(`requests.state.${value}`) : part === 'dueOn' && value ? calendarDay(value) : value ? short(value, 120) : '–');
  const changed = changedParts(former, now);
  return banner({
    kind: 'warn',
    symbol: 'triangle-alert',
    title: t('requests.meanwhile', { name: short(now.changedBy ?? '', 40) }),
    text: html`${changed.map((part) => html`<span class="diffline">${parts('requests.changed', { part: t(`requests.part.${part}`), before: html`<del>${text(part, former[part])}</del>`, after: html`<ins>${text(part, now[part])}</ins>` })}</span>`)}`,
    role: 'alert',
  });
}

function acts(request, { leads, act, reopen, make }) {
  const own = request.state === 'accepted' && leads
    ? html`<button class="btn sm primary" type="button" data-act="make" aria-keyshortcuts="M" @click=${make}>${t(`requests.make.${request.kind}`)} <span class="kbd" aria-hidden="true">M</span></button>`
    : nothing;
  const each = (name) => html`<button class="btn sm" type="button" data-act=${name} aria-keyshortcuts=${ACTS[name]} @click=${() => act(name)}>${t(`requests.act.${name}`)}<span class="sr"> ${short(request.name, 60)}</span> <span class="kbd" aria-hidden="true">${ACTS[name]}</span></button>`;
  const back = leads && request.state !== 'open' ? html`<button class="btn link sm" type="button" data-act="reopen" @click=${reopen}>${t('requests.reopen')}<span class="sr"> ${short(request.name, 60)}</span></button>` : nothing;
  const all = actsOn(request, leads);
  return all.length || back !== nothing ? html`<div class="rowacts">${own}${all.map(each)}${back}</div>` : nothing;
}

/** Where a request is made into a tag or a code. */
export const makingPage = ({ id, kind }) => hashOf(kind === 'code' ? 'codes' : 'tags', { request: String(id) });
