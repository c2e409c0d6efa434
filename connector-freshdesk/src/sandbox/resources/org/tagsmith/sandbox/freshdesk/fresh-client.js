// A twin of the client that Freshworks puts in the place of {{{appclient}}}; a classic script.
(function () {
  const query = new URLSearchParams(location.search);
  const appGuid = query.get('app_guid');
  const platform = query.get('origin');
  const waiting = new Map();
  const listeners = new Map();
  let calls = 0;

  function post(message) {
    parent.postMessage(JSON.stringify({ appGuid, ...message }), platform);
  }

  function call(name, ...args) {
    const id = ++calls;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ id, call: name, args });
    });
  }

  function happened({ event, data, ask }) {
    for (const listener of listeners.get(event) ?? []) {
      listener({
        type: event,
        data,
        helper: {
          getData: () => data,
          done: () => ask && post({ call: 'events.answer', args: [ask, null] }),
          fail: (reason) => ask && post({ call: 'events.answer', args: [ask, String(reason)] }),
        },
      });
    }
  }

  window.addEventListener('message', (event) => {
    if (event.source !== parent || event.origin !== platform) {
      return;
    }
    const message = JSON.parse(event.data);
    if (message.appGuid !== appGuid) {
      return;
    }
    if (message.event) {
      happened(message);
      return;
    }
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error) {
      reject?.(message.error);
    } else {
      resolve?.(message.result);
    }
  });

  const client = {
    data: { get: (name) => call('data.get', name) },
    events: {
      on(event, listener, { intercept = false } = {}) {
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
        post({ call: 'events.on', args: [event, intercept] });
      },
      off: (event) => listeners.delete(event),
    },
    interface: { trigger: (action, options) => call('interface.trigger', action, options) },
    instance: {
      resize: (size) => call('instance.resize', size),
      context: () => call('instance.context'),
    },
    iparams: { get: (...names) => call('iparams.get', ...names) },
    request: {
      async invokeTemplate(name, options = {}) {
        const answer = await call('request.invokeTemplate', name, options);
        if (answer.status >= 400) {
          throw answer;
        }
        return answer;
      },
      invoke: (name) => Promise.reject({ status: 404, message: `There is no function ${name}` }),
    },
  };

  window.app = { initialized: () => Promise.resolve(client) };
})();
