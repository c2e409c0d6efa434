import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { findMentions } from '../../api/mentions.js';
import { hasText, moment, spoken, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { askedOf } from '../../state/mentions.js';
import { short, typed } from '../parts/chip.js';
import { problemText } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';

const FIRST = 6;
const LABELS = 4;
const TRIES = 5; // the server waits some seconds each time
const KINDS = ['TRIGGER', 'AUTOMATION', 'VIEW', 'MACRO'];

/**
 * Which triggers, automations, views and macros speak of what a preview changes. Asks by itself once it has a preview,
 * and keeps nobody waiting. Properties: `preview`, `accounts`.
 */
export class MentionList extends PageElement {
  accounts = [];
  #preview = null;
  #asked = null;
  #found = null; // by account
  #problem = null;
  #slow = false;
  #whole = false; // every account has answered
  #asking = null;
  #open = new Set();

  set preview(preview) {
    if (preview === this.#preview) return;
    this.#preview = preview;
    this.#asked = preview && askedOf(preview);
    this.#found = null;
    this.#whole = false;
    this.#open.clear();
    if (this.isConnected) this.#ask();
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.#whole) this.#ask();
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  async #ask() {
    this.#asking?.abort();
    this.#problem = null;
    this.#slow = false;
    if (!this.#asked) return this.refresh();
    const asking = (this.#asking = new AbortController());
    this.refresh();
    try {
      for (let tries = 0; tries < TRIES; tries++) {
        const { accounts } = await findMentions(this.#asked, asking.signal);
        if (asking !== this.#asking) return;
        this.#found = accounts;
        this.#whole = accounts.every(({ state }) => state !== 'reading');
        this.refresh();
        if (this.#whole) return;
      }
      this.#slow = true;
    } catch (problem) {
      if (asking !== this.#asking || problem.code === 'stopped') return;
      if (problem.status === 401) this.tell('signed-out');
      this.#problem = problem;
    }
    this.refresh();
  }

  view() {
    if (!this.#asked || (this.#found && !this.#found.length)) return nothing;
    return html`<section class="mentions"><h2>${t('mentions.title')}</h2>${this.#problem ? this.#broken() : this.#found ? this.#accounts() : html`<p class="sub" role="status">${t('mentions.reading-all')}</p>`}</section>`;
  }

  #broken() {
    return html`<p class="sub" role="status">${t('mentions.not-asked')} ${problemText(this.#problem)} ${this.#again()}</p>`;
  }

  #again() {
    return html`<button class="btn link sm" type="button" @click=${() => this.#ask()}>${t('mentions.again')}</button>`;
  }

  #accounts() {
    return html`<ul class="mentioned">${this.#found.map((each) => html`<li>${this.#account(each)}</li>`)}</ul>`;
  }

  #account(found) {
    const helpdesk = this.#name(found.accountId);
    if (found.state === 'reading') return html`<p class="sub" role="status">${t(this.#slow ? 'mentions.slow' : 'mentions.reading', { helpdesk })} ${this.#slow ? this.#again() : nothing}</p>`;
    if (found.state === 'failed') return this.#failed(found, helpdesk);
    const kinds = KINDS.filter((kind) => found.count[kind]);
    const total = kinds.reduce((sum, kind) => sum + found.count[kind], 0);
    const counted = list(kinds.map((kind) => t(`mentions.${kind}`, { count: found.count[kind] })));
    return html`<p>${total ? html`<span class="warn">${icon('triangle-alert', 's12')}<span class="strong">${t('mentions.in', { counted, helpdesk })}</span></span>` : t('mentions.none', { helpdesk })}
        <span class="small sub">${t('mentions.at', { time: moment(found.readAt) })}</span></p>
      ${total ? html`<p class="small sub">${t('mentions.stay')}</p>${this.#rules(found)}` : nothing}${this.#unread(found, helpdesk)}`;
  }

  #failed({ failure, retryAfter }, helpdesk) {
    const key = `mentions.why.${failure}`;
    return html`<p class="sub">${t('mentions.failed', { helpdesk })} ${t(hasText(key) ? key : 'mentions.why.other', { seconds: retryAfter ?? 60 })} ${this.#again()}</p>`;
  }

  #rules({ accountId, rules }) {
    const shown = this.#open.has(accountId) ? rules : rules.slice(0, FIRST);
    const open = () => {
      this.#open.add(accountId);
      this.afterwards(() => this.querySelectorAll('.mentionrules a')[FIRST]?.focus());
    };
    return html`<ul class="mentionrules">${shown.map((rule) => this.#rule(rule))}</ul>
      ${shown.length < rules.length ? html`<button class="btn link sm" type="button" @click=${open}>${t('changes.show-all', { count: rules.length })}</button>` : nothing}`;
  }

  #rule({ kind, name, page, labels }) {
    const text = short(name || t('mentions.nameless'), 100);
    const more = labels.length - LABELS;
    return html`<li>${page ? html`<a href=${page} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>` : html`<bdi class="strong">${text}</bdi>`}
      <span class="small sub">${t(`mentions.kind.${kind}`)} · ${labels.slice(0, LABELS).map((label, at) => html`${at ? ', ' : ''}${typed(label, 40)}`)}${more > 0 ? html` +${more}` : nothing}</span></li>`;
  }

  #unread({ unread }, helpdesk) {
    const reasons = [...new Set(Object.values(unread))].sort();
    const kinds = (reason) => list(KINDS.filter((kind) => unread[kind] === reason).map((kind) => t(`mentions.kinds.${kind}`)));
    return reasons.map((reason) => html`<p class="small sub">${t(`mentions.unread.${reason}`, { kinds: kinds(reason), helpdesk })}</p>`);
  }

  #name(id) {
    const account = this.accounts.find((each) => each.id === id);
    return account ? `${nameOf(account.connector)} ${account.subdomain}` : t('changes.helpdesk-gone');
  }
}

const list = (parts) => new Intl.ListFormat(spoken(), { type: 'conjunction' }).format(parts);

customElements.define('mention-list', MentionList);
