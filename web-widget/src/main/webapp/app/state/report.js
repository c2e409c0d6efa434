// What the figures of a contact report say. Pure.

const NEARLY = 0.01;
const MOST_BARS = 12;
const SMALL_BASE = 0.1;
const STANDS_OUT = 1.5;

/** The share by which a figure changed; null when there is too little to compare with. */
export function change(now, before) {
  if (!before || before < now * SMALL_BASE) return null;
  return (now - before) / before;
}

/**
 * The sentence above the report, as a text key with its values; it claims only what the figures bear.
 *
 * @return {{key: string, share: ?number, tagId: ?number, count: number}}
 */
export function finding(report) {
  const [largest] = report.tags;
  const share = change(report.contacts, report.previousContacts);
  if (share === null || !largest) return { key: largest ? 'led' : 'count', share: null, tagId: largest?.tagId ?? null, count: report.contacts };
  if (Math.abs(share) < NEARLY) return { key: 'same', share, tagId: largest.tagId, count: report.contacts };
  const moved = (line) => (line.contacts - line.previousContacts) * Math.sign(share);
  const most = report.tags.reduce((best, line) => (moved(line) > moved(best) ? line : best), largest);
  const key = share > 0 ? 'more' : 'fewer';
  return { key: moved(most) > 0 ? key : `${key}-only`, share: Math.abs(share), tagId: most.tagId, count: report.contacts };
}

/** The day that stands out, if one does: half as much again as the middle day. */
export function outstandingDay(days) {
  if (days.length < 7) return null;
  const sorted = days.map((line) => line.contacts).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)];
  const index = days.reduce((best, line, at) => (line.contacts > days[best].contacts ? at : best), 0);
  return usual > 0 && days[index].contacts >= usual * STANDS_OUT ? { index, ...days[index], usual } : null;
}

/** The bars to draw: the largest, with lengths as a share of the longest bar or mark. */
export function bars(lines, most = MOST_BARS) {
  const shown = lines.slice(0, most);
  const longest = Math.max(1, ...shown.flatMap((line) => [line.contacts, line.previousContacts]));
  return shown.map((line) => ({ ...line, length: line.contacts / longest, mark: line.previousContacts / longest }));
}

/**
 * Figures per day, or per week when there are more days than a small chart can bear.
 *
 * @return {{weekly: boolean, from: string[], values: number[][]}} values by line
 */
export function rhythm(days, lines, mostPoints = 31) {
  const size = days.length > mostPoints ? 7 : 1;
  const starts = [];
  for (let at = days.length % size; at < days.length; at += size) starts.push(at);
  const sum = (values, at) => values.slice(at, at + size).reduce((total, value) => total + value, 0);
  return {
    weekly: size === 7,
    from: starts.map((at) => days[at].day),
    values: lines.map((line) => starts.map((at) => sum(line.perDay, at))),
  };
}

/** The first day of a period of so many days that ends on `to`. */
export function daysBefore(to, days) {
  const first = new Date(`${to}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - days + 1);
  return first.toISOString().slice(0, 10);
}

export const length = ({ from, to }) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000) + 1;
