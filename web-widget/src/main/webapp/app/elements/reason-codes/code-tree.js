// Reason codes as a tree. Pure.

/** @return {{code: object, level: number}[]} each code under the one that it lies under, by number; a lost one stands at the top */
export function inTree(codes) {
  const known = new Set(codes.map(({ number }) => number));
  const under = new Map();
  for (const code of [...codes].sort((a, b) => a.number - b.number)) {
    const place = known.has(code.parent) ? code.parent : null;
    under.set(place, [...(under.get(place) ?? []), code]);
  }
  const rows = [];
  const walk = (place, level) => {
    for (const code of under.get(place) ?? []) {
      rows.push({ code, level });
      if (level < 3) walk(code.number, level + 1);
    }
  };
  walk(null, 1);
  return rows;
}

/** Codes that this one may lie under: live ones, not itself and nothing below it. */
export function parentsFor(code, codes) {
  const below = new Set([code?.number]);
  for (let more = true; more; ) {
    const found = codes.filter(({ number, parent }) => below.has(parent) && !below.has(number));
    found.forEach(({ number }) => below.add(number));
    more = found.length > 0;
  }
  return inTree(codes.filter((each) => !each.retired)).filter((row) => row.level < 3 && !below.has(row.code.number)).map((row) => row.code);
}

/** The next number that no code ever had. */
export function nextFree(codes, from = Math.max(0, ...codes.map(({ number }) => (number < 90 ? number : 0))) + 1) {
  const taken = new Set(codes.map(({ number }) => number));
  let number = Math.max(1, from);
  while (taken.has(number)) number += 1;
  return number;
}

/** All groups that some code names. */
export const groupsOf = (codes) => [...new Set(codes.flatMap(({ groups }) => groups ?? []))].sort();

export const isFor = (code, group) => !group || !code.groups?.length || code.groups.includes(group);
