import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { readAccounts, readSession, readUnmappedLabels, signOut } from '../../api/console.js';
import { readWaiting } from '../../api/requests.js';
import { shortcutsOn } from '../../host/appearance.js';
import { percent } from '../../i18n/figures.js';
import { number, t } from '../../i18n/texts.js';
import { readSoFar, worst } from '../../state/progress.js';
import { hashOf, pagesFor, route } from '../../state/routes.js';
import { failure, skeleton } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';
import '../console-people/console-people-element.js';
import '../console-settings/console-settings-element.js';
import '../console-sign-in/console-sign-in-element.js';
import '../contact-report/contact-report-element.js';
import '../draft-review/draft-review-element.js';
import '../helpdesk-connections/helpdesk-connections-element.js';
import '../house-questions/house-questions-element.js';
import '../house-vocabulary/house-vocabulary-element.js';
import '../naming-rules/naming-rules-element.js';
import '../reason-codes/reason-codes-element.js';
import '../practice-audit/practice-audit-element.js';
import '../tag-requests/tag-requests-element.js';
import '../tags-page/tags-page-element.js';
import '../unmapped-labels/unmapped-labels-element.js';
import '../vocabulary-history/vocabulary-history-element.js';
import '../write-back-plans/write-back-plans-element.js';

const ELEMENTS = {
  unmapped: 'unmapped-labels',
  review: 'draft-review',
  requests: 'tag-requests',
  reports: 'contact-report',
  tags: 'tags-page',
  codes: 'reason-codes',
  rules: 'naming-rules',
  questions: 'house-questions',
  audit: 'practice-audit',
  history: 'vocabulary-history',
  plans: 'write-back-plans',
  helpdesks: 'helpdesk-connections',
  people: 'console-people',
  settings: 'console-settings',
};
const GO_WITHIN = 1500;
const LOOK_AGAIN = 30000;
const logo = new URL('../../../logo.svg', import.meta.url).href;

