import { Problem } from '../api/http.js';
import { START, labelsOn, next, picture, presentTags, unread, waiting } from '../state/sidebar.js';
import { Vocabulary } from '../state/vocabulary.js';

const MOST_LABELS = 200;
const AGAIN = 15000;
const KEPT_FOR_NOW = new Set(['unreachable', 'timeout', 'http-502', 'http-503', 'http-504']);

/** One agent at one ticket: asks the server and the host, and tells the page each new state. */
export class TicketDesk {
  #host;
  #api;
  #show;
  #state = START;
  #lastKey = 0;
  #clocks = new Set();
  #busy = Promise.resolve();

  constructor({ host, api, show }) {
    this.#host = host;
    this.#api = api;
    this.#show = show;
  }

  get state() {
    return this.#state;
  }

  /** Reads ticket, vocabulary and form at once, then keeps the session alive. */
  async open() {
    this.#tell({ type: 'loading' });
    try {
      const id = await this.#host.ticketId();
      if (!id) return this.#tell({ type: 'unsaved' });
      this.ticketId = id;
      const [context, vocabulary, form] = await Promise.all([
        this.#api.readTicket(id),
        this.#api.readVocabulary(),
        this.#host.labels(),
      ]);
      this.#tell({ type: 'loaded', context, vocabulary: new Vocabulary(vocabulary), form });
      this.#readTheRest();
      this.#host.opened?.({ ask: () => this.#api.readUnwritten(id), tell: (event) => this.#wrote(event) });
      this.#host.onLabelsChanged(() => this.#formChanged());
      this.#renew();
    } catch (failure) {
      this.#failed(failure);
    }
  }

  close() {
    this.#clocks.forEach(clearTimeout);
    this.#host.dispose();
  }

