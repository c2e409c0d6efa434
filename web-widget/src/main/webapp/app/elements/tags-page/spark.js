import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { sparkPoints } from '../../state/tag-list.js';

/** Twelve weeks as a small line from zero, its last point marked. Decoration: the figures stand beside it. */
export function spark(weeks) {
  if (!weeks.length) return nothing;
  const points = sparkPoints(weeks);
  const [x, y] = points[points.length - 1];
  return html`<svg class="spark" viewBox="0 0 60 20" width="60" height="20" aria-hidden="true">${svg`<polyline points=${points.map((point) => point.join(',')).join(' ')}></polyline><circle cx=${x} cy=${y} r="2.25"></circle>`}</svg>`;
}
