import { call } from './api.js';
import { byId, make } from './elements.js';
import { bindSwitches } from './preferences.js';

const LOOK_AGAIN = 2_000;

async function show() {
  const state = await call('GET', '/sandbox/state');
  byId('origin').textContent = `${state.origin}.`;
  const figure = new Intl.NumberFormat('en');
  for (const name of ['tickets', 'calls', 'exportedTickets', 'tagWrites', 'faultsWaiting']) {
    byId(name).textContent = figure.format(state[name]);
  }
  if (byId('fault').options.length === 0) {
    byId('fault').append(...state.faultNames.map((name) => make('option', { value: name }, name)));
  }
  byId('calls-made').replaceChildren(
    ...state.newest.reverse().map((entry) =>
      make('tr', {},
        make('td', {}, entry.at.slice(11, 19)),
        make('td', {}, `${entry.method} ${entry.path}`),
        make('td', { class: 'figure' }, String(entry.status)),
        make('td', { class: 'figure' }, entry.tickets ? figure.format(entry.tickets) : '–'),
        make('td', {}, entry.fault || '–'))));
}

byId('play').addEventListener('submit', async (event) => {
  event.preventDefault();
  await call('POST', '/sandbox/faults', {
    fault: byId('fault').value,
    times: Number(byId('times').value),
    value: Number(byId('value').value),
  });
  await show();
});
byId('clear').addEventListener('click', async () => {
  await call('DELETE', '/sandbox/faults');
  await show();
});
bindSwitches();
await show();
setInterval(show, LOOK_AGAIN);
