import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, t } from '../../i18n/texts.js';
import { icon } from '../page-element.js';

// What every page says when it has nothing, waits, or could not.

export const empty = ({ symbol, title, text, actions = nothing }) =>
  html`<div class="empty">${icon(symbol)}<h2>${title}</h2><p>${text}</p>${actions}</div>`;

export const banner = ({ kind, symbol, title, text, action, role }) => html`<div class="banner ${kind}" role=${role ?? nothing}>
  ${icon(symbol)}<span class="strong">${title}</span>${
  action ? html`<button class="btn link sm" type="button" @click=${action.act}>${action.text}</button>` : nothing}${
  text ? html`<span class="b">${text}</span>` : nothing}
</div>`;

/** A refusal in words; an unknown one is still told with its incident code. */
export function problemText(problem) {
  const { code, fields = {} } = problem ?? {};
  const values = { ...fields, seconds: Math.ceil(fields.retryAfter ?? 0) };
  const text = hasText(`problem.${code}`) ? t(`problem.${code}`, values) : fields.status < 500 && fields.detail ? fields.detail : t('problem.unknown');
  const { incident } = fields;
  return incident ? `${text} ${t('incident.code', { incident })}` : text;
}

export const failure = (title, problem, again) =>
  banner({
    kind: 'danger',
    symbol: 'circle-x',
    title,
    text: problemText(problem),
    action: again && { text: t('problem.again'), act: again },
    role: 'alert',
  });

/** Three rows in the true shape, shown after 300 ms. */
export const skeleton = (what, rows = 3) => html`<div class="skels" role="status"><span class="sr">${what}</span>${Array.from(
  { length: rows },
  () => html`<div class="r" aria-hidden="true"><i class="skel h22"></i><i class="skel"></i><i class="skel"></i></div>`,
)}</div>`;
