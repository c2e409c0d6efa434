import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readVocabulary } from '../../api/console.js';
import { readFindings } from '../../api/vocabulary-file.js';
import { t } from '../../i18n/texts.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage } from '../data-page.js';
import { empty } from '../parts/states.js';
import { linkedFindings } from './findings.js';

/** What could be better about the vocabulary in force; each thing leads to its place. Event: `closed`. */
export class VocabularyCheck extends DataPage {
  #open = new Set();

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  #read() {
    this.load(async (signal) => {
      const [report, vocabulary] = await Promise.all([readFindings(signal), readVocabulary()]);
      return { report, vocabulary: new Vocabulary(vocabulary) };
    });
  }

  view() {
    return html`<section class="importing" aria-labelledby="check-name"><h2 id="check-name" tabindex="-1">${t('check.title')}</h2><p class="sub">${t('check.text')}</p>
      ${this.whenLoaded((data) => this.#found(data), { loading: t('check.reading'), failed: t('check.failed'), again: () => this.#read() })}
      <div class="rowacts"><button class="btn" type="button" @click=${() => this.tell('closed')}>${t('history.back')}</button></div></section>`;
  }

  #found({ report, vocabulary }) {
    const { count, findings } = report;
    if (!count) return empty({ symbol: 'circle-check', title: t('check.none'), text: t('check.none-why') });
    const more = (rule) => {
      this.#open.add(rule);
      this.refresh();
    };
    return html`<p class="strong" role="status">${t('file.findings', { count })}</p>${linkedFindings(report, vocabulary, this.#open, more)}
      ${findings.length < count ? html`<p class="small sub">${t('file.first', { count: findings.length })}</p>` : nothing}`;
  }
}

customElements.define('vocabulary-check', VocabularyCheck);
