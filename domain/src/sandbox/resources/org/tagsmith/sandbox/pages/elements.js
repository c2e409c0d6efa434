/**
 * Makes an element. Text is always text, never markup.
 * @param {string} tag
 * @param {Object<string, *>} [attributes] `on...` keys are listeners; null and false leave out
 * @param {...(Node|string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

/** The element of that id. */
export function byId(id) {
  return document.getElementById(id);
}
