import { make } from './elements.js';
import { word } from './words.js';

/** The field in which an agent edits tags: chips, and a text box that adds one. */
export class TagField {
  #form;
  #list = make('ul', { class: 'chips' });
  #input = make('input', { type: 'text', id: 'tag-input', autocomplete: 'off', spellcheck: 'false' });

  constructor(form, box) {
    this.#form = form;
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('change', () => this.#add());
    box.replaceChildren(this.#list, this.#input);
    form.addEventListener('change', () => this.show());
    this.show();
  }

  show() {
    const locked = this.#form.server.status === 'closed';
    this.#input.disabled = locked;
    this.#input.placeholder = word('addTag');
    this.#list.setAttribute('aria-label', word('tags'));
    this.#list.replaceChildren(
      ...this.#form.tags.map((tag) =>
        make('li', { class: 'chip', 'data-tag': tag },
          make('span', {}, tag),
          make('button', {
            type: 'button',
            'aria-label': word('remove', tag),
            disabled: locked,
            onclick: () => this.#remove(tag),
          }, '×'))));
  }

  #remove(tag) {
    this.#form.removeTags([tag]);
    this.#input.focus();
  }

  #add() {
    if (this.#input.value.trim()) {
      this.#form.addTags([this.#input.value]);
      this.#input.value = '';
    }
  }

  #key(event) {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter' || event.key === ',' || event.key === ' ') {
      event.preventDefault();
      this.#add();
    } else if (event.key === 'Backspace' && !this.#input.value && this.#form.tags.length > 0) {
      this.#form.removeTags([this.#form.tags.at(-1)]);
    }
  }
}
