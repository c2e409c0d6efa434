import { call, CallFailed, statuses } from './api.js';
import { AppHost } from './app-host.js';
import { byId, make } from './elements.js';
import { bindSwitches, preferences } from './preferences.js';
import { fillWords, moment, word } from './words.js';

const LOOK_AGAIN = 5_000;
const LONGEST_TAG = 32;
const ticketId = Number(location.pathname.split('/').pop());
const ticketUrl = `/api/v2/tickets/${ticketId}`;

let ticket;
let tags;
let status;
let names;
let launch;
let host;

function take(newer) {
  ticket = newer;
  tags = [...newer.tags];
  status = newer.status;
}

async function read() {
  return call('GET', `${ticketUrl}?include=requester,company`);
}

async function show() {
  fillWords();
  document.title = `#${ticket.id} ${ticket.subject ?? ''}`;
  byId('number').textContent = `${word('ticket')} #${ticket.id}`;
  byId('subject').textContent = ticket.subject ?? word('none');
  byId('requester').textContent =
    [ticket.requester?.name, ticket.requester?.email].filter(Boolean).join(' · ') || word('none');
  byId('created').textContent = moment(ticket.created_at);
  const choices = new Map(names);
  if (!choices.has(status)) {
    choices.set(status, String(status));
  }
  byId('status').replaceChildren(...[...choices].map(([number, name]) =>
    make('option', { value: number, selected: number === status }, name)));
  byId('tag-input').placeholder = word('addTag');
  showTags();
  await showConversation();
}

function showTags() {
  byId('chips').replaceChildren(...tags.map((tag) =>
    make('li', { class: 'chip', 'data-tag': tag },
      make('span', {}, tag),
      make('button', {
        type: 'button',
        'aria-label': word('remove', tag),
        onclick: () => edit(tags.filter((other) => other !== tag)),
      }, '×'))));
  byId('unsaved').textContent = dirty() ? word('unsaved') : '';
}

function dirty() {
  return status !== ticket.status || tags.join('\n') !== ticket.tags.join('\n');
}

function edit(wanted) {
  tags = wanted;
  say('');
  showTags();
}

function addTag() {
  const text = byId('tag-input').value.replaceAll(',', ' ').trim();
  if (text.length > LONGEST_TAG) {
    say(word('tooLong', LONGEST_TAG), true);
    return;
  }
  byId('tag-input').value = '';
  if (text && !tags.includes(text)) {
    edit([...tags, text]);
  }
}

async function showConversation() {
  const answers = await call('GET', `${ticketUrl}/conversations`);
  byId('conversation').replaceChildren(
    message(ticket.requester?.name ?? '–', ticket.created_at, ticket.description_text, true),
    ...answers.map((one) =>
      message(one.incoming ? ticket.requester?.name : `#${one.user_id}`, one.created_at, one.body_text,
        one.incoming)));
}

function message(author, at, text, incoming) {
  return make('li', { class: incoming ? 'message' : 'message staff' },
    make('p', { class: 'by' },
      make('strong', {}, author ?? '–'),
      make('time', { class: 'meta', datetime: at }, moment(at))),
    make('p', { class: 'text' }, text));
}

/** The form sends all tags it shows, as Freshdesk's does: what others did meanwhile is overwritten. */
async function update() {
  addTag();
  const changes = { tags, status };
  const veto = await host?.ask('ticket.propertiesUpdated', changes);
  if (veto) {
    say(word('vetoed', veto), true);
    return;
  }
  try {
    await call('PUT', ticketUrl, status === ticket.status ? { tags } : changes);
    const before = ticket.status;
    take(await read());
    if (before !== ticket.status) {
      host?.tell('ticket.statusChanged', { old: before, new: ticket.status });
    }
    await show();
    say(word('saved'));
  } catch (error) {
    say(error.message, true);
  }
}

function say(text, wrong = false) {
  const note = byId('note');
  note.textContent = text;
  note.classList.toggle('wrong', wrong);
}

