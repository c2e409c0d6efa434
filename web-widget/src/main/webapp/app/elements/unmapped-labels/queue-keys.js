// Which key does what in the queue. Letters by their place on the keyboard, so that they work with an input method on.

const LETTERS = {
  KeyJ: (page, event) => page.move(1, event.shiftKey),
  KeyK: (page, event) => page.move(-1, event.shiftKey),
  KeyN: (page) => page.turnMode('new'),
  KeyM: (page) => page.turnMode('machine'),
  KeyE: (page) => page.turnMode('edit'),
  KeyI: (page) => page.ignore(),
  KeyL: (page) => (page.shown === 'later' ? page.bringBack() : page.later()),
  KeyX: (page) => page.select(page.at),
  KeyZ: (page) => page.undo(),
  KeyO: (page) => page.openContacts(),
  KeyP: (page) => page.review(),
  KeyA: (page) => page.pile(),
  KeyQ: (page) => page.question(),
  KeyH: (page) => page.querySelector('#queue-account')?.focus(),
  KeyF: (page) => page.querySelector('#queue-filter')?.focus(),
};

const MOVES = {
  ArrowDown: (page, event) => page.move(1, event.shiftKey),
  ArrowUp: (page, event) => page.move(-1, event.shiftKey),
  PageDown: (page) => page.move(10),
  PageUp: (page) => page.move(-10),
  Home: (page) => page.move(-Infinity),
  End: (page) => page.move(Infinity),
};

/** Does what a key asks for. @return {boolean} whether it was one of ours */
export function act(page, event, letters) {
  const { target } = event;
  if (target.closest?.('input:not([type="checkbox"]), textarea, select, dialog')) return false;
  if (event.ctrlKey || event.metaKey) return command(page, event);
  if (event.altKey) return false;
  const inRow = Boolean(target.closest?.('tbody tr')) || target === document.body || target.id === 'main';
  if (event.key === 'Escape') return did(page.mode ? page.turnMode(null) : page.clear());
  if (target.closest?.('.alike') && walk(event)) return true;
  if (inRow && MOVES[event.key]) return did(MOVES[event.key](page, event));
  if (inRow && event.key === ' ') return did(page.select(page.at));
  if (inRow && event.key === 'Enter') return did(page.openContacts());
  if (!letters) return false;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (digit && !event.shiftKey) return did(Number(digit[1]) > 5 ? page.placeAgain(Number(digit[1]) - 6) : page.place(Number(digit[1]) - 1));
  return LETTERS[event.code] ? did(LETTERS[event.code](page, event)) : false;
}

/** Up and down among the labels of a pile. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return false;
  const boxes = [...event.target.closest('.alike').querySelectorAll('input')];
  boxes[boxes.indexOf(event.target) + step]?.focus();
  return true;
}

function command(page, event) {
  if (event.code === 'KeyZ' && !event.shiftKey) return did(page.undo());
  if (event.code === 'KeyA') return did(page.selectAll());
  return false;
}

const did = () => true;
