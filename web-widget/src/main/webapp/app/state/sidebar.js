import { EMPTY_VOCABULARY } from './vocabulary.js';

// What the sidebar knows, and how each event changes it. Pure.

export const START = {
  phase: 'loading', // loading, ready, outside, unsaved, failed
  problem: null, // why the ticket could not be read
  vocabulary: EMPTY_VOCABULARY,
  ticket: null,
  contact: null,
  earlier: [],
  codes: [],
  readings: {}, // by label: what the vocabulary makes of it
  form: null, // labels of the open form, null where there is none
  changes: [], // on their way: {key, action, tag, code, label, sending}
  writing: null, // what sidebar/write-back.js tells
  marked: null, // tag id that a second Backspace removes
  replacing: null, // {labels, tagId}: the next tag chosen takes their place
  undo: null, // {key, text, steps}
  notice: null, // a refusal, until closed
  online: true,
  ended: false, // the session
};

const EVENTS = {
  outside: (state) => ({ ...state, phase: 'outside' }),
  unsaved: (state) => ({ ...state, phase: 'unsaved' }),
  failed: (state, { problem }) => ({ ...state, phase: 'failed', problem }),
  loading: (state) => ({ ...state, phase: 'loading', problem: null }),

  loaded(state, { context, vocabulary, form }) {
    return {
      ...state,
      phase: 'ready',
      problem: null,
      vocabulary: vocabulary ?? state.vocabulary,
      ticket: context.ticket,
      contact: context.contact,
      earlier: context.earlier ?? [],
      codes: context.codes ?? [],
      readings: readingsOf(context.ticket.labels),
      form,
    };
  },

  /** The form changed, by us or by the agent's own hand. */
  formRead: (state, { labels }) => ({ ...state, form: labels }),

  /** A late reading doesn't know who decided. */
  read(state, { readings }) {
    const known = readings.map((each) => ({ ...each, origin: each.origin ?? state.readings[each.label]?.origin }));
    return { ...state, readings: { ...state.readings, ...readingsOf(known) } };
  },

  started: (state, { change }) => ({
    ...state,
    changes: [...state.changes.filter((other) => other.key !== change.key), { ...change, sending: true }],
    marked: null,
    replacing: null,
    notice: null,
  }),

  kept: (state, { key }) => ({
    ...state,
    changes: state.changes.map((change) => (change.key === key ? { ...change, sending: false } : change)),
  }),

  dropped: (state, { key, notice }) => ({
    ...state,
    changes: state.changes.filter((change) => change.key !== key),
    notice: notice ?? state.notice,
  }),

  done(state, { change, label, origin }) {
    const changes = state.changes.filter((other) => other.key !== change.key);
    if (change.action === 'remove') return { ...state, changes, ...without(state, label) };
    const reading = state.readings[label] ?? {
      label,
      outcome: change.tag ? 'matched' : 'unmapped',
      rule: change.tag ? 'NAME' : 'NONE',
      evidence: '',
      tagId: change.tag?.id ?? null,
      candidateIds: [],
      proposals: [],
    };
    return { ...state, changes, ...having(state, label, { ...reading, origin }) };
  },

  writing: (state, { writing }) =>
    writing.leaving.reduce((now, label) => ({ ...now, ...without(now, label) }), { ...state, writing }),

  notTaken: (state, { label, notice }) => ({ ...state, ...without(state, label), undo: null, notice }),

  undoable: (state, { undo }) => ({ ...state, undo }),
  undoGone: (state, { key }) => (state.undo?.key === key ? { ...state, undo: null } : state),
  marked: (state, { tagId }) => ({ ...state, marked: tagId }),
  replacing: (state, { replacing }) => ({ ...state, replacing }),
  noticed: (state, { notice }) => ({ ...state, notice }),
  online: (state, { online }) => ({ ...state, online }),
  ended: (state) => ({ ...state, ended: true }),
};

export const next = (state, event) => EVENTS[event.type](state, event);

const readingsOf = (readings = []) => Object.fromEntries(readings.map((reading) => [reading.label, reading]));

function without(state, label) {
  const { [label]: gone, ...readings } = state.readings;
  const form = state.form?.filter((other) => other !== label) ?? null;
  return state.form ? { form } : { readings, form };
}

function having(state, label, reading) {
  const form = state.form && (state.form.includes(label) ? state.form : [...state.form, label]);
  return { form, readings: { ...state.readings, [label]: reading } };
}

/** The labels on the ticket now: the form's where there is one, else those the server read. */
export const labelsOn = (state) => state.form ?? Object.keys(state.readings);

/** Labels that nobody has read yet. */
export const unread = (state) => [...labelsOn(state), ...(state.writing?.here ?? [])].filter((label) => !(label in state.readings));

/** What the list shows: house tags with the labels they came from, labels without a place, machine labels, reasons. */
export function picture(state) {
  const leaving = new Set(state.changes.filter((change) => change.action === 'remove').map((change) => change.label));
  const readings = labelsOn(state)
    .filter((label) => !leaving.has(label))
    .map((label) => state.readings[label])
    .filter(Boolean);
  const tags = new Map();
  for (const reading of readings) {
    const tag = reading.outcome === 'matched' ? state.vocabulary.tag(reading.tagId) : null;
    if (tag) row(tags, tag).labels.push(reading);
  }
  for (const change of state.changes) {
    if (change.action !== 'add' || !change.tag || tags.has(change.tag.id)) continue;
    Object.assign(row(tags, change.tag), { sending: change.sending, kept: !change.sending, code: change.code });
  }
  const placed = (reading) => reading.outcome === 'matched' && tags.has(reading.tagId);
  return {
    tags: [...tags.values()],
    open: readings.filter((reading) => reading.outcome !== 'ignored' && !placed(reading)),
    machine: readings.filter((reading) => reading.outcome === 'ignored'),
    reasons: [...tags.values()].flatMap((each) => reasonOf(state, each)),
  };
}

function row(tags, tag) {
  if (!tags.has(tag.id)) tags.set(tag.id, { tag, labels: [], sending: false, kept: false, code: null });
  return tags.get(tag.id);
}

/** A tag is the ticket's reason where a person recorded its number, or typed it. */
function reasonOf(state, each) {
  const number = each.code?.number ?? each.labels.find((reading) => reading.origin?.code)?.origin.code;
  const typed = each.labels.some((reading) => reading.rule === 'REASON_CODE');
  const code = number ? state.vocabulary.code(number) : typed ? state.vocabulary.codesOf(each.tag)[0] : null;
  return code ? [{ ...each, code }] : [];
}

export const presentTags = (state) => new Set(picture(state).tags.map(({ tag }) => tag.id));

export const pressedCodes = (state) => {
  const present = presentTags(state);
  return new Set(state.vocabulary.codes.filter((code) => present.has(code.houseTagId)).map((code) => code.number));
};

/** The changes that could not be sent yet. */
export const waiting = (state) => state.changes.filter((change) => !change.sending);
