import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { hasText, t } from '../../i18n/texts.js';
import { nameOf } from '../../state/connection.js';
import { labelChip } from '../parts/chip.js';
import { failure, skeleton } from '../parts/states.js';
import { PageElement, icon } from '../page-element.js';

// What the parts of an account's card that admins open have in common.

/** A part that reads what it shows when it is opened, and, if it keeps up, each time the page hears of its account. */
export class CarePart extends PageElement {
  data = null;
  told = '';
  busy = false;
  open = false;
  #account = null;
  #problem = null; // why it was not read
  #refusal = null; // why the last act was refused; stays until the next one
  #reading = 0; // of readings that overlap, the last one counts

  get account() {
    return this.#account;
  }

  set account(account) {
    this.#account = account;
    this.refresh();
    if (this.open && this.data && !this.busy && this.keepUp) this.load(() => this.keepUp());
  }

  /** @return {Promise<*>} what is shown */
  read() {
    throw new Error('each part reads its own');
  }

  part({ name, badge = nothing, content }) {
    return html`<details class="hook" data-part=${name} @toggle=${(event) => this.#toggle(event.target.open)}>
      <summary>${icon('chevron-right')}<span class="strong">${t(`${name}.title`)}</span>${badge}</summary>
      <div class="more">${this.open ? html`<p class="sub">${t(`${name}.text`, { helpdesk: nameOf(this.account.connector) })}</p>
        ${this.#refusal ?? this.#problem ? failure(t(`${name}.failed`), this.#refusal ?? this.#problem, () => this.#again()) : nothing}
        <p class="small strong" role="status" data-told>${this.told}</p>
        ${this.data === null ? (this.#problem ? nothing : skeleton(t(`${name}.loading`))) : content(this.data)}` : nothing}</div></details>`;
  }

  #toggle(open) {
    this.open = open;
    this.refresh();
    if (open) this.load();
  }

  #again() {
    this.#refusal = null;
    return this.load();
  }

  async load(read = () => this.read()) {
    const reading = ++this.#reading;
    const hadFocus = this.contains(document.activeElement);
    try {
      const data = await read();
      if (reading !== this.#reading) return;
      this.data = data;
      this.#problem = null;
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      if (reading !== this.#reading) return;
      this.#problem = problem;
    }
    // what had the focus may be gone, since somebody else was quicker
    this.afterwards(() => hadFocus && document.activeElement === document.body && this.querySelector('summary')?.focus());
  }

  /** Does one thing at a time. What it returns is said; a refusal is said as well. */
  async act(act) {
    if (this.busy) return;
    this.busy = true;
    this.#refusal = null;
    this.refresh();
    try {
      this.told = await act();
    } catch (problem) {
      if (problem.status === 401) return this.tell('signed-out');
      this.#refusal = problem;
      this.told = '';
    } finally {
      this.busy = false;
      this.refresh();
    }
  }

  /** A list that goes on where it ended. */
  async more(read, list) {
    await this.act(async () => {
      const next = await read();
      this.#reading++;
      this.data = { ...next, [list]: [...this.data[list], ...next[list]] };
      return '';
    });
  }
}

/** The newest of a list, and of what was shown before, what is older than that. */
export function withOlder(next, before, list) {
  const oldest = next[list].at(-1)?.id;
  const older = next.more ? before[list].filter(({ id }) => id < oldest) : [];
  return older.length ? { ...before, [list]: [...next[list], ...older] } : next;
}

/** A ticket's number, leading to its page where there is one. */
export const ticketLink = ({ ticket, page }) => {
  const text = t('held.ticket', { ticket: String(ticket) });
  return page ? html`<a class="strong" href=${page} target="_blank" rel="noopener noreferrer">${text}</a>` : html`<span class="strong">${text}</span>`;
};

/** Labels to add and to remove. */
export const changes = (add, remove) => html`<ul class="chips">${chips(add, 'plus', t('held.add'))}${chips(remove, 'minus', t('held.remove'))}</ul>`;

/** Labels as they stand. */
export const labels = (all) => html`<ul class="chips">${chips(all, 'tag', '')}</ul>`;

const chips = (all, symbol, words) => all.map((label) => html`<li>${words ? html`<span class="sr">${words}</span>` : nothing}${labelChip({ label, kind: '', symbol })}</li>`);

/** Why a helpdesk refuses a change, in words. */
export function reasonText(reason, connector, concerned = []) {
  const key = `refused.${reason}`;
  const named = concerned.length && ['protected-label', 'too-long', 'not-kept', 'conflict'].includes(reason) ? ` ${t('refused.concerned', { labels: concerned.join(t('refused.and')) })}` : '';
  return (hasText(key) ? t(key, { helpdesk: nameOf(connector) }) : t('refused.other', { helpdesk: nameOf(connector), reason })) + named;
}

export const moreButton = (busy, act) => html`<div class="rowacts"><button class="btn sm" type="button" data-act="more" aria-disabled=${busy} @click=${act}>${t('list.more')}</button></div>`;

export const figure = (name, value) => html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>`;
