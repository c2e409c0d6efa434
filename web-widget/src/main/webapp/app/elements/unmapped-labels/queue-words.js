import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, t } from '../../i18n/texts.js';
import { confidence } from '../../state/queue.js';
import { refusedText } from '../change-preview/decision-words.js';
import { short, tagChip, tagName, typed } from '../parts/chip.js';
import { icon } from '../page-element.js';

// How the queue shows a guess.

export const meter = (score) =>
  html`<span class="meter" aria-hidden="true">${[1, 2, 3].map((step) => html`<i class=${step <= confidence(score) ? 'on' : ''}></i>`)}</span>`;
export const word = (score) => t(`confidence.${confidence(score)}`);
/** Why a tag is proposed: the reason, the words or the spelling that speak for it, and for which other label of the pile. */
export function why({ reason, words = [], spelling = '', of }) {
  const because = hasText(`reason.${reason}`) ? t(`reason.${reason}`) : reason;
  const seen = words.length ? words.join(' ') : spelling;
  return html`${because}${seen ? html`: <bdi class="typed">${short(seen, 60)}</bdi>` : nothing}${of ? html` <span class="sub">(${typed(of, 40)})</span>` : nothing}`;
}

const SYMBOLS = { machine: 'cog', aside: 'message-circle' };

export const chip = (tag, vocabulary) => tagChip({ tag, hue: tag.hue ?? vocabulary.hue(tag) });

/** The best guess of a row, or what else it looks like. */
export function guess({ best, kind }, vocabulary) {
  if (kind) return html`<span class="guess sub">${icon(SYMBOLS[kind])}${t(`queue.${kind}-like`)}</span>`;
  if (best) {
    return html`<span class="guess">${chip(vocabulary.tag(best.tagId), vocabulary)}${meter(best.score)}<span class="sr">${word(best.score)}</span></span>`;
  }
  return html`<span class="muted">–</span>`;
}

/** A key and the button that does the same. */
export const keyButton = ({ key, text, act, classes = '', pressed = nothing }) => html`<button class="btn ${classes}" type="button"
  aria-keyshortcuts=${key} aria-pressed=${pressed} @click=${act}><span class="kbd" aria-hidden="true">${key}</span>${text}</button>`;

/** What became of the labels that a decision was about. */
export function outcome(changes, contacts, vocabulary) {
  const of = t('queue.of-contacts', { count: contacts });
  const last = changes.at(-1);
  const added = changes.find((change) => change.do === 'add-tag');
  if (added) return html`${t('queue.new-tag')}: ${added.name} <span class="b">· ${of}</span>`;
  const tags = new Set(changes.map((change) => change.tagName ?? change.tagId));
  const becomes = tags.size === 1 ? (last.tagName ?? (last.tagId && tagName(vocabulary.tag(last.tagId)))) : null;
  if (changes.length > 1) return html`${t('queue.told-many', { count: changes.length })}${becomes ? html`: ${becomes}` : nothing} <span class="b">· ${of}</span>`;
  if (last.do === 'set-prefix-aside') return html`${typed(last.prefix, 30)}… <span class="b">${t('queue.is-machine')}</span>`;
  if (last.do === 'ignore-label') return html`${typed(last.label, 30)} <span class="b">${t('queue.is-ignored')}</span>`;
  return html`${typed(last.label, 30)} <span class="b">${t('queue.is-now')}</span> ${becomes} <span class="b">· ${of}</span>`;
}

/** Why labels came back undecided. */
export function refusal(problem, labels) {
  const why = problem.code === 'label-decided' ? t('queue.theirs', { name: problem.fields?.lead ?? '' }) : refusedText({ code: problem.code, detail: problem.fields?.detail, fields: problem.fields });
  if (!labels.length) return why;
  return html`${typed(labels[0], 30)}${labels.length > 1 ? html` ${t('queue.and-more', { count: labels.length - 1 })}` : nothing}: ${why}`;
}
