import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { sidebarApp } from '../../api/console.js';
import { address } from '../../api/http.js';
import { t } from '../../i18n/texts.js';
import { banner } from '../parts/states.js';
import { icon } from '../page-element.js';
import { steps } from './hook-part.js';
import './shared-secret-element.js';

/** Where agents open the helpdesk; an account may be connected by its whole host. */
const deskOf = ({ connector, subdomain }) => (/[.:]/.test(subdomain) ? subdomain : `${subdomain}.${connector}.com`);

const SET_UP = new Set(['operator', 'admin']);

/**
 * How the sidebar gets beside a helpdesk's tickets: an app to download, and the secret it is proved with.
 *
 * @param secret as the server tells it
 */
export function sidebarPart({ account, secret, helpdesk }) {
  const { connector } = account;
  const ready = SET_UP.has(secret.source);
  return html`<details class="hook" data-part="sidebar">
    <summary>${icon('chevron-right')}<span class="strong">${t('side.title', { helpdesk })}</span>
      <span class="badge ${ready ? 'ok' : ''}">${icon(ready ? 'circle-check' : 'minus')}${t(ready ? 'side.ready' : 'side.not-ready')}</span></summary>
    <div class="more">
      <p class="sub">${t('side.why')}</p>
      ${location.protocol === 'https:' ? nothing : banner({ kind: 'warn', symbol: 'triangle-alert', title: t('side.http'), text: t('side.http-why') })}
      <ol class="steps">${steps(`side.${connector}`, secret).map((key) => html`<li>${t(key, { desk: deskOf(account), host: location.host })}</li>`)}</ol>
      <div><a class="btn sm" href=${sidebarApp(connector, address(''))} download="tagsmith-${connector}.zip">${icon('download')}${t('side.download')}<span class="sr">${helpdesk}</span></a></div>
      <shared-secret .account=${account} .secret=${secret}></shared-secret>
    </div>
  </details>`;
}
