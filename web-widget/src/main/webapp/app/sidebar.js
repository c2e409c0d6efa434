import { SidebarApi } from './api/sidebar.js';
import { DeskSidebar } from './elements/desk-sidebar/desk-sidebar-element.js';
import { ZendeskHost } from './host/zendesk.js';
import { ourLanguage, speak, spoken } from './i18n/texts.js';
import { TicketDesk } from './sidebar/ticket-desk.js';

// The sidebar's start: who hosts us, in which language, for which ticket.

const root = document.documentElement;
const meta = (name) => document.querySelector(`meta[name="tagsmith-${name}"]`)?.content ?? '';
const session = meta('session');

async function findHost() {
  if (root.dataset.host === 'zendesk') return ZendeskHost.find({ origin: meta('origin'), appGuid: meta('app-guid') });
  const ticket = new URLSearchParams(location.search).get('ticket');
  if (!ticket) return null;
  const { StandaloneHost } = await import('./host/standalone.js');
  return new StandaloneHost(ticket);
}

const host = session ? await findHost() : null;
await speak(ourLanguage(root.lang) ?? 'en');

const page = new DeskSidebar();
document.body.replaceChildren(page);
if (host) work(host);
else page.show({ ...page.state, phase: 'outside' });

async function work(host) {
  page.hostName = host.name;
  page.through = host.through;
  const desk = new TicketDesk({ host, api: new SidebarApi(session), show: (state) => page.show(state) });
  page.desk = desk;
  host.onTheme((theme) => (root.dataset.theme = theme));
  host.follow(page);
  host.onActivated(() => desk.state.phase === 'failed' && desk.tryAgain());
  addEventListener('online', () => desk.tryAgain());
  addEventListener('offline', () => desk.wentOffline());
  addEventListener('pagehide', () => desk.close(), { once: true });
  desk.open();
  const wanted = ourLanguage(await host.locale());
  if (wanted && wanted !== spoken()) {
    await speak(wanted);
    page.show(desk.state);
  }
}
