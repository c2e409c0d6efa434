import { call, people, CallFailed } from './api.js';
import { AppHost } from './app-host.js';
import { byId, make } from './elements.js';
import { bindSwitches, languageOf, preferences } from './preferences.js';
import { TagField } from './tag-field.js';
import { TicketForm } from './ticket-form.js';
import { fillWords, moment, word } from './words.js';

const LOOK_AGAIN = 5_000;
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved'];
const ticketId = Number(location.pathname.split('/').pop());
const ticketUrl = `/api/v2/tickets/${ticketId}.json`;

let form;
let requester;
let assignee;
let launch;
let host;
let tagField;

async function load() {
  const { ticket } = await call('GET', ticketUrl);
  form = new TicketForm(ticket);
  const found = await people([ticket.requester_id, ticket.assignee_id]);
  requester = found.get(ticket.requester_id);
  assignee = found.get(ticket.assignee_id);
  tagField = new TagField(form, byId('tags'));
  form.addEventListener('change', ({ detail }) => {
    host?.tellChange(detail.name, detail.newValue, detail.oldValue);
    if (form.dirty) {
      say('');
    }
    showState();
  });
}

async function showTicket() {
  fillWords();
  const { server } = form;
  document.title = `#${server.id} ${server.subject}`;
  byId('number').textContent = `${word('ticket')} #${server.id}`;
  byId('subject').textContent = form.get('subject');
  byId('subject').lang = languageOf(requester?.locale);
  byId('requester').textContent = requester ? `${requester.name} · ${requester.email ?? ''}` : word('none');
  byId('assignee').textContent = assignee?.name ?? word('none');
  byId('priority').textContent = server.priority ?? word('none');
  byId('created').textContent = moment(server.created_at);
  const statuses = server.status === 'closed' ? ['closed'] : STATUSES;
  byId('status').replaceChildren(
    ...statuses.map((status) =>
      make('option', { value: status, selected: status === form.get('status') }, word(status))));
  byId('status').disabled = server.status === 'closed';
  byId('reply').disabled = server.status === 'closed';
  tagField.show();
  showState();
  await showConversation();
}

function showState() {
  const text = byId('reply').value.trim();
  const unsaved = form.dirty || text !== '';
  byId('unsaved').textContent = unsaved ? word('unsaved') : '';
  byId('submit').disabled = form.server.status === 'closed';
}

async function showConversation() {
  const { comments } = await call('GET', `/api/v2/tickets/${ticketId}/comments.json`);
  const authors = await people(comments.map((comment) => comment.author_id));
  byId('conversation').replaceChildren(
    ...comments.map((comment) => {
      const author = authors.get(comment.author_id);
      const staff = author?.role !== 'end-user';
      return make('li', { class: staff ? 'message staff' : 'message' },
        make('p', { class: 'by' },
          make('strong', { lang: languageOf(author?.locale) }, author?.name ?? `#${comment.author_id}`),
          make('span', { class: 'meta' }, comment.public ? '' : word('internal')),
          make('time', { class: 'meta', datetime: comment.created_at }, moment(comment.created_at))),
        make('p', { class: 'text', lang: languageOf(requester?.locale) }, comment.body));
    }));
}

async function submit() {
  const veto = await host?.ask('ticket.save');
  if (veto) {
    say(word('vetoed', veto), true);
    return;
  }
  host?.tell('ticket.submit.start', {});
  const changes = form.changes();
  const body = byId('reply').value.trim();
  if (body) {
    changes.comment = { body, public: true, author_id: launch?.agent.id };
  }
  try {
    const { ticket } = await call('PUT', ticketUrl, { ticket: changes });
    byId('reply').value = '';
    form.takeSaved(ticket);
    host?.tell('ticket.submit.done', {});
    say(word('saved'));
    await showTicket();
  } catch (error) {
    host?.tell('ticket.submit.fail', {});
    say(error.message, true);
  } finally {
    host?.tell('ticket.submit.always', {});
  }
}

function say(text, wrong = false) {
  const note = byId('note');
  note.textContent = text;
  note.classList.toggle('wrong', wrong);
}

async function lookAgain() {
  const { ticket } = await call('GET', ticketUrl);
  if (ticket.updated_at !== form.server.updated_at || ticket.tags.join() !== form.server.tags.join()) {
    form.takeNewer(ticket);
    host?.tell('ticket.updated', {});
    say(word('changed'));
    await showTicket();
  }
}

