import { html } from '../../vendor/lit-html/lit-html.js';
import { t } from '../i18n/texts.js';
import { failure, skeleton } from './parts/states.js';
import { PageElement } from './page-element.js';

/** A page that shows what the server answers. Old content stays until new is there. */
export class DataPage extends PageElement {
  data = null;
  problem = null;
  #run = null;

  /** @param {function(AbortSignal): Promise<*>} read the newest call wins */
  async load(read) {
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    this.toggleAttribute('aria-busy', true);
    try {
      const data = await read(run.signal);
      if (run !== this.#run) return;
      this.data = data;
      this.problem = null;
    } catch (problem) {
      if (run !== this.#run) return;
      this.problem = problem;
      if (problem.status === 401) this.tell('signed-out');
    }
    this.toggleAttribute('aria-busy', false);
    this.refresh();
  }

  /** The page's content, or why there is none yet. */
  whenLoaded(content, { loading, failed, again }) {
    if (this.data === null && this.problem === null) return html`<div class="pad">${skeleton(loading, 5)}</div>`;
    const broken = this.problem ? html`<div class="pad">${failure(failed, this.problem, again)}</div>` : '';
    return html`${broken}${this.data === null ? '' : content(this.data)}`;
  }
}

/** Chart or table: two buttons of which one is pressed. */
export const choice = (name, options, chosen, choose) => html`<div class="seg" role="group" aria-label=${name}>${options.map(
  ([value, text]) => html`<button type="button" aria-pressed=${value === chosen} @click=${() => choose(value)}>${text}</button>`,
)}</div>`;

export const chartOrTable = (chosen, choose) =>
  choice(t('view.name'), [['chart', t('view.chart')], ['table', t('view.table')]], chosen, choose);

/** The head of a page. */
export const pageHead = ({ title, text, acts = '', small = '', big = false }) => html`<header class="ph ${big ? 'big' : ''}">
  <div>${small ? html`<p class="small num">${small}</p>` : ''}<h1 tabindex="-1">${title}</h1>${text ? html`<p>${text}</p>` : ''}</div>
  ${acts ? html`<div class="acts">${acts}</div>` : ''}
</header>`;
