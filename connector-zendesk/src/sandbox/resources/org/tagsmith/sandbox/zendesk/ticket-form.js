/**
 * The open ticket as the agent sees it: what the server holds and, over it, what was edited and not
 * yet submitted. Fires `change` with detail {name, newValue, oldValue}.
 */
export class TicketForm extends EventTarget {
  #server;
  #added = new Set();
  #removed = new Set();
  #edits = {};

  constructor(ticket) {
    super();
    this.#server = ticket;
  }

  /** The ticket as the server last told it. */
  get server() {
    return this.#server;
  }

  get tags() {
    const tags = this.#server.tags.filter((tag) => !this.#removed.has(tag));
    return [...tags, ...[...this.#added].filter((tag) => !tags.includes(tag))];
  }

  get(name) {
    return name in this.#edits ? this.#edits[name] : this.#server[name];
  }

  get dirty() {
    return this.#added.size > 0 || this.#removed.size > 0 || Object.keys(this.#edits).length > 0;
  }

  set(name, value) {
    const oldValue = this.get(name);
    if (value === this.#server[name]) {
      delete this.#edits[name];
    } else {
      this.#edits[name] = value;
    }
    this.#tell(`ticket.${name}`, value, oldValue);
  }

  addTags(texts) {
    this.#editTags((tag) => {
      this.#removed.delete(tag);
      if (!this.#server.tags.includes(tag)) {
        this.#added.add(tag);
      }
    }, texts);
  }

  removeTags(texts) {
    this.#editTags((tag) => {
      this.#added.delete(tag);
      if (this.#server.tags.includes(tag)) {
        this.#removed.add(tag);
      }
    }, texts);
  }

  #editTags(edit, texts) {
    const before = this.tags;
    texts.flatMap((text) => spelled(text, before)).forEach(edit);
    this.#tellTags(before);
  }

  /** What Submit sends: only what was edited, so that others' changes stay. */
  changes() {
    return {
      ...this.#edits,
      ...(this.#added.size > 0 && { additional_tags: [...this.#added] }),
      ...(this.#removed.size > 0 && { remove_tags: [...this.#removed] }),
    };
  }

  /** Takes a newer ticket from the server and keeps the edits over it. */
  takeNewer(ticket) {
    const before = this.tags;
    this.#server = ticket;
    this.#added = new Set([...this.#added].filter((tag) => !ticket.tags.includes(tag)));
    this.#removed = new Set([...this.#removed].filter((tag) => ticket.tags.includes(tag)));
    this.#tellTags(before);
  }

  /** Takes the ticket as it was saved; nothing is unsaved any more. */
  takeSaved(ticket) {
    const before = this.tags;
    this.#server = ticket;
    this.#added.clear();
    this.#removed.clear();
    this.#edits = {};
    this.#tellTags(before);
  }

  #tellTags(before) {
    const now = this.tags;
    if (now.length !== before.length || now.some((tag) => !before.includes(tag))) {
      this.#tell('ticket.tags', now, before);
    }
  }

  #tell(name, newValue, oldValue) {
    this.dispatchEvent(new CustomEvent('change', { detail: { name, newValue, oldValue } }));
  }
}

/** The tags in a text as Zendesk's field spells them; a tag that is already there keeps its own. */
function spelled(text, present) {
  if (present.includes(text)) {
    return [text];
  }
  return String(text).toLowerCase().split(/[\s,]+/).filter(Boolean);
}
