import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, t } from '../../i18n/texts.js';
import { confidence } from '../../state/queue.js';
import { short, tagChip } from '../parts/chip.js';
import { icon } from '../page-element.js';

// How the queue shows a guess.

export const meter = (score) =>
  html`<span class="meter" aria-hidden="true">${[1, 2, 3].map((step) => html`<i class=${step <= confidence(score) ? 'on' : ''}></i>`)}</span>`;
export const word = (score) => t(`confidence.${confidence(score)}`);
/** Why a tag is proposed: the reason, and the words or the spelling that speak for it. */
export function why({ reason, words = [], spelling = '' }) {
  const because = hasText(`reason.${reason}`) ? t(`reason.${reason}`) : reason;
  const seen = words.length ? words.join(' ') : spelling;
  return seen ? html`${because}: <bdi class="typed">${short(seen, 60)}</bdi>` : because;
}

export const chip = (tag, vocabulary) => tagChip({ tag, hue: tag.hue ?? vocabulary.hue(tag) });

/** The best guess of a row, or what else it looks like. */
export function guess({ best, machine }, vocabulary) {
  if (best && !machine) {
    return html`<span class="guess">${chip(vocabulary.tag(best.tagId), vocabulary)}${meter(best.score)}<span class="sr">${word(best.score)}</span></span>`;
  }
  if (machine) return html`<span class="guess sub">${icon('cog')}${t('queue.machine-like')}</span>`;
  return html`<span class="muted">–</span>`;
}

/** A key and the button that does the same. */
export const keyButton = ({ key, text, act, classes = '', pressed = nothing }) => html`<button class="btn ${classes}" type="button"
  aria-keyshortcuts=${key} aria-pressed=${pressed} @click=${act}><span class="kbd" aria-hidden="true">${key}</span>${text}</button>`;
