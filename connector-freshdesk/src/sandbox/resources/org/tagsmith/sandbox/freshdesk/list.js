import { call, statuses } from './api.js';
import { byId, make } from './elements.js';
import { bindSwitches, preferences } from './preferences.js';
import { fillWords, moment } from './words.js';

const PAGE = 50;

async function show() {
  fillWords();
  const page = Number(new URLSearchParams(location.search).get('page') ?? 1);
  const [tickets, names] = await Promise.all([
    call('GET', '/api/v2/tickets?updated_since=2000-01-01&order_by=created_at&include=requester'
      + `&per_page=${PAGE}&page=${page}`),
    statuses(),
  ]);
  byId('rows').replaceChildren(...tickets.map((ticket) => row(ticket, names)));
  byId('older').hidden = tickets.length < PAGE;
  byId('older').href = `?page=${page + 1}`;
  byId('newest').hidden = page === 1;
}

function row(ticket, names) {
  return make('tr', {},
    make('td', { class: 'figure' }, `#${ticket.id}`),
    make('td', {}, make('span', { class: 'status' }, names.get(ticket.status) ?? String(ticket.status))),
    make('td', { class: 'wide' },
      make('a', { href: `/agent/tickets/${ticket.id}` }, ticket.subject || '–')),
    make('td', {}, ticket.requester?.name ?? '–'),
    make('td', { class: 'tags' }, ticket.tags.join(' · ')),
    make('td', {}, moment(ticket.updated_at)));
}

bindSwitches();
preferences.addEventListener('locale', show);
await show();
