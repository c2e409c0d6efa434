import { learn, t } from '../i18n/texts.js';
import { NOTHING, decided, heard, onTheirWay, stage } from '../state/write-back.js';

const SOON = 700;
const LONGEST = 10000;
const REASONS = new Set(['too-long', 'deleted', 'closed', 'conflict']);
const SYMBOLS = { done: 'circle-check', 'under-way': 'clock', late: 'cloud-off' };

/** Follows the labels that the server writes to the helpdesk for us, until all are there or refused. Loaded when one is. */
export class WriteBack {
  #host;
  #ask;
  #tell;
  #outgoing = NOTHING;
  #back = new Set(); // labels whose removal was refused
  #pause = SOON;
  #clock = 0;

  /** `ask()` gives what the helpdesk does not hold as decided, `tell(event)` changes what the page knows. */
  static async with({ host, ask, tell }) {
    await learn('write-back');
    return new WriteBack(host, ask, tell);
  }

  constructor(host, ask, tell) {
    this.#host = host;
    this.#ask = ask;
    this.#tell = tell;
  }

  decided(change) {
    this.#back.delete(change.label);
    this.#outgoing = decided(this.#outgoing, change);
    this.#pause = SOON;
    this.#show();
    this.#again();
  }

  /** @param {object[]} unwritten as the server tells it */
  heard(unwritten) {
    const { outgoing, refused } = heard(this.#outgoing, unwritten);
    this.#outgoing = outgoing;
    for (const { label, action, problem } of refused) {
      if (action === 'remove') this.#back.add(label);
      const why = t(`write.${REASONS.has(problem) ? problem : 'invalid'}`, { host: this.#host });
      this.#tell({ type: 'notTaken', label, notice: { code: 'not-taken', label, detail: why, status: 409 } });
    }
    this.#show();
    if (onTheirWay(outgoing).length) this.#again();
  }

  stop() {
    clearTimeout(this.#clock);
  }

  #show() {
    const open = onTheirWay(this.#outgoing);
    const how = stage(this.#outgoing);
    const coming = open.filter((label) => this.#outgoing[label].action === 'add');
    const leaving = open.filter((label) => this.#outgoing[label].action === 'remove');
    const text = how ? t(`write.${how}`, { host: this.#host }) : t('foot.at-once');
    this.#tell({ type: 'writing', writing: { coming, leaving, here: [...coming, ...this.#back], icon: SYMBOLS[how ?? 'done'], text, chip: t('write.chip') } });
  }

  #again() {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#look(), this.#pause);
    this.#pause = Math.min(this.#pause * 1.5, LONGEST);
  }

  async #look() {
    const unwritten = await this.#ask().catch(() => null);
    if (unwritten) this.heard(unwritten);
    else this.#again();
  }
}
