import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { t } from '../../i18n/texts.js';
import { beginsSo, prefixesOf } from '../../state/queue.js';
import { typed } from '../parts/chip.js';
import { icon, PageElement } from '../page-element.js';

/** Asks by which beginning software's labels are known. Events: `choose` {changes}, `leave`. */
export class MachineForm extends PageElement {
  /** All labels of the queue, to say how many begin so. */
  all = [];
  #prefix = '';
  #each = []; // the beginnings of labels that share none
  #problem = '';

  start(labels) {
    const prefixes = prefixesOf(labels);
    this.#each = prefixes.length > 1 ? prefixes : [];
    this.#prefix = prefixes[0];
    this.#problem = '';
    this.afterwards(() => {
      if (this.#each.length) return void this.querySelector('button')?.focus();
      const field = this.querySelector('input');
      field?.focus();
      field?.select();
    });
  }

  view() {
    if (this.#each.length) return this.#severally();
    const changed = (event) => {
      this.#prefix = event.target.value;
      this.#problem = '';
      this.refresh();
    };
    const count = this.#prefix ? this.all.filter((label) => beginsSo(label, this.#prefix)).length : 0;
    return html`<form class="newtag" novalidate @submit=${(event) => this.#send(event)} @keydown=${(event) => this.#pressed(event)}>
      <h3>${t('queue.machine')}</h3>
      <div class="formrow"><label class="label" for="machine-prefix">${t('queue.prefix')}</label><p class="hint" id="prefix-hint">${t('queue.prefix-hint')}</p>
        <input class="input nolead typed ${this.#problem ? 'bad' : ''}" id="machine-prefix" .value=${live(this.#prefix)} autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-invalid=${Boolean(this.#problem)} aria-describedby="prefix-hint ${this.#problem ? 'prefix-error' : 'prefix-count'}" @input=${changed}>
        ${this.#problem ? html`<p class="errtext" id="prefix-error">${icon('circle-x')}<span><span class="sr">${t('form.error')}</span>${this.#problem}</span></p>` : nothing}
        <p class="small sub" id="prefix-count" role="status">${t('queue.prefix-count', { count, all: this.all.length })}</p></div>
      <div class="rowacts"><button class="btn primary" type="submit">${t('queue.set-aside')}</button>
        <button class="btn" type="button" @click=${() => this.tell('leave')}>${t('queue.cancel')}</button></div></form>`;
  }

  #severally() {
    return html`<form class="newtag" novalidate @submit=${(event) => this.#send(event)} @keydown=${(event) => this.#pressed(event)}>
      <h3>${t('queue.machine')}</h3>
      <div><p class="label">${t('queue.prefix')}</p><p class="hint">${t('queue.prefix-hint')}</p>
        <p>${this.#each.map((prefix, at) => html`${at ? html`<span class="muted"> · </span>` : nothing}${typed(prefix, 40)}`)}</p></div>
      <div class="rowacts"><button class="btn primary" type="submit">${t('queue.set-aside')}</button>
        <button class="btn" type="button" @click=${() => this.tell('leave')}>${t('queue.cancel')}</button></div></form>`;
  }

  #send(event) {
    event.preventDefault();
    if (this.#each.length) return this.tell('choose', { changes: this.#each.map((prefix) => ({ do: 'set-prefix-aside', prefix })) });
    const letters = this.#prefix.replace(/[^\p{L}\p{N}]/gu, '');
    if (letters.length < 2) {
      this.#problem = t('refused.prefix-too-short', { count: this.all.filter((label) => beginsSo(label, this.#prefix)).length });
      this.refresh();
      return;
    }
    this.tell('choose', { changes: [{ do: 'set-prefix-aside', prefix: this.#prefix }] });
  }

  #pressed(event) {
    if (event.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.tell('leave');
  }
}

customElements.define('machine-form', MachineForm);
