import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { dayOf, hasText, moment, parts, spoken, t } from '../../i18n/texts.js';
import { languageOfName, languageOfText, nameIn } from '../../state/vocabulary.js';
import { labelChip, short, tagChip, tagName, typed } from '../parts/chip.js';
import { icon } from '../page-element.js';

const LITERAL = new Set(['NAME', 'DISPLAY_NAME', 'REASON_CODE']);

/** The codes recorded on this ticket; `on` says what a press does. */
export const reasonList = (reasons, on) =>
  reasons.length
    ? html`<section aria-labelledby="reason-name">
        <div class="head"><h2 id="reason-name">${t('sidebar.reason')}</h2></div>
        <ul class="rows">${reasons.map(({ code, tag }) => {
          const name = nameIn(code, spoken());
          return html`<li class="reason"><span class="code on">${code.number}</span><span class="nm" lang=${languageOfName(code, spoken())}>${name}</span>
            <button class="iconbtn" type="button" aria-label=${t('chip.remove', { name: `${code.number} ${name}` })}
              title=${t('chip.remove', { name: `${code.number} ${name}` })} @click=${() => on.removeTag(tag.id)}>${icon('x')}</button></li>`;
        })}</ul>
      </section>`
    : nothing;

/** House tags with what they came from, then labels without a place, then machine labels. */
export function tagList({ picture, vocabulary, marked, writing }, on) {
  const { tags, open, machine } = picture;
  return html`<section aria-labelledby="tags-name">
    <div class="head"><h2 id="tags-name">${t('sidebar.tags')}</h2></div>
    ${tags.length || open.length
      ? html`<ul class="rows">
          ${tags.map((row) => houseTagRow(row, { vocabulary, marked, writing }, on))}
          ${open.map((reading) => openRow(reading, vocabulary, on))}
        </ul>`
      : html`<p class="muted small">${t('sidebar.no-tags')}</p>`}
    ${machine.length ? machineLabels(machine) : nothing}
  </section>`;
}

function houseTagRow({ tag, labels, kept }, { vocabulary, marked, writing }, on) {
  const coming = labels.some(({ label }) => writing?.coming.includes(label));
  const again = marked === tag.id;
  return html`<li class="tagrow">${tagChip({
    tag,
    hue: vocabulary.hue(tag),
    state: kept ? { icon: 'cloud-off', text: t('chip.not-sent') } : coming ? { icon: 'clock', text: writing.chip } : null,
    remove: () => on.removeTag(tag.id),
    classes: again ? 'marked' : '',
  })}${again ? html`<span class="from strong">${t('chip.again')}</span>` : labels.map((reading) => origin(reading, tag, on))}</li>`;
}

/** Where a tag came from: the person who gave it, or what was typed and the rule that read it. */
function origin(reading, tag, on) {
  if (reading.origin) return html`<span class="from">${given(reading.origin)}</span>`;
  if (reading.rule === 'NAME' && reading.label.toLowerCase() === tagName(tag).toLowerCase()) return nothing;
  const wrong = LITERAL.has(reading.rule)
    ? nothing
    : html`<button class="btn link" type="button" aria-label=${t('origin.wrong-about', { label: short(reading.label, 60) })}
        @click=${() => on.replace([reading.label], tag.id)}>${t('origin.wrong')}</button>`;
  return html`<span class="from"><span>${parts('origin.typed', { label: typed(reading.label, 80) })}</span><span>${ruleText(reading)}</span>${wrong}</span>`;
}

function given({ by, at, code }) {
  const who = !by ? t('origin.you') : /^\d+$/.test(by) ? t('origin.agent') : t('origin.by', { name: by }); // a bare number tells nothing
  return [who, code ? t('origin.code', { code: String(code) }) : null, at ? moment(at) : null].filter(Boolean).join(' · ');
}

function ruleText({ rule, evidence, label }) {
  const text = hasText(`rule.${rule}`) ? t(`rule.${rule}`) : '';
  const spelling = evidence && evidence !== label && (rule === 'ALIAS' || rule === 'ABBREVIATION') ? ` ${short(evidence, 40)}` : '';
  return text ? `· ${text}${spelling}` : '';
}

