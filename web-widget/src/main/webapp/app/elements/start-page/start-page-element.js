import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readStart } from '../../api/console.js';
import { t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { DataPage } from '../data-page.js';
import { languageChoice, themeChoice } from '../parts/appearance-choice.js';
import { failure } from '../parts/states.js';
import { icon } from '../page-element.js';

const logo = new URL('../../../logo.svg', import.meta.url).href;

/** The ways on: tickets of each sandbox, the console, the API. */
export class StartPage extends DataPage {
  connectedCallback() {
    super.connectedCallback();
    document.title = 'Tagsmith';
    this.#read();
  }

  #read() {
    this.load(readStart);
  }

  view() {
    const again = () => this.refresh();
    return html`<main class="start">
      <header><p class="brand"><img src=${logo} alt="">Tagsmith</p><h1>${t('start.title')}</h1><p class="lead">${t('start.text')}</p></header>
      ${this.problem ? failure(t('start.failed'), this.problem, () => this.#read()) : nothing}
      <ul class="ways">
        ${this.#sandbox()}
        ${way('console/', 'chart-column', t('start.console'), t('start.console-text'))}
        ${way('openapi', 'book-open', t('start.api'), t('start.api-text'))}
      </ul>
      <footer><div class="choices">${languageChoice(again)}${themeChoice(again)}</div>${this.data ? html`<p class="small muted">${this.#versions(this.data)}</p>` : nothing}</footer>
    </main>`;
  }

  #versions({ version, vocabularyVersion }) {
    const words = vocabularyVersion ? t('start.vocabulary', { version: String(vocabularyVersion) }) : t('start.no-vocabulary');
    return [version && t('start.version', { version }), words].filter(Boolean).join(' · ');
  }

  #sandbox() {
    const desk = (connector, href) => way(href, 'message-circle', t('start.sandbox', { helpdesk: nameOf(connector) }), t('start.sandbox-text'));
    if (!this.data) return desk('zendesk', null);
    const { sandboxes } = this.data;
    if (sandboxes.length) return sandboxes.map(({ connector, url }) => desk(connector, new URL('agent/tickets', `${url.replace(/\/$/, '')}/`).href));
    return html`<li class="way"><span class="sign">${icon('plug')}</span><div><h2>${t('start.connect')}</h2><p>${t('start.connect-text')}</p>
      <p><code>TAGSMITH_ZENDESK_SUBDOMAIN</code> <code>TAGSMITH_ZENDESK_EMAIL</code> <code>TAGSMITH_ZENDESK_API_TOKEN</code></p>
      <p><code>TAGSMITH_FRESHDESK_SUBDOMAIN</code> <code>TAGSMITH_FRESHDESK_API_KEY</code></p></div></li>`;
  }
}

const way = (href, symbol, title, text) => html`<li class="way"><span class="sign">${icon(symbol)}</span><div><h2>${
  href ? html`<a href=${href}>${title}</a>` : title}</h2><p>${text}</p></div>${href ? icon('arrow-right') : nothing}</li>`;

customElements.define('start-page', StartPage);
