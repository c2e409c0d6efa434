import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { answerRequest, readRequests, setThreshold } from '../../api/requests.js';
import { readUsage } from '../../api/tags.js';
import { shortcutsOn } from '../../host/appearance.js';
import { t } from '../../i18n/texts.js';
import { waits } from '../../state/requests.js';
import { Vocabulary } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { short } from '../parts/chip.js';
import { banner, empty } from '../parts/states.js';
import './ask-for-tag-element.js';
import { ACTS, actsOn } from './request-act-element.js';
import { makingPage, requestCard } from './request-card.js';
import { refusedText } from './request-form.js';

/** What agents ask for: they ask, add tickets and read the answers; leads answer. */
export class TagRequests extends DataPage {
  person = null;
  choice = {};
  #ask = null; // the form of asking, while it is open
  #act = null; // what is being done with a request
  #active = null; // id of the request at hand
  #meanwhile = new Map(); // by id: how a request was before another lead changed it
  #told = null; // {kind, text}
  #threshold = null; // while it is typed
  #saying = false;
  #keys = (event) => this.#pressed(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#keys);
  }

  get #leads() {
    return ['lead', 'admin'].includes(String(this.person?.role).toLowerCase());
  }

  keys() {
    const acts = Object.entries(ACTS).filter(([act]) => this.#leads || act === 'tickets');
    return [[['N'], t('requests.ask')], ...acts.map(([act, letter]) => [[letter], t(`requests.act.${act}`)])];
  }

  async arrive(choice = this.choice) {
    this.#told = null;
    if (!this.#act) this.#meanwhile.clear();
    await this.#read();
    if (this.data && (choice.new !== undefined || choice.ticket)) this.#turnToAsking({ name: choice.new ?? '', tickets: choice.ticket ?? '', account: choice.account ?? '' });
  }

  #read() {
    return this.load(async (signal) => {
      const [all, vocabulary, accounts, usage] = await Promise.all([readRequests(signal), readVocabulary(), readAccounts(), this.#leads ? readUsage(signal) : null]);
      return { ...all, vocabulary: new Vocabulary(vocabulary), accounts: accounts.accounts, usage };
    });
  }

  view() {
    return this.whenLoaded((data) => this.#page(data), { loading: t('requests.loading'), failed: t('requests.failed'), again: () => this.#read() });
  }

  #page({ threshold, days, requests }) {
    const [first, second] = this.#leads
      ? [['waiting', requests.filter(waits)], ['answered', requests.filter((each) => !waits(each))]]
      : [['mine', requests.filter(({ mine }) => mine)], ['others', requests.filter(({ mine }) => !mine)]];
    const acts = html`<button class="btn primary" type="button" data-act="ask" aria-keyshortcuts="N" @click=${() => this.#turnToAsking({})}>${t('requests.ask')} <span class="kbd" aria-hidden="true">N</span></button>`;
    return html`${pageHead({ title: t('page.requests'), text: t(this.#leads ? 'requests.text-lead' : 'requests.text', { count: threshold, days }), acts })}
      ${this.#leads ? this.#house(threshold) : nothing}
      <div class="told" role="status">${this.#told ? banner({ kind: this.#told.kind, symbol: this.#told.kind === 'ok' ? 'circle-check' : 'circle-x', title: this.#told.text(), action: { text: t('notice.close'), act: () => this.#tellAll(null) } }) : nothing}</div>
      <div class="pad requests">${this.#ask ?? nothing}
        ${requests.length ? html`${this.#part(...first)}${this.#part(...second)}` : this.#ask ? nothing : empty({ symbol: 'message-circle', title: t('requests.none'), text: t(this.#leads ? 'requests.none-lead' : 'requests.none-why') })}</div>
      ${this.#footer(requests)}`;
  }

  #footer(requests) {
    if (!requests.length) return nothing;
    const key = (text) => html`<span class="kbd">${text}</span>`;
    return html`<footer class="keys"><span>${key('J')}${key('K')}${t('keys.rows')}</span><span>${key('N')}${t('requests.ask')}</span><span>${key('?')}${t('keys.help')}</span></footer>`;
  }

  #house(threshold) {
    const typed = this.#threshold ?? String(threshold);
    return html`<form class="tools" novalidate @submit=${(event) => this.#saveThreshold(event)}>
      <label class="inline" for="requests-threshold">${t('requests.threshold')}</label>
      <input class="input nolead short" id="requests-threshold" type="number" inputmode="numeric" min="0" max="100000" .value=${live(typed)} @input=${(event) => this.#typeThreshold(event.target.value)}>
      <button class="btn sm" type="submit" ?disabled=${typed === String(threshold)}>${t('requests.save')}</button></form>`;
  }

  #part(name, requests) {
    if (!requests.length) return name === 'answered' || name === 'others' ? nothing : html`<section aria-labelledby="requests-${name}"><h2 id="requests-${name}">${t(`requests.${name}`)}</h2><p class="sub">${t(`requests.${name}-none`)}</p></section>`;
    return html`<section aria-labelledby="requests-${name}"><h2 id="requests-${name}">${t(`requests.${name}`)} <span class="num muted">${requests.length}</span></h2>
      <ol>${repeat(requests, ({ id }) => id, (request) => html`<li @focusin=${() => (this.#active = request.id)}>${requestCard(request, {
        ...this.data,
        leads: this.#leads,
        form: this.#act?.request.id === request.id ? this.#act : null,
        meanwhile: this.#meanwhile.get(request.id),
        act: (act) => this.#turnTo(request, act),
        reopen: () => this.#reopen(request),
        make: () => (location.hash = makingPage(request)),
      })}</li>`)}</ol></section>`;
  }

  #tellAll(told) {
    this.#told = told;
    this.refresh();
  }

  /** Turns to the form at hand if something was typed in it: only Esc and Cancel throw that away. */
  #keepsTyped() {
    if (!(this.#act ?? this.#ask)?.dirty) return false;
    this.#toFirst(this.#act ? 'request-act' : 'ask-for-tag');
    return true;
  }

  #turnToAsking(given) {
    if (this.#keepsTyped()) return;
    this.#act = null;
    this.#told = null;
    if (!this.#ask) {
      this.#ask = document.createElement('ask-for-tag');
      this.#ask.addEventListener('asked', ({ detail }) => this.#asked(detail.request));
      this.#ask.addEventListener('cancelled', () => this.#endAsking());
      this.#ask.addEventListener('support', ({ detail }) => this.#support(detail));
      Object.assign(this.#ask, { vocabulary: this.data.vocabulary, accounts: this.data.accounts });
    }
    this.#ask.fill(given);
    this.#toFirst('ask-for-tag');
  }

  #endAsking() {
    this.#ask = null;
    this.afterwards(() => this.querySelector('[data-act="ask"]')?.focus());
  }

  async #asked({ id, name }) {
    this.#ask = null;
    this.#told = { kind: 'ok', text: () => t('requests.told.asked', { name: short(name, 60) }) };
    await this.#changed(id);
    this.tell('waiting-changed');
  }

  /** Somebody asked for it already: what was typed about tickets goes there. */
  async #support({ id, tickets, account }) {
    await this.#read();
    const request = this.data.requests.find((each) => each.id === id);
    if (!request) return;
    this.#ask = null;
    this.#turnTo(request, 'tickets', { tickets, account });
  }

  async #turnTo(request, act, given = {}) {
    if (this.#keepsTyped()) return;
    this.#told = null;
    this.#ask = null;
    this.#active = request.id;
    if (act === 'accept' && !request.missing) return this.#say(request, { answer: 'accepted' }, 'accept');
    this.#act = document.createElement('request-act');
    this.#act.addEventListener('done', ({ detail }) => this.#done(detail));
    this.#act.addEventListener('newer', () => this.#learn(request.id));
    this.#act.addEventListener('cancelled', () => this.#leave(request.id));
    const { vocabulary, accounts, usage, threshold, leads } = this.data;
    this.#act.begin({ request, act, given, vocabulary, accounts, usage, threshold, leads: leads ?? [], person: this.person });
    this.#toFirst('request-act');
  }

  #toFirst(element) {
    const first = () => {
      const form = this.querySelector(element);
      (form?.querySelector('input, select, textarea') ?? form?.querySelector('h2, h4'))?.focus();
    };
    this.afterwards(() => requestAnimationFrame(first)); // after the form was drawn
  }

  #reopen(request) {
    return this.#say(request, { answer: 'open' }, 'reopen');
  }

  /** An answer that needs no form. */
  async #say(request, answer, act) {
    if (this.#saying) return; // a second click
    this.#saying = true;
    try {
      await this.#done({ request: await answerRequest(request.id, { version: request.version, ...answer }), act });
    } catch (problem) {
      if (problem.status === 401) this.tell('signed-out');
      else if (problem.code === 'request-changed') await this.#learn(request.id);
      else if (problem.code === 'below-threshold') await this.#turnTo({ ...request, ...problem.fields }, 'accept');
      else this.#tellAll({ kind: 'danger', text: () => refusedText(problem) });
    }
    this.#saying = false;
  }

  async #done({ request, act }) {
    if (this.#act?.request.id === request.id) this.#act = null;
    this.#meanwhile.delete(request.id);
    this.#told = { kind: 'ok', text: () => t(`requests.told.${act}`, { name: short(request.name, 60) }) };
    if (act === 'accept') location.hash = makingPage(request);
    else await this.#changed(request.id);
    this.tell('waiting-changed');
  }

  #leave(id) {
    this.#act = null;
    this.afterwards(() => this.#focus(id));
  }

  async #changed(id) {
    await this.#read();
    this.#active = id;
    this.afterwards(() => this.#focus(id));
  }

  /** Another lead was first: what changed stands on the request, what was typed stays as long as it can be done. */
  async #learn(id) {
    const former = this.data.requests.find((each) => each.id === id);
    await this.#read();
    const now = this.data.requests.find((each) => each.id === id);
    if (!now || !former) return;
    this.#meanwhile.set(id, former);
    if (this.#act && actsOn(now, this.#leads).includes(this.#act.act)) this.#act.request = now;
    else this.#act = null;
    this.#act?.refresh();
    this.afterwards(() => this.#act || this.#focus(id));
  }

  #focus(id) {
    const article = this.querySelector(`[data-request="${CSS.escape(String(id))}"]`);
    article?.focus();
    article?.scrollIntoView({ block: 'nearest' });
  }

  #typeThreshold(text) {
    this.#threshold = text;
    this.refresh();
  }

  async #saveThreshold(event) {
    event.preventDefault();
    const typed = (this.#threshold ?? '').trim();
    try {
      if (!/^\d{1,6}$/.test(typed)) throw { code: 'bad-threshold', fields: {} };
      await setThreshold(Number(typed));
      this.#threshold = null;
      this.#told = { kind: 'ok', text: () => t('requests.told.threshold', { count: Number(typed) }) };
      await this.#read();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#tellAll({ kind: 'danger', text: () => refusedText(problem) });
    }
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || !shortcutsOn() || this.data === null) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest?.('input, textarea, select, dialog')) return;
    const letter = event.code.startsWith('Key') ? event.code.slice(3) : '';
    if (!letter) return;
    if (this.#does(letter)) event.preventDefault();
  }

  #does(letter) {
    if (letter === 'N') this.#turnToAsking({});
    else if (letter === 'J' || letter === 'K') this.#step(letter === 'J' ? 1 : -1);
    else return this.#decides(letter);
    return true;
  }

  #step(by) {
    const ids = [...this.querySelectorAll('[data-request]')].map((each) => Number(each.dataset.request));
    if (!ids.length) return;
    const at = ids.indexOf(this.#active);
    this.#focus(ids[at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + by))]);
  }

  /** @return whether the letter does something with the request at hand */
  #decides(letter) {
    const request = this.data.requests.find(({ id }) => id === this.#active);
    if (!request) return false;
    if (letter === 'M' && request.state === 'accepted' && this.#leads) {
      location.hash = makingPage(request);
      return true;
    }
    const act = actsOn(request, this.#leads).find((each) => ACTS[each] === letter);
    if (act) this.#turnTo(request, act);
    return Boolean(act);
  }
}

customElements.define('tag-requests', TagRequests);