  /** Gives the tags of these rows, in place of the labels that were called wrong, if any. */
  add(rows) {
    const present = presentTags(this.#state);
    const fresh = rows.filter((row) => !present.has(row.tag.id));
    const steps = fresh.map((row) => ({ action: 'add', tag: row.tag, code: row.code ?? null, label: null }));
    const replaced = rows.flatMap((row) => row.replaces ?? []).concat(this.#state.replacing?.labels ?? []);
    steps.push(...[...new Set(replaced)].map((label) => ({ action: 'remove', tag: null, code: null, label })));
    if (!steps.length) return this.#tell({ type: 'noticed', notice: { code: 'already-there', tag: rows[0]?.tag } });
    return this.#carryOut(steps, { kind: 'added', tag: rows[0].tag, count: fresh.length });
  }

  removeTag(tagId) {
    const shown = picture(this.#state).tags.find(({ tag }) => tag.id === tagId);
    if (!shown) return this.forget(tagId);
    const steps = shown.labels.map(({ label }) => ({ action: 'remove', tag: shown.tag, code: null, label }));
    if (!steps.length) return this.forget(tagId);
    return this.#carryOut(steps, { kind: 'removed', tag: shown.tag, count: 1 });
  }

  removeLabel(label) {
    return this.#carryOut([{ action: 'remove', tag: null, code: null, label }], { kind: 'removed', label, count: 1 });
  }

  /** Takes back a tag that is not saved yet: at once where it waits, else when its saving has ended. */
  forget(tagId) {
    const change = this.#state.changes.find((each) => each.tag?.id === tagId);
    if (change?.sending) this.#busy.then(() => this.removeTag(tagId));
    else if (change) this.#tell({ type: 'dropped', key: change.key });
  }

  undo() {
    const undo = this.#state.undo;
    if (!undo) return;
    this.#tell({ type: 'undoGone', key: undo.key });
    this.#carryOut(undo.steps, { kind: 'undone', tag: undo.said.tag, label: undo.said.label, count: undo.said.count });
  }

  undoGone(key) {
    this.#tell({ type: 'undoGone', key });
  }

  mark(tagId) {
    this.#tell({ type: 'marked', tagId });
  }

  replace(labels, tagId) {
    this.#tell({ type: 'replacing', replacing: { labels, tagId } });
  }

  stopReplacing() {
    this.#tell({ type: 'replacing', replacing: null });
  }

  closeNotice() {
    this.#tell({ type: 'noticed', notice: null });
  }

  tryAgain() {
    this.#tell({ type: 'online', online: true });
    for (const change of waiting(this.#state)) this.#send(change);
    if (this.#state.phase === 'failed') this.open();
  }

  wentOffline() {
    this.#tell({ type: 'online', online: false });
  }

  /** What the server would take a text for, when nothing is found by its letters. */
  async propose(text, signal) {
    const { parts } = await this.#api.interpret([text], signal);
    return (parts[0]?.proposals ?? []).map((proposal) => ({ ...proposal, tag: this.#state.vocabulary.tag(proposal.tagId) }));
  }

  async #carryOut(steps, said) {
    const changes = steps.map((step) => ({ ...step, key: ++this.#lastKey }));
    const opposites = (await Promise.all(changes.map((change) => this.#send(change)))).filter(Boolean);
    if (opposites.length) {
      this.#tell({ type: 'undoable', undo: { key: ++this.#lastKey, said, steps: opposites.reverse() } });
    }
  }

  /** One after the other, so that two changes cannot cross. @return the step that undoes it, if done */
  #send(change) {
    this.#tell({ type: 'started', change });
    const sent = this.#busy.then(() => this.#sendNow(change));
    this.#busy = sent.catch(() => {});
    return sent;
  }

  async #sendNow(change) {
    try {
      const label = await this.#record(change);
      const before = labelsOn(this.#state).includes(label);
      if (change.action === 'add') await this.#host.addLabel(label);
      else await this.#host.removeLabel(label);
      const origin = { by: null, at: new Date().toISOString(), code: change.code?.number ?? null };
      this.#tell({ type: 'done', change, label, origin });
      this.#host.recorded?.({ label, action: change.action });
      if (before === (change.action === 'add') || (!change.tag && this.#host.through !== 'form')) return null;
      return { ...change, label, action: change.action === 'add' ? 'remove' : 'add' };
    } catch (failure) {
      this.#refused(change, failure);
      return null;
    }
  }

  /** A label that nobody mapped comes back by the form alone: there is no decision in it to record. */
  async #record(change) {
    if (change.action === 'add' && !change.tag) return change.label;
    const recorded = await this.#api.recordDisposition(this.ticketId, this.#command(change));
    return (this.#host.through === 'form' && change.label) || recorded.label;
  }

  #command({ action, tag, code, label }) {
    return {
      action,
      houseTagId: tag?.id ?? null,
      reasonCode: code?.number ?? null,
      label: action === 'remove' ? label : null,
      through: this.#host.through,
    };
  }

  #refused(change, failure) {
    if (failure.code === 'stopped') return;
    if (failure.status === 401) {
      this.#tell({ type: 'kept', key: change.key });
      this.#tell({ type: 'ended' });
    } else if (KEPT_FOR_NOW.has(failure.code)) {
      this.#tell({ type: 'kept', key: change.key });
      this.#tell({ type: 'online', online: false });
      this.#later(AGAIN, () => waiting(this.#state).some(({ key }) => key === change.key) && this.tryAgain());
    } else {
      const code = failure instanceof Problem ? failure.code : 'host-refused';
      const notice = { ...failure.fields, code, tag: change.tag, number: change.code?.number, label: change.label };
      this.#tell({ type: 'dropped', key: change.key, notice });
    }
  }

  #wrote(event) {
    this.#tell(event);
    this.#readTheRest();
  }

  async #formChanged() {
    const labels = await this.#host.labels().catch(() => null);
    if (labels === null) return;
    this.#tell({ type: 'formRead', labels });
    this.#readTheRest();
  }

  /** Labels that the server has not read with the ticket. */
  async #readTheRest() {
    const labels = unread(this.#state);
    for (let from = 0; from < labels.length; from += MOST_LABELS) {
      try {
        const { parts } = await this.#api.interpret(labels.slice(from, from + MOST_LABELS));
        this.#tell({ type: 'read', readings: parts });
      } catch (failure) {
        this.#tell({ type: 'noticed', notice: { code: failure.code ?? 'unreachable', ...failure.fields } });
        return;
      }
    }
  }

  async #renew() {
    try {
      const seconds = await this.#api.renew();
      this.#later(Math.max(seconds * 500, 10000), () => this.#renew());
    } catch (failure) {
      if (failure.status === 401) this.#tell({ type: 'ended' });
      else this.#later(AGAIN, () => this.#renew());
    }
  }

  #failed(failure) {
    const problem = failure instanceof Problem ? failure : { code: 'no-host', fields: {} };
    if (problem.status === 401) this.#tell({ type: 'ended' });
    this.#tell({ type: 'failed', problem });
  }

  #later(milliseconds, act) {
    const clock = setTimeout(() => {
      this.#clocks.delete(clock);
      act();
    }, milliseconds);
    this.#clocks.add(clock);
  }

  #tell(event) {
    this.#state = next(this.#state, event);
    this.#show(this.#state);
  }
}
