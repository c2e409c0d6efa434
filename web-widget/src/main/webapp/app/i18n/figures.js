import { dateLanguage, spoken } from './texts.js';

// Figures that only the console writes: shares and calendar days.

export const percent = (share) =>
  new Intl.NumberFormat(spoken(), { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 }).format(share);

/** "12 Nov", with the year when it is not this one. @param {string} date YYYY-MM-DD */
export function calendarDay(date, { year } = {}) {
  const at = new Date(`${date}T00:00:00Z`);
  const other = year ?? at.getUTCFullYear() !== new Date().getFullYear();
  const shown = { day: 'numeric', month: 'short', timeZone: 'UTC', ...(other ? { year: 'numeric' } : {}) };
  return new Intl.DateTimeFormat(dateLanguage(), shown).format(at);
}