/** The console: sign-in, navigation, one page at a time, and the keys that reach them. */
export class ConsoleApp extends PageElement {
  #person = null; // null while unknown, false when signed out
  #problem = null;
  #pages = new Map(); // kept, so that a page comes back as it was left
  #accounts = [];
  #unmapped = null;
  #requests = null;
  #looks = 0;
  #going = -Infinity; // the clock begins at 0 with the page
  #clock = 0;
  #listeners = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    const { signal } = this.#listeners;
    addEventListener('hashchange', () => this.#arrive(), { signal });
    addEventListener('keydown', (event) => this.#pressed(event), { signal });
    addEventListener('keydown', (event) => this.#goes(event), { capture: true, signal });
    this.addEventListener('signed-out', () => this.#signedOut());
    this.addEventListener('signed-in', (event) => this.#signedIn(event.detail));
    this.addEventListener('waiting-changed', () => this.#look());
    this.addEventListener('appearance', () => this.#speakAgain());
    this.#start();
  }

  disconnectedCallback() {
    this.#listeners.abort();
    clearInterval(this.#clock);
  }

  get #route() {
    return route(location.hash, this.#person.role);
  }

  view() {
    if (this.#problem) return html`<main class="alone">${failure(t('console.failed'), this.#problem, () => this.#start())}</main>`;
    if (this.#person === null) return html`<main class="alone">${skeleton(t('console.loading'))}</main>`;
    if (this.#person === false) return html`<console-sign-in></console-sign-in>`;
    return html`<a class="skip btn" href="#main" @click=${(event) => this.#skip(event)}>${t('console.skip')}</a>
      <div class="app">${this.#navigation()}<main class="sheet" id="main" tabindex="-1">${this.#page()}</main></div>
      ${this.#keysDialog()}`;
  }

  #navigation() {
    const { path } = this.#route;
    const pages = pagesFor(this.#person.role);
    const groups = [...new Set(pages.map((page) => page.group))];
    return html`<nav class="nav" aria-label=${t('nav.name')}>
      <a class="brand" href="../"><img src=${logo} alt="">Tagsmith</a>
      ${groups.map((group) => html`${group === 'settings' ? html`<span class="grow"></span>` : nothing}
        <h2 id="nav-${group}">${t(`nav.${group}`)}</h2>
        <ul aria-labelledby="nav-${group}">${pages.filter((page) => page.group === group).map((page) => this.#link(page, path))}</ul>`)}
      <p class="signed small"><span>${t('nav.signed-in', { name: this.#person.name })}</span>
        <button class="btn link sm" type="button" @click=${() => this.#leave()}>${t('nav.sign-out')}</button></p>
    </nav>`;
  }

  #link(page, path) {
    return html`<li><a class="i" href=${hashOf(page.path)} aria-current=${page.path === path ? 'page' : nothing}
      aria-keyshortcuts="G ${page.key}">${icon(page.icon)}<span>${t(`page.${page.path}`)}</span>${this.#waiting(page.path)}</a></li>`;
  }

  /** Counts stand only where work waits. */
  #waiting(path) {
    if (path === 'unmapped' && this.#unmapped) return html`<span class="n num">${number(this.#unmapped)}</span>`;
    if (path === 'requests' && this.#requests) return html`<span class="n num">${number(this.#requests)}</span>`;
    const phase = path === 'helpdesks' ? worst(this.#accounts) : null;
    if (!phase) return nothing;
    const reading = this.#accounts.filter((account) => account.phase === 'reading').map(readSoFar).find((share) => share !== null);
    const text = phase === 'reading' && reading !== undefined ? percent(reading) : t(`phase.${phase}`);
    return html`<span class="n status ${phase === 'idle' ? '' : phase === 'stopped' ? 'bad' : 'wait'}">${text}</span>`;
  }

  #page() {
    const { path, choice } = this.#route;
    if (!this.#pages.has(path)) this.#pages.set(path, document.createElement(ELEMENTS[path]));
    const page = this.#pages.get(path);
    page.person = this.#person;
    page.choice = choice;
    return page;
  }

  #keysDialog() {
    const key = (text) => html`<span class="kbd">${text}</span>`;
    return html`<dialog class="keysheet" aria-labelledby="keys-name">
      <h2 id="keys-name">${t('keys.name')}</h2>
      <dl>${pagesFor(this.#person.role).map((page) => html`<div><dt>${key('G')}${key(page.key)}</dt><dd>${t(`page.${page.path}`)}</dd></div>`)}
        ${(this.#pages.get(this.#route.path)?.keys?.() ?? []).map(([keys, text]) => html`<div><dt>${keys.map(key)}</dt><dd>${text}</dd></div>`)}
        <div><dt>${key('/')}</dt><dd>${t('keys.find')}</dd></div>
        <div><dt>${key('J')}${key('K')}</dt><dd>${t('keys.rows')}</dd></div>
        <div><dt>${key('?')}</dt><dd>${t('keys.help')}</dd></div>
        <div><dt>${key('Esc')}</dt><dd>${t('keys.close')}</dd></div></dl>
      <form method="dialog"><button class="btn" type="submit">${t('keys.close')}</button></form>
    </dialog>`;
  }

  async #start() {
    this.#problem = null;
    try {
      this.#signedIn(await readSession());
    } catch (problem) {
      if (problem.status === 401) this.#signedOut();
      else this.#problem = problem;
      this.refresh();
    }
  }

  #signedIn(person) {
    this.#person = person;
    this.#pages.clear();
    clearInterval(this.#clock);
    this.#clock = setInterval(() => document.hidden || this.#look(), LOOK_AGAIN);
    this.#look();
    this.#arrive();
  }

  #signedOut() {
    this.#person = false;
    clearInterval(this.#clock);
    document.title = `${t('sign-in.title')} · Tagsmith`;
    this.refresh();
  }

  async #leave() {
    await signOut().catch(() => {});
    this.#signedOut();
  }

  /** The figures in the navigation; what they can't tell, they leave out. */
  async #look() {
    const look = ++this.#looks;
    const mayRead = pagesFor(this.#person.role).some((page) => page.path === 'unmapped');
    const [accounts, unmapped, requests] = await Promise.allSettled([readAccounts(), mayRead ? readUnmappedLabels({ limit: 1 }) : null, mayRead ? readWaiting() : null]);
    if (look !== this.#looks) return; // an answer that a later look has overtaken
    this.#accounts = accounts.value?.accounts ?? [];
    this.#unmapped = unmapped.value?.total ?? null;
    this.#requests = requests.value?.count ?? null;
    this.refresh();
  }

  #arrive() {
    if (!this.#person) return;
    const { path, choice } = this.#route;
    const before = this.querySelector('main > *');
    document.title = `${t(`page.${path}`)} · Tagsmith`;
    this.afterwards(() => {
      const page = this.#pages.get(path);
      page.arrive?.(choice);
      if (before && before !== page) this.afterwards(() => (page.querySelector('h1') ?? this.querySelector('main')).focus());
    });
  }

  #speakAgain() {
    document.title = this.#person ? `${t(`page.${this.#route.path}`)} · Tagsmith` : `${t('sign-in.title')} · Tagsmith`;
    this.refresh();
    for (const page of this.#pages.values()) page.refresh();
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  #hears(event) {
    return this.#person && !this.querySelector('dialog')?.open && shortcutsOn() && !event.isComposing
      && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.('input, textarea, select');
  }

  /** Before the page hears it: a letter behind G is none of the page's own. */
  #goes(event) {
    if (!this.#hears(event) || !event.code.startsWith('Key')) return;
    const letter = event.code.slice(3);
    if (performance.now() - this.#going < GO_WITHIN) {
      this.#going = -Infinity;
      const page = pagesFor(this.#person.role).find(({ key }) => key === letter);
      if (page) location.hash = hashOf(page.path);
      event.preventDefault();
      event.stopPropagation();
    } else if (letter === 'G' && !event.shiftKey) this.#going = performance.now();
  }

  #pressed(event) {
    if (!this.#hears(event)) return;
    if (event.key === '/') {
      const field = this.querySelector('main input[type="search"]');
      field?.focus();
      if (field) event.preventDefault();
    } else if (event.key === '?') {
      this.querySelector('dialog')?.showModal();
      event.preventDefault();
    }
  }
}

customElements.define('console-app', ConsoleApp);
