import { addDecisions, readDraft, setLabelsAside, takeBackDecisions, tellOpenLabel } from '../api/draft.js';

const AGAIN = 3000;
const HOURS = 24;

// One line for the whole console: another page waits until all that was decided here is on the server.
let line = Promise.resolve();

/** Settles when all decisions made so far are on the server, or refused. */
export const draftSent = () => line;

/** The label that a change decides; null if it decides none. */
export const labelOf = (change) => change.label ?? null;

/**
 * A lead's draft as the page sees it: every decision counts at once, and goes to the server in its order. What
 * the server refuses comes back with its reason; without a connection it waits, and nothing is lost.
 */
export class Draft {
  /** In order: `{change, id}`, the id null while on its way. */
  decisions = [];
  /** Labels set aside for later, and until when. */
  later = new Map();
  /** Labels that other leads' drafts decide, and who. */
  held = new Map();
  /** Labels that a newer version decides, or another lead's draft did until one was published, and who. */
  settled = new Map();
  /** Labels that other leads have open, and who. */
  open = new Map();
  /** The newest version of the vocabulary. */
  version = 0;
  /** Whether decisions wait for the connection. */
  offline = false;

  #done = []; // what can be undone, the newest last
  #changed;
  #refused;

  /** @param {function()} changed @param {function(object, string[])} refused the problem, and the labels that came back */
  constructor(changed, refused) {
    this.#changed = changed;
    this.#refused = refused;
  }

  get decided() {
    const gone = this.decisions.filter(({ change }) => change.do !== 'forget-label'); // which brings it back
    return new Set(gone.map(({ change }) => labelOf(change)).filter((label) => label !== null));
  }

  get prefixes() {
    return this.decisions.filter(({ change }) => change.do === 'set-prefix-aside').map(({ change }) => change.prefix);
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  async load(signal) {
    await line;
    const draft = await readDraft(signal);
    this.decisions = draft.decisions.map(({ id, change }) => ({ id, change }));
    this.later = new Map(draft.later.map(({ label, until }) => [label, until]));
    this.#others(draft);
    this.settled = new Map();
    const known = new Set(this.decisions.map(({ id }) => id));
    this.#done = this.#done.filter((step) => step.aside || step.decisions.every(({ id }) => known.has(id)));
  }

  /** Says which label is open here, and learns what the others do. */
  async meet(label, signal) {
    this.#others(await tellOpenLabel(label, signal));
    this.#changed();
  }

  /** Who else decided a label, in a draft or in a version that is newer than the page. */
  takenBy(label) {
    return this.held.get(label) ?? this.settled.get(label);
  }

  /** Labels that a newer version decides, and who published it. */
  settle(labels, lead) {
    labels.filter((label) => !this.settled.has(label)).forEach((label) => this.settled.set(label, lead));
  }

  #others({ held, open, version }) {
    const before = this.held;
    this.held = new Map(held.map((each) => [each.label, each.lead]));
    if (this.version && version > this.version) before.forEach((lead, label) => this.held.has(label) || this.settled.set(label, lead));
    this.open = new Map(open.map((each) => [each.label, each.lead]));
    this.version = version;
  }

  /** Decides; the answer comes later. */
  decide(base, changes) {
    const made = changes.map((change) => ({ change, id: null }));
    const again = new Set(changes.map(labelOf).filter((label) => label !== null));
    this.decisions = [...this.decisions.filter(({ change }) => !again.has(labelOf(change))), ...made];
    this.#done.push({ decisions: made });
    this.#changed();
    this.#queue(() => this.#send(base, made), made);
  }

  /** Sets labels aside for a day. */
  setAside(labels) {
    const until = new Date(Date.now() + HOURS * 3600000).toISOString();
    labels.forEach((label) => this.later.set(label, until));
    this.#done.push({ aside: labels });
    this.#changed();
    this.#queue(() => setLabelsAside(labels, HOURS));
  }

  bringBack(labels) {
    labels.forEach((label) => this.later.delete(label));
    this.#changed();
    this.#queue(() => setLabelsAside(labels, 0));
  }

  /** Takes back what was done last. @return {?string[]} the labels that are open again */
  undo() {
    const step = this.#done.pop();
    if (!step) return null;
    if (step.aside) {
      this.bringBack(step.aside);
      return step.aside;
    }
    this.remove(step.decisions);
    return step.decisions.map(({ change }) => labelOf(change) ?? change.prefix ?? '').filter(Boolean);
  }

  /** Takes decisions out of the draft, also where it was read anew since they were made. */
  remove(gone) {
    const known = new Set(gone.map(({ id }) => id).filter((id) => id !== null));
    const goes = (decision) => gone.includes(decision) || known.has(decision.id);
    this.decisions = this.decisions.filter((decision) => !goes(decision));
    this.#done = this.#done.filter((step) => step.aside || !step.decisions.some(goes));
    this.#changed();
    this.#queue(async () => {
      const ids = gone.map(({ id }) => id).filter((id) => id !== null);
      if (ids.length) await takeBackDecisions(ids);
    });
  }

  async #send(base, made) {
    const wanted = made.filter((decision) => this.decisions.includes(decision));
    if (!wanted.length) return;
    const added = await addDecisions(base, wanted.map(({ change }) => change));
    wanted.forEach((decision, at) => (decision.id = added[at].id));
  }

  #queue(act, made = []) {
    line = line.then(() => this.#insist(act, made));
  }

  async #insist(act, made) {
    for (;;) {
      try {
        await act();
        if (this.offline) this.#connection(false);
        return;
      } catch (problem) {
        if (problem.code !== 'unreachable' && problem.code !== 'timeout') return void this.#comeBack(problem, act, made);
        this.#connection(true);
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    }
  }

  #connection(lost) {
    this.offline = lost;
    this.#changed();
  }

  /** What was refused is open again; what another lead decided first is theirs, the rest goes once more. */
  #comeBack(problem, act, made) {
    const unsent = made.filter((decision) => decision.id === null && this.decisions.includes(decision));
    const theirs = new Map((problem.fields?.held ?? []).map((each) => [each.label, each.lead]));
    theirs.forEach((lead, label) => this.held.set(label, lead));
    const gone = unsent.filter(({ change }) => !theirs.size || theirs.has(labelOf(change)));
    this.decisions = this.decisions.filter((decision) => !gone.includes(decision));
    this.#refused(problem, gone.map(({ change }) => labelOf(change) ?? change.prefix ?? ''));
    this.#changed();
    if (theirs.size && gone.length) this.#queue(act, made);
  }
}
