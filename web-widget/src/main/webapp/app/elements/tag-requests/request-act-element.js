import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { addTickets, answerRequest, lookAfter } from '../../api/requests.js';
import { spoken, t } from '../../i18n/texts.js';
import { LONGEST, ticketsOf, waits, wrongTickets } from '../../state/requests.js';
import { nameIn } from '../../state/vocabulary.js';
import { short } from '../parts/chip.js';
import { banner } from '../parts/states.js';
import '../tags-page/tag-choice-element.js';
import { selectField, wordField } from '../tags-page/tag-words.js';
import { RequestForm, told } from './request-form.js';

/** What may be done with a request, by the letter that stands on it. */
export const ACTS = { accept: 'A', existing: 'U', decline: 'D', care: 'O', tickets: 'T' };

/** @return {string[]} the acts that this person may do now */
export function actsOn(request, leads) {
  if (!waits(request)) return [];
  const asLead = request.state === 'open' ? ['accept', 'existing', 'decline', 'care'] : ['existing', 'decline', 'care'];
  return [...(leads ? asLead : []), 'tickets'];
}

/** One thing that is done with a request. Events: `done` {request, act}, `newer` where another lead was first, `cancelled`. */
export class RequestAct extends RequestForm {
  request = null;
  act = '';
  usage = null;
  threshold = 0;
  leads = [];
  person = null;

  /** @param {{request: object, act: string}} fields and whatever was typed elsewhere */
  begin({ request, act, ...fields }) {
    Object.assign(this, fields, { request, act, errors: {}, problem: null });
    this.typed = {
      accept: { reason: '' },
      decline: { reason: '' },
      existing: { target: '', reason: '' },
      care: { owner: request.owner ?? this.person?.name ?? '', dueOn: request.dueOn ?? '' },
      tickets: { tickets: '', account: '', ...fields.given },
    }[act];
    return this;
  }

  view() {
    return this.form(html`<h4 id="request-form-title" tabindex="-1">${t(`requests.title.${this.act}`, { name: short(this.request.name, 60) })}</h4>`);
  }

  verb() {
    return t(`requests.do.${this.act}`);
  }

  fields() {
    const reason = (key, optional) => wordField(this, { field: 'reason', label: t(`requests.reason.${key}`), hint: t(`requests.reason.${key}-hint`), area: true, rows: 2, optional });
    if (this.act === 'accept') return html`${this.#below()}${reason('accept')}`;
    if (this.act === 'decline') return reason('decline');
    if (this.act === 'existing') return html`${this.#target()}${reason('existing', true)}`;
    return this.act === 'care' ? this.#care() : this.ticketFields();
  }

  #below() {
    const { contacts, missing } = this.request;
    return banner({ kind: 'warn', symbol: 'triangle-alert', title: t('requests.below', { count: missing }), text: t('requests.below-why', { count: contacts, threshold: this.threshold }) });
  }

  #target() {
    if (this.request.kind === 'code') {
      const codes = this.vocabulary.codes.filter((code) => !code.retired).map((code) => [String(code.number), `${code.number} ${nameIn(code, spoken())}`]);
      return selectField(this, { field: 'target', label: t('requests.existing-code'), options: [['', t('requests.choose')], ...codes] });
    }
    return html`<tag-choice .vocabulary=${this.vocabulary} .usage=${this.usage} .label=${t('requests.existing-tag')} .name=${'target'} .chosen=${Number(this.typed.target) || null} .error=${this.errors.target?.() ?? ''}
      @chosen=${(event) => this.take('target', event.detail.id ?? '')}></tag-choice>`;
  }

  #care() {
    const leads = [...new Set([...this.leads, this.request.owner].filter(Boolean))];
    return html`${selectField(this, { field: 'owner', label: t('requests.owner'), options: [['', t('requests.owner-none')], ...leads.map((name) => [name, name])] })}
      <div class="formrow"><label class="label" for="tag-dueOn">${t('requests.due')} <span class="muted optional">${t('tags.optional')}</span></label><p class="hint" id="tag-dueOn-hint">${t('requests.due-hint')}</p>
        <input class="input nolead date" id="tag-dueOn" name="dueOn" type="date" aria-describedby="tag-dueOn-hint" .value=${this.typed.dueOn} @change=${(event) => this.take('dueOn', event.target.value)}>
        ${this.errors.dueOn ? html`<p class="errtext">${this.errors.dueOn()}</p>` : nothing}</div>`;
  }

  check() {
    const { reason = '', target } = this.typed;
    if (this.act === 'tickets') return told(wrongTickets(this.typed, this.accounts));
    if (this.act === 'existing' && !target) return told({ target: ['requests.no-target', {}] });
    if (['accept', 'decline'].includes(this.act) && !reason.trim()) return told({ reason: [`requests.no-reason.${this.act}`, {}] });
    return [...reason.trim()].length > LONGEST.reason ? told({ reason: ['requests.too-long', { count: LONGEST.reason }] }) : {};
  }

  async send() {
    this.tell('done', { request: await this.#sent(), act: this.act });
  }

  #sent() {
    const { id, version, kind } = this.request;
    const { reason = '', target, owner, dueOn } = this.typed;
    if (this.act === 'tickets') return addTickets(id, ticketsOf(this.typed));
    if (this.act === 'care') return lookAfter(id, { version, owner: owner || null, dueOn: dueOn || null });
    if (this.act === 'existing') return answerRequest(id, { version, answer: 'existing', reason: reason.trim(), [kind === 'code' ? 'code' : 'tagId']: Number(target) });
    return answerRequest(id, { version, answer: this.act === 'accept' ? 'accepted' : 'declined', reason: reason.trim() });
  }
}

customElements.define('request-act', RequestAct);