function openRow(reading, vocabulary, on) {
  const { label, outcome, rule, evidence } = reading;
  const ambiguous = outcome === 'ambiguous';
  const ids = ambiguous ? reading.candidateIds : (reading.proposals ?? []).slice(0, 2).map(({ tagId }) => tagId);
  const choices = ids.map((id) => vocabulary.tag(id)).filter((tag) => tag && !tag.retired);
  const asked = vocabulary.content.questions?.find((each) => each.label === evidence);
  const said = (names) => nameIn({ names }, spoken());
  return html`<li class="tagrow">${labelChip({
    label,
    kind: 'unknown',
    symbol: ambiguous ? 'split' : rule === 'CONFUSABLE' ? 'triangle-alert' : 'circle-help',
    state: t(ambiguous ? 'chip.ambiguous' : rule === 'CONFUSABLE' ? 'chip.confusable' : 'chip.unknown'),
    remove: () => on.removeLabel(label),
  })}${choices.length
    ? html`<span class="from"><span>${said(asked?.guidance) || t(ambiguous ? 'origin.which' : 'origin.mean')}</span>${choices.map(
        (tag) => html`<button class="btn link" type="button" @click=${() => on.take(label, tag)}>${tagName(tag)}${t('origin.mark')}</button>${said(asked?.choices?.find((each) => each.houseTagId === tag.id)?.when)}`)}</span>`
    : nothing}</li>`;
}

const machineLabels = (machine) => html`<details class="quiet">
  <summary>${t('sidebar.machine', { count: machine.length })}</summary>
  <ul class="chips">${machine.map(({ label }) => html`<li>${labelChip({
    label,
    kind: 'machine',
    symbol: 'cog',
    state: null,
    remove: null,
  })}</li>`)}</ul>
</details>`;

/** Who wrote, and what the last contacts were about. */
export function customer({ contact, earlier, vocabulary }) {
  if (!contact && !earlier.length) return nothing;
  return html`<hr><section aria-labelledby="customer-name">
    <h2 id="customer-name" class="sr">${t('customer.title')}</h2>
    ${contact ? person(contact) : nothing}
    ${earlier.length
      ? html`<h3 class="cap3">${t('customer.earlier', { count: earlier.length })}</h3>
          <ul class="hist">${earlier.map((each) => earlierContact(each, vocabulary))}</ul>`
      : html`<p class="muted small">${t('customer.first')}</p>`}
  </section>`;
}

const person = ({ name, customerName }) => html`<div class="who">
  ${name ? html`<bdi class="n" lang=${languageOfText(name, spoken()) || nothing}>${short(name, 80)}</bdi>` : nothing}
  ${customerName ? html`<bdi class="pill" lang=${languageOfText(customerName, spoken()) || nothing}>${short(customerName, 60)}</bdi>` : nothing}
</div>`;

function earlierContact({ helpdesk, id, status, subject, createdAt, tagIds, labels }, vocabulary) {
  const tags = tagIds.map((tagId) => vocabulary.tag(tagId)).filter(Boolean);
  const word = String(status).toLowerCase();
  return html`<li>
    <span class="line"><span class="muted num">${dayOf(createdAt)}</span>
      <span class="muted">${hasText(`status.${word}`) ? t(`status.${word}`) : word}</span><span class="muted num">${helpdesk} #${id}</span></span>
    <bdi class="subject" lang=${languageOfText(subject ?? '', spoken()) || nothing} title=${short(subject ?? '', 500)}>${short(subject || t('customer.no-subject'), 120)}</bdi>
    ${tags.length
      ? html`<ul class="chips">${tags.map((tag) => html`<li>${tagChip({ tag, hue: vocabulary.hue(tag) })}</li>`)}</ul>`
      : labels.length
        ? html`<span class="muted small">${typed(labels.slice(0, 3).join(', '), 80)}</span>`
        : nothing}
  </li>`;
}
