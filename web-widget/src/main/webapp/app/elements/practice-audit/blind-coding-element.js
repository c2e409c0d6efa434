import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { codeAgain, readSample } from '../../api/audit.js';
import { moment, spoken, t } from '../../i18n/texts.js';
import { nameIn } from '../../state/vocabulary.js';
import { DataPage } from '../data-page.js';
import { tagChip, typed } from '../parts/chip.js';
import { failure } from '../parts/states.js';

const MOST = 6;

/** Fifty contacts a week, coded a second time without seeing what was given. Says `coded` when one was kept. */
export class BlindCoding extends DataPage {
  vocabulary = null;
  #begun = false;
  #text = '';
  #chosen = new Set();
  #refused = null;
  #busy = false;

  #begin() {
    this.#begun = true;
    this.load((signal) => readSample(signal));
  }

  view() {
    return html`<section aria-labelledby="blind-name"><h2 id="blind-name">${t('blind.title')}</h2>
      <p class="sub">${t('blind.why')}</p>
      ${this.#begun ? this.whenLoaded((data) => this.#sample(data), { loading: t('audit.loading'), failed: t('audit.failed'), again: () => this.#begin() })
        : html`<button class="btn" type="button" @click=${() => this.#begin()}>${t('blind.begin')}</button>`}</section>`;
  }

  #sample({ contacts }) {
    const next = contacts.find(({ done }) => !done);
    const done = contacts.filter((each) => each.done).length;
    if (!contacts.length) return html`<p role="status">${t('blind.none')}</p>`;
    if (!next) return html`<p role="status">${t('blind.done', { count: contacts.length })}</p>`;
    const found = this.#found();
    return html`<form class="blind" @submit=${(event) => this.#enter(event, found)}>
      <p class="small muted" role="status">${t('blind.place', { place: done + 1, count: contacts.length })}</p>
      <blockquote class="quote">${next.subject ? typed(next.subject, 400) : html`<span class="muted">${t('blind.no-subject', { ticket: String(next.ticket) })}</span>`}</blockquote>
      <p class="small sub">${next.subdomain} · ${t('blind.ticket', { ticket: String(next.ticket) })} · ${moment(next.began)}</p>
      ${this.#refused ? failure(t('blind.failed'), this.#refused) : nothing}
      <ul class="chips" aria-label=${t('blind.chosen')}>${[...this.#chosen].map((id) => html`<li>${this.#chip(id)}</li>`)}</ul>
      <label class="strong" for="blind-find">${t('blind.find')}</label>
      <input class="input nolead" id="blind-find" type="text" autocomplete="off" spellcheck="false" aria-describedby="blind-hint" .value=${live(this.#text)} @input=${(event) => this.#type(event.target.value)}>
      <p class="small muted" id="blind-hint">${t('blind.hint')}</p>
      ${found.length ? html`<ul class="chips">${found.map((tag) => html`<li><button class="btn sm" type="button" @click=${() => this.#add(tag)}>${nameIn(tag, spoken())}</button></li>`)}</ul>` : this.#text ? html`<p class="small sub">${t('blind.no-match')}</p>` : nothing}
      <p><button class="btn primary" type="submit" ?disabled=${this.#busy}>${this.#chosen.size ? t('blind.keep', { count: this.#chosen.size }) : t('blind.keep-none')}</button></p>
    </form>`;
  }

  #chip(id) {
    const tag = this.vocabulary.tag(id);
    return tagChip({ tag, hue: this.vocabulary.hue(tag), remove: () => this.#remove(id) });
  }

  #found() {
    const wanted = folded(this.#text);
    if (!wanted) return [];
    const fits = (tag) => [tag.name, ...Object.values(tag.names), ...tag.aliases, ...tag.codes.map(String)].some((name) => folded(name).includes(wanted));
    return this.vocabulary.tags.filter((tag) => !tag.retired && !this.#chosen.has(tag.id) && fits(tag)).slice(0, MOST);
  }

  #type(text) {
    this.#text = text;
    this.refresh();
  }

  #add(tag) {
    this.#chosen.add(tag.id);
    this.#text = '';
    this.afterwards(() => this.querySelector('#blind-find')?.focus());
  }

  #remove(id) {
    this.#chosen.delete(id);
    this.afterwards(() => this.querySelector('#blind-find')?.focus());
  }

  /** Enter takes the first that was found; on an empty field it keeps what was chosen. */
  #enter(event, found) {
    event.preventDefault();
    if (this.#text.trim()) {
      if (found.length) this.#add(found[0]);
    } else this.#keep();
  }

  async #keep() {
    if (this.#busy) return;
    const { week, contacts } = this.data;
    const next = contacts.find(({ done }) => !done);
    this.#busy = true;
    this.refresh();
    try {
      await codeAgain(next, week, [...this.#chosen]);
      next.done = true;
      this.#chosen.clear();
      this.#refused = null;
      if (contacts.every(({ done }) => done)) this.tell('coded');
    } catch (problem) {
      this.#refused = problem;
      if (problem.status === 401) this.tell('signed-out');
    }
    this.#busy = false;
    this.afterwards(() => this.querySelector('#blind-find')?.focus());
  }
}

const folded = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s_\-.]+/g, '');

customElements.define('blind-coding', BlindCoding);
