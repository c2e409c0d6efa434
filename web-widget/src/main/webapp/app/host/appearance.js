// Theme of pages that stand by themselves: the person's choice, else the system's.

const KEPT = 'tagsmith.theme';
const SHORTCUTS = 'tagsmith.shortcuts';
const dark = matchMedia('(prefers-color-scheme: dark)');

export const THEMES = ['system', 'light', 'dark'];

const read = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const write = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage may be switched off; the choice then lasts as long as the page
  }
};

let theme = THEMES.includes(read(KEPT)) ? read(KEPT) : 'system';
let shortcuts = read(SHORTCUTS) !== 'off';

const dress = () => {
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
};
dark.addEventListener('change', dress);

export const chosenTheme = () => theme;

export function chooseTheme(next) {
  theme = next;
  write(KEPT, next);
  dress();
}

/** Whether single-key shortcuts are on; a person may switch them off (WCAG 2.1.4). */
export const shortcutsOn = () => shortcuts;

export function switchShortcuts(on) {
  shortcuts = on;
  write(SHORTCUTS, on ? 'on' : 'off');
}
