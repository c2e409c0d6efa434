import { call, people } from './api.js';
import { byId, make } from './elements.js';
import { bindSwitches, languageOf, preferences } from './preferences.js';
import { fillWords, moment, word } from './words.js';

const PAGE = 50;

async function show() {
  fillWords();
  const after = new URLSearchParams(location.search).get('after');
  const answer = await call(
    'GET', `/api/v2/tickets.json?page[size]=${PAGE}${after ? `&page[after]=${after}` : ''}`);
  const requesters = await people(answer.tickets.map((ticket) => ticket.requester_id));
  byId('rows').replaceChildren(
    ...answer.tickets.map((ticket) => row(ticket, requesters.get(ticket.requester_id))));
  byId('older').hidden = !answer.meta.has_more;
  byId('older').href = `?after=${answer.meta.after_cursor}`;
  byId('newest').hidden = !after;
}

function row(ticket, requester) {
  const language = languageOf(requester?.locale);
  return make('tr', {},
    make('td', { class: 'figure' }, `#${ticket.id}`),
    make('td', {}, make('span', { class: `status ${ticket.status}` }, word(ticket.status))),
    make('td', { class: 'wide' },
      make('a', { href: `/agent/tickets/${ticket.id}`, lang: language }, ticket.subject || '–')),
    make('td', { lang: language }, requester?.name ?? '–'),
    make('td', { class: 'tags' }, ticket.tags.join('  ')),
    make('td', {}, moment(ticket.updated_at)));
}

bindSwitches();
preferences.addEventListener('locale', show);
await show();