async function lookAgain() {
  const newer = await read();
  if (newer.updated_at !== ticket.updated_at || newer.tags.join('\n') !== ticket.tags.join('\n')) {
    const untouched = !dirty();
    ticket = newer;
    if (untouched) {
      take(newer);
    }
    await show();
    say(word('changed'));
  }
}

const data = {
  ticket: () => ({ ...ticket, tags, status }),
  contact: () => ticket.requester,
  requester: () => ticket.requester,
  company: () => ticket.company ?? {},
  loggedInUser: () => ({
    id: launch.agent.id,
    contact: { name: launch.agent.name, email: launch.agent.email, language: launch.agent.language },
  }),
  currentHost: () => ({
    subscribed_modules: ['support_ticket'],
    endpoint_urls: { freshdesk: `https://${launch.domain}.freshdesk.com` },
  }),
  status_options: () => [...names].map(([value, label]) => ({ value, label })),
};

const interfaceActions = {
  showNotify: ({ type, message: text }) => say(String(text), type === 'danger'),
  setValue({ id, value }) {
    if (id !== 'status') {
      throw new Error(`The sandbox sets no ${id}`);
    }
    status = Number(value);
    byId('status').value = status;
    showTags();
  },
};

const handlers = {
  'data.get'(name) {
    if (!Object.hasOwn(data, name)) {
      throw new Error(`There is no data ${name}`);
    }
    return { [name]: data[name]() };
  },
  'interface.trigger'(action, options = {}) {
    if (!Object.hasOwn(interfaceActions, action)) {
      throw new Error(`The sandbox has no ${action}`);
    }
    return interfaceActions[action](options);
  },
  'instance.resize'({ height } = {}) {
    byId('app').style.setProperty('height', /^\d+$/.test(height) ? `${height}px` : String(height));
  },
  'instance.context': () => ({ product: 'freshdesk', location: 'ticket_sidebar' }),
  'iparams.get'(...wanted) {
    const all = Object.entries(launch.iparams);
    return Object.fromEntries(wanted.length ? all.filter(([name]) => wanted.includes(name)) : all);
  },
  'request.invokeTemplate': (name, { context = {}, body = '' } = {}) =>
    call('POST', '/agent/invoke-template', {
      name,
      context,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
};

/** The same server under its other name: another origin, as an app's page is. */
function appOrigin() {
  const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[location.hostname];
  return other ? `http://${other}:${location.port}` : location.origin;
}

async function loadApp() {
  host?.close();
  try {
    launch = await call('GET', `/agent/app-launch?locale=${preferences.locale}`);
  } catch (error) {
    if (!(error instanceof CallFailed) || error.status !== 404) {
      throw error;
    }
    byId('no-app').hidden = false;
    byId('app').hidden = true;
    return;
  }
  const appGuid = crypto.randomUUID?.() ?? String(crypto.getRandomValues(new Uint32Array(1))[0]);
  host = new AppHost(byId('app'), appOrigin(), appGuid, handlers);
  const query = new URLSearchParams({ app_guid: appGuid, origin: location.origin });
  byId('app').src = `${appOrigin()}${launch.page}?${query}`;
}

async function start() {
  bindSwitches();
  try {
    names = await statuses();
    take(await read());
  } catch (error) {
    fillWords();
    byId('number').textContent = error.status === 404 ? word('missing', ticketId) : error.message;
    return;
  }
  byId('status').addEventListener('change', (event) => {
    status = Number(event.target.value);
    showTags();
  });
  byId('tag-input').addEventListener('keydown', (event) => {
    if (!event.isComposing && (event.key === 'Enter' || event.key === ',')) {
      event.preventDefault();
      addTag();
    }
  });
  byId('update').addEventListener('click', update);
  byId('reload').addEventListener('click', loadApp);
  preferences.addEventListener('locale', async () => {
    await show();
    await loadApp();
  });
  await show();
  await loadApp();
  setInterval(() => lookAgain().catch((error) => say(error.message, true)), LOOK_AGAIN);
}

await start();
