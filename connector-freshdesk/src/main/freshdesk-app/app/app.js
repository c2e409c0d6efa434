// Frames Tagsmith's sidebar beside the ticket, and tells it what only Freshdesk's own client can tell: which ticket, which
// language, when the agent comes back. Freshworks' server fetches a token with the app's secret, which stays there.
(() => {
  const PATIENCE = 15000;
  const WORDS = {
    en: {
      refused: 'Tagsmith did not open its sidebar. Ask your admin: the app’s settings or the server’s log say why.',
      silent: 'Tagsmith’s sidebar does not answer. Reload the ticket. If that does not help, tell your admin that '
        + 'TAGSMITH_SIDEBAR_FRAME_ANCESTORS must name Freshdesk’s address and {origin}.',
    },
    'zh-Hant': {
      refused: 'Tagsmith 沒有開啟側邊欄。請洽管理員：應用程式的設定或伺服器的紀錄會說明原因。',
      silent: 'Tagsmith 的側邊欄沒有回應。請重新載入工單。如果仍然不行，請告知管理員：'
        + 'TAGSMITH_SIDEBAR_FRAME_ANCESTORS 必須包含 Freshdesk 的網址與 {origin}。',
    },
    'zh-Hans': {
      refused: 'Tagsmith 没有打开侧边栏。请联系管理员：应用的设置或服务器的日志会说明原因。',
      silent: 'Tagsmith 的侧边栏没有响应。请重新加载工单。如果仍然不行，请告知管理员：'
        + 'TAGSMITH_SIDEBAR_FRAME_ANCESTORS 必须包含 Freshdesk 的网址与 {origin}。',
    },
  };
  const frame = document.getElementById('sidebar');
  const form = document.getElementById('open');
  let words = WORDS.en;

  function wordsFor(language) {
    const low = language.toLowerCase();
    if (/^zh[-_](hant|tw|hk|mo)/.test(low)) return WORDS['zh-Hant'];
    return low.startsWith('zh') ? WORDS['zh-Hans'] : WORDS.en;
  }

  /** A host that is a number or this machine is somebody's trial and has no certificate. */
  function home(host) {
    const plain = /^(localhost|[\d.]+|\[[\da-f:]+\])(:\d+)?$/i.test(host);
    return `${plain ? 'http' : 'https'}://${host}`;
  }

  function tell(text) {
    const trouble = document.getElementById('trouble');
    trouble.textContent = text.replace('{origin}', location.origin);
    trouble.hidden = false;
    frame.hidden = text === words.refused;
  }

  async function start() {
    const client = await app.initialized();
    const [{ ticket }, { loggedInUser }, { tagsmith_host: host }] = await Promise.all([
      client.data.get('ticket'),
      client.data.get('loggedInUser'),
      client.iparams.get('tagsmith_host'),
    ]);
    const tagsmith = home(host.trim());
    const language = loggedInUser.contact?.language ?? 'en';
    words = wordsFor(language);

    const post = (message) => frame.contentWindow.postMessage(JSON.stringify({ tagsmith: message }), tagsmith);
    let ready = false;
    const silence = setTimeout(() => tell(words.silent), PATIENCE);
    addEventListener('message', (event) => {
      if (event.origin !== tagsmith || event.source !== frame.contentWindow) return;
      const { tagsmith: message } = JSON.parse(event.data);
      if (message.say === 'ready') {
        ready = true;
        clearTimeout(silence);
        post({ say: 'ticket', id: String(ticket.id), language });
      } else if (message.say === 'height') {
        frame.style.setProperty('height', `${message.height}px`);
        client.instance.resize({ height: `${message.height}px` });
      }
    });
    client.events.on('app.activated', () => ready && post({ say: 'activated' }));

    const answer = await client.request.invokeTemplate('sidebarToken', {
      body: JSON.stringify({ agent: String(loggedInUser.id) }),
    });
    form.elements.token.value = JSON.parse(answer.response).token;
    form.action = `${tagsmith}/sidebar/freshdesk?${new URLSearchParams({ origin: location.origin, lang: language })}`;
    form.submit();
    form.elements.token.value = '';
  }

  start().catch(() => tell(words.refused));
})();