function properties() {
  const { server } = form;
  const ticket = {
    id: server.id,
    subject: form.get('subject'),
    description: server.description,
    status: form.get('status'),
    priority: form.get('priority'),
    tags: form.tags,
    createdAt: server.created_at,
    updatedAt: server.updated_at,
    via: { channel: server.via.channel },
    isNew: false,
    requester: requester && {
      id: requester.id,
      name: requester.name,
      email: requester.email,
      locale: requester.locale,
      role: requester.role,
    },
    assignee: { user: assignee && { id: assignee.id, name: assignee.name, email: assignee.email } },
    organization: server.organization_id ? { id: server.organization_id } : null,
  };
  return {
    ticket,
    currentUser: { ...launch.agent, locale: preferences.locale, timeZone: { ianaName: 'Etc/UTC' } },
    currentAccount: { subdomain: launch.subdomain },
    colorScheme: preferences.scheme,
  };
}

const actions = {
  'ticket.tags.add': (...tags) => form.addTags(tags.flat()) ?? null,
  'ticket.tags.remove': (...tags) => form.removeTags(tags.flat()) ?? null,
  'ticket.comment.appendText': (text) => {
    byId('reply').value += text;
    showState();
    return null;
  },
  resize: (size) => {
    const frame = byId('app');
    if (size?.height) {
      frame.style.setProperty('height', length(size.height));
    }
    return null;
  },
  notify: (message, kind = 'notice') => say(String(message), kind === 'error') ?? null,
  routeTo: (place, id) => {
    if (place === 'ticket' && /^\d+$/.test(String(id))) {
      location.assign(`/agent/tickets/${id}`);
    }
    return null;
  },
  hide: () => null,
  show: () => null,
};

function length(value) {
  return typeof value === 'number' || /^\d+$/.test(value) ? `${value}px` : String(value);
}

const page = {
  read: (path) =>
    path.split('.').reduce((value, name) => (value === null ? null : value?.[name]), properties()),
  write(path, value) {
    if (path === 'ticket.tags') {
      form.removeTags(form.tags.filter((tag) => !value.includes(tag)));
      form.addTags(value);
    } else if (['ticket.subject', 'ticket.status', 'ticket.priority'].includes(path)) {
      form.set(path.split('.')[1], value);
      byId('subject').textContent = form.get('subject');
      byId('status').value = form.get('status');
    } else {
      return undefined;
    }
    return value;
  },
  act: (name, args) => actions[name]?.(...args),
  request(options) {
    const { url, type = 'GET', data } = typeof options === 'string' ? { url: options } : options;
    if (!String(url).startsWith('/api/v2/')) {
      throw new CallFailed(0, { error: 'The sandbox passes on calls to its own API only' });
    }
    return call(type, url, typeof data === 'string' ? JSON.parse(data) : data);
  },
};

async function loadApp() {
  host?.close();
  try {
    launch = await call('GET', `/agent/app-launch?locale=${preferences.locale}`);
  } catch {
    byId('no-app').hidden = false;
    byId('app').hidden = true;
    return;
  }
  const appGuid = guid();
  const query = new URLSearchParams({
    origin: location.origin,
    app_guid: appGuid,
    colorScheme: preferences.scheme,
  });
  const registration = {
    metadata: {
      appId: launch.appId,
      installationId: launch.appId,
      name: 'Tagsmith',
      version: '1',
      settings: {},
    },
    context: {
      instanceGuid: appGuid,
      product: 'support',
      account: { subdomain: launch.subdomain },
      location: 'ticket_sidebar',
      ticketId,
    },
  };
  host = new AppHost(byId('app'), launch.origin, appGuid, registration, page);
  const post = make('form', { method: 'post', action: `${launch.url}?${query}`, target: 'app', hidden: true },
    make('input', { type: 'hidden', name: 'token', value: launch.token }));
  document.body.append(post);
  post.submit();
  post.remove();
}

function guid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function toggleApps() {
  const shown = byId('tray').classList.toggle('folded') === false;
  byId('fold').setAttribute('aria-expanded', String(shown));
  byId('fold').dataset.label = shown ? 'hide' : 'show';
  fillWords();
  host?.showing(shown);
}

async function start() {
  bindSwitches();
  try {
    await load();
  } catch (error) {
    fillWords();
    byId('number').textContent = error.status === 404 ? word('missing', ticketId) : error.message;
    return;
  }
  byId('status').addEventListener('change', (event) => form.set('status', event.target.value));
  byId('reply').addEventListener('input', showState);
  byId('submit').addEventListener('click', submit);
  byId('fold').addEventListener('click', toggleApps);
  byId('reload').addEventListener('click', loadApp);
  document.addEventListener('visibilitychange', () => host?.showing(!document.hidden));
  preferences.addEventListener('locale', async () => {
    say('');
    await showTicket();
    await loadApp();
  });
  preferences.addEventListener('scheme', () => {
    host?.tell('colorScheme.changed', preferences.scheme);
    host?.tell('colorScheme', preferences.scheme);
  });
  await showTicket();
  await loadApp();
  setInterval(() => lookAgain().catch((error) => say(error.message, true)), LOOK_AGAIN);
}

await start();
