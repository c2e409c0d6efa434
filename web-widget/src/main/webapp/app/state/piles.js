// Labels that are alike, in piles, so that one decision settles them all. Pure.

import { LIKELY } from './queue.js';

const MOST = 1000; // further labels, which few contacts carry, stand alone
const COMMON = 12; // a word of more spellings than these says little
const GUESSES = 3; // of a pile
const SHORTEST = 5; // letters of a spelling that may hold a slip

/**
 * Rows in piles: each row with `alike`, the others that are decided with it. A pile stands where its first row stood,
 * and keeps its rows as long as that row is open. The others of a pile that lost its first row look for a new one.
 */
export class Piles {
  #features = new Map();
  #spellings = new Map(); // by word, how many spellings hold it
  #leaders = new Map(); // by label, the first label of its pile

  /** All rows of the queue, those of most contacts first. */
  know(rows) {
    for (const row of rows.slice(0, MOST)) {
      if (this.#features.has(row.label)) continue;
      const features = featuresOf(row);
      this.#features.set(row.label, features);
      for (const word of features.words) this.#spellings.set(word, (this.#spellings.get(word) ?? new Set()).add(row.key || row.label));
    }
  }

  /** @param {object[]} rows in their order @param {boolean} all whether these are all open rows, so that a pile lasts */
  of(rows, all) {
    const piles = [];
    const led = new Map();
    for (const row of rows) {
      const known = all ? led.get(this.#leaders.get(row.label)) : undefined;
      const pile = known ?? this.#nearest(row, piles);
      if (pile) pile.push(row);
      else {
        const own = [row];
        piles.push(own);
        led.set(row.label, own);
      }
      if (all) this.#leaders.set(row.label, (pile ?? [row])[0].label);
    }
    return piles.map(asRow);
  }

  #nearest(row, piles) {
    let nearest = null;
    let most = 0;
    for (const pile of piles) {
      const closeness = Math.max(this.#closeness(row, pile[0]), likeTickets(row, pile));
      if (closeness > most) [nearest, most] = [pile, closeness];
    }
    return nearest;
  }

  #closeness(row, first) {
    const [mine, its] = [this.#features.get(row.label), this.#features.get(first.label)];
    if (!mine || !its) return 0;
    if (row.kind || first.kind) return row.kind === first.kind ? 9 : 0;
    if ((row.key && row.key === first.key) || mine.slips.some((slip) => its.slips.includes(slip))) return 8;
    const shared = [...mine.words].filter((word) => its.words.has(word));
    const share = shared.length / Math.min(mine.words.size, its.words.size);
    const same = row.best && first.best && row.best.tagId === first.best.tagId;
    if (same && likely(row) && likely(first)) return 3 + share;
    if (!shared.length || share < 0.5) return 0;
    if (same) return 2 + share;
    if (likely(row) || likely(first)) return 0;
    return shared.some((word) => this.#spellings.get(word).size <= COMMON) ? share : 0;
  }
}

const likely = ({ best }) => best?.score >= LIKELY;

/** Below the same likely guess, above all that only words say. */
function likeTickets(row, pile) {
  const [first] = pile;
  if (!row.like || row.kind || first.kind || (likely(row) && likely(first) && row.best.tagId !== first.best.tagId)) return 0;
  return pile.some(({ label }) => label === row.like) ? 2.9 : 0;
}

function featuresOf({ label, key }) {
  const words = new Set();
  const apart = label.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  for (const [word] of apart.matchAll(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu)) words.add(word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '') : word);
  for (const [han] of (key || apart).matchAll(/\p{Script=Han}{2,}/gu)) for (let at = 0; at + 1 < han.length; at++) words.add(han.slice(at, at + 2));
  return { words, slips: slipsOf(key ?? '') };
}

/** A spelling, and what is left of it without one of its letters: two that share one differ by one slip. */
function slipsOf(key) {
  if (key.length < SHORTEST) return [];
  return [...new Set([key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))])];
}

/** A pile as a row: what most of its rows might mean comes first, each as its first row has it, else the surest with its label as `of`. */
function asRow([first, ...alike]) {
  if (first.kind && alike.length) return { ...first, alike, proposals: [] };
  if (!alike.length) return { ...first, alike };
  const found = new Map();
  for (const { label, proposals } of [first, ...alike]) {
    for (const proposal of proposals) {
      const { sum = 0, top = label === first.label ? proposal : { ...proposal, of: label } } = found.get(proposal.tagId) ?? {};
      found.set(proposal.tagId, { sum: sum + proposal.score, top: top.of && proposal.score > top.score ? { ...proposal, of: label } : top });
    }
  }
  const proposals = [...found.values()].sort((a, b) => b.sum - a.sum).map(({ top }) => top).slice(0, GUESSES);
  return { ...first, alike, proposals, best: proposals[0] ?? null };
}

/** The others of a pile by spelling, `[[row, …], …]`; those that are least like its first row come first. */
export function spellings({ key, best, alike }) {
  const found = new Map();
  for (const row of alike) found.set(row.key || row.label, [...(found.get(row.key || row.label) ?? []), row]);
  const other = ([row]) => (row.key === key ? 2 : row.best?.tagId === best?.tagId ? 1 : 0);
  return [...found.values()].sort((a, b) => other(a) - other(b));
}
