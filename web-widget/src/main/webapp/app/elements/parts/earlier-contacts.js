import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { dayOf, hasText, spoken, t } from '../../i18n/texts.js';
import { languageOfText } from '../../state/vocabulary.js';
import { tagChip, short, typed } from './chip.js';

/** Who wrote, and what the last contacts were about. */
export function customer({ contact, earlier, vocabulary }) {
  if (!contact && !earlier.length) return nothing;
  return html`<hr><section aria-labelledby="customer-name">
    <h2 id="customer-name" class="sr">${t('customer.title')}</h2>
    ${contact ? name(contact) : nothing}
    ${earlier.length
      ? html`<h3 class="cap3">${t('customer.earlier', { count: earlier.length })}</h3>
          <ul class="hist">${earlier.map((each) => earlierContact(each, vocabulary))}</ul>`
      : html`<p class="muted small">${t('customer.first')}</p>`}
  </section>`;
}

const name = ({ name: person, customerName }) => html`<div class="who">
  ${person ? html`<bdi class="n" lang=${languageOfText(person, spoken()) || nothing}>${short(person, 80)}</bdi>` : nothing}
  ${customerName ? html`<bdi class="pill" lang=${languageOfText(customerName, spoken()) || nothing}>${short(customerName, 60)}</bdi>` : nothing}
</div>`;

function earlierContact({ id, status, subject, createdAt, tagIds, labels }, vocabulary) {
  const tags = tagIds.map((tagId) => vocabulary.tag(tagId)).filter(Boolean);
  const word = String(status).toLowerCase();
  return html`<li>
    <span class="line"><span class="muted num">${dayOf(createdAt)}</span>
      <span class="muted">${hasText(`status.${word}`) ? t(`status.${word}`) : word}</span><span class="muted num">#${id}</span></span>
    <bdi class="subject" lang=${languageOfText(subject ?? '', spoken()) || nothing} title=${short(subject ?? '', 500)}>${short(subject || t('customer.no-subject'), 120)}</bdi>
    ${tags.length
      ? html`<ul class="chips">${tags.map((tag) => html`<li>${tagChip({ tag, hue: vocabulary.hue(tag) })}</li>`)}</ul>`
      : labels.length
        ? html`<span class="muted small">${typed(labels.slice(0, 3).join(', '), 80)}</span>`
        : nothing}
  </li>`;
}
