import { SidebarApi } from './api/sidebar.js';
import { DeskSidebar } from './elements/desk-sidebar/desk-sidebar-element.js';
import { ourLanguage, speak, spoken } from './i18n/texts.js';
import { TicketDesk } from './sidebar/ticket-desk.js';

// The sidebar's start.

const root = document.documentElement;
const meta = (name) => document.querySelector(`meta[name="tagsmith-${name}"]`)?.content ?? '';
const session = meta('session');

// Only our host's module is loaded.
const HOSTS = {
  zendesk: ['Zendesk', async () => (await import('./host/zendesk.js')).ZendeskHost],
  freshdesk: ['Freshdesk', async () => (await import('./host/freshdesk.js')).FreshdeskHost],
};
const [hostName, load] = HOSTS[root.dataset.host] ?? [''];

async function findHost() {
  if (load) return (await load()).find({ origin: meta('origin'), appGuid: meta('app-guid') });
  const ticket = new URLSearchParams(location.search).get('ticket');
  if (!ticket) return null;
  const { StandaloneHost } = await import('./host/standalone.js');
  return new StandaloneHost(ticket);
}

const host = session ? await findHost() : null;
await speak(ourLanguage(root.lang) ?? 'en');

const page = new DeskSidebar();
page.hostName = hostName;
document.body.replaceChildren(page);
if (host) work(host);
else page.show({ ...page.state, phase: 'outside' });

async function work(host) {
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
