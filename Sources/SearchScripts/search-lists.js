// Lists of pages as CatalogueSearch/Lists writes them: a part of search-engine.js, behind search-folding.js.
// Types are in types.d.ts.

// Impacts. The beginnings of short names are up to 15 above NAME.
const INSIDE = 0;
const TEXT = 16;
const HEADING = 32;
const NAME = 48;

/** @type {List} */
const NONE = { pages: [], impacts: [] };

/**
 * Joins two lists in the order of their pages.
 * @param {List} left
 * @param {List} right
 * @param {(left?: number, right?: number) => number | undefined} join Gives the impact of a page from
 *   those that the lists have; a page without one is left out.
 * @returns {List}
 */
const merge = (left, right, join) => {
  const pages = [], impacts = [];
  let i = 0, j = 0;
  while (i < left.pages.length || j < right.pages.length) {
    const one = left.pages[i] ?? Infinity, other = right.pages[j] ?? Infinity;
    const impact = join(
      one <= other ? left.impacts[i++] : undefined, other <= one ? right.impacts[j++] : undefined);
    if (impact !== undefined) {
      pages.push(Math.min(one, other));
      impacts.push(impact);
    }
  }
  return { pages, impacts };
};

/**
 * The pages that both lists have.
 * @param {List} left
 * @param {List} right
 * @param {(left: number, right: number) => number} join
 */
const intersect = (left, right, join) => merge(left, right, (one, other) =>
  one === undefined || other === undefined ? undefined : join(one, other));

/**
 * Reads the bits of a file, as CatalogueSearch/Lists writes them.
 * @param {string} text
 * @param {number} total How many pages there are.
 */
const bits = (text, total) => {
  const codes = new Uint16Array(text.length + 3);
  for (let index = 0; index < text.length; index++) {
    codes[index] = text.charCodeAt(index) - FORMAT.firstCharacter;
  }
  let at = 0;

  /** The next bits of two characters, from the highest of 32. */
  const next = () => {
    const index = at / FORMAT.bits | 0, used = at % FORMAT.bits;
    const two = codes[index] << FORMAT.bits | codes[index + 1];
    return (two << used | codes[index + 2] >> FORMAT.bits - used) << 32 - 2 * FORMAT.bits;
  };

  /** @param {number} width How many bits the number has. */
  const number = (width) => {
    const value = width && next() >>> 32 - width;
    at += width;
    return value;
  };

  const gamma = () => {
    const zeros = Math.clz32(next());
    at += zeros;
    return number(zeros + 1);
  };

  /**
   * Ascending numbers.
   * @param {number} count
   * @param {number} limit All are below it.
   */
  const numbers = (count, limit) => {
    const found = [];
    let low = 0, value = -1;
    while (count > 0 && (count << low + 1) * FORMAT.gapFactor < limit * FORMAT.gapShare) low++;
    while (found.length < count) {
      let ones;
      do {
        ones = Math.clz32(~next());
        at += ones;
        value += ones << low;
      } while (ones === 2 * FORMAT.bits);
      at++;
      value += number(low) + 1;
      // What is not as it was written must not be read for ever.
      if (value >= limit) throw Error("list");
      found.push(value);
    }
    return found;
  };

  const pages = () => numbers(gamma(), total);

  /** @param {number[]} pages Those whose impacts follow. */
  const impactsOf = (pages) => {
    const impacts = pages.map(() => TEXT);
    for (const place of numbers(gamma() - 1, pages.length)) {
      if (!number(1)) impacts[place] = HEADING;
      else if (!number(1)) impacts[place] = INSIDE;
      else impacts[place] = number(1) ? NAME + 1 + number(FORMAT.nameBits) : NAME;
    }
    return impacts;
  };

  /**
   * A list that stands by itself.
   * @returns {List}
   */
  const list = () => {
    const found = pages();
    return { pages: found, impacts: impactsOf(found) };
  };

  /**
   * A list that is told by its places in that of a shorter gram. Most pages are in one only of the lists
   * below it, so that those that are in none yet are told first.
   * @param {List} shorter
   * @param {boolean} isPair What a single character is worth tells nothing of a pair.
   * @returns {List}
   */
  const listBelow = (shorter, isPair) => {
    const isMost = number(1) > 0, taken = shorter.taken ??= [];
    /** @type {boolean[]} */
    const isHere = [];
    /** @type {number[]} */
    const free = [];
    /** @type {number[]} */
    const others = [];
    /** @type {List} */
    const found = { pages: [], impacts: [] };
    shorter.pages.forEach((_, place) => (taken[place] ? others : free).push(place));
    for (const place of free) isHere[place] = isMost;
    for (const index of numbers(gamma() - 1, free.length)) isHere[free[index]] = !isMost;
    for (const index of numbers(gamma() - 1, others.length)) isHere[others[index]] = true;
    shorter.pages.forEach((page, place) => {
      if (!isHere[place]) return;
      taken[place] = true;
      found.pages.push(page);
      if (isPair) return;
      let impact = shorter.impacts[place];
      if (impact > TEXT && !number(1)) impact = TEXT;
      while (impact > NAME && number(1)) impact--;
      found.impacts.push(impact);
    });
    if (isPair) found.impacts = impactsOf(found.pages);
    return found;
  };

  return { number, pages, list, listBelow };
};
