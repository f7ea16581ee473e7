// What is a word of a page, and what stands inside another word or a reading: the beginning of
// search-names.js as it is published. `FORMAT` stands for the constants of the index. Types are in
// types.d.ts.
"use strict";

(() => {
  const { comparable, fold, key, NAME, spans } = MokurokuSearch;

  /** Letters of which words are made that no other word has inside: Latin ones, and katakana. */
  const LETTERS = [/[a-z]/, /[ァ-ヺー]/];

  /**
   * Whether a word goes on between two characters.
   * @param {string} [before]
   * @param {string} [after]
   */
  const goesOn = (before = "", after = "") =>
    LETTERS.some((letter) => letter.test(fold(before)) && letter.test(fold(after)));

  /**
   * Whether a text has a term as a word: MIC, which Microelectronics has not.
   * @param {string} text
   * @param {string} term As texts are compared.
   */
  const hasWord = (text, term) => comparable(text).includes(term)
    && (text.match(/[^。\n]+/g) ?? []).some((part) => spans(part, [term]).some(([from, to]) =>
      !goesOn(part[from - 1], part[from]) && !goesOn(part[to - 1], part[to])));

  /**
   * Whether a name may stand inside a word that has nothing to do with it: one in Latin letters, or a short
   * one in katakana.
   * @param {string} name
   */
  const isInsideOthers = (name) => /^[ァ-ヺー]{1,4}$/.test(fold(name)) || /^[a-z]|[a-z]$/.test(key(name));

  /**
   * What a page says, but its names.
   * @param {Page} page
   */
  const textsOf = (page) => [page[6], ...page[7].flatMap(([, ...texts]) => texts)];

  /**
   * A term with those of its other names alone that a page has as words.
   * @template {Term} Some
   * @param {Some} term
   * @param {Page} page
   * @returns {Some}
   */
  const withWords = (term, page) => {
    if (!term.names?.some(isInsideOthers)) return term;
    const texts = [page[2], ...page[3], ...textsOf(page)];
    return { ...term, names: term.names.filter((name) => !isInsideOthers(name)
      || texts.some((text) => hasWord(text, comparable(name)))) };
  };

  /** Has the engine take other names in Latin letters for words. */
  const learnWords = () => {
    const engine = MokurokuSearch.prototype, { find, result } = engine;
    /**
     * @param {Asked[]} terms
     * @param {number} few
     */
    engine.find = async function (terms, few) {
      const found = await find.call(this, terms, few);
      for (const cover of found.covers.flat()) {
        if (!cover.isName || !cover.isExact || !isInsideOthers(cover.text)) continue;
        // Lists tell of it inside words too.
        if (cover.list?.pages.length) cover.isExact = found.isExact = false;
      }
      return found;
    };
    /**
     * @param {number} number
     * @param {Page} page
     * @param {Term[]} terms
     * @param {boolean} isCited
     */
    engine.result = function (number, page, terms, isCited) {
      return result.call(this, number, page, terms.map((term) => withWords(term, page)), isCited);
    };
  };
  // Another edition fetches this again.
  if (!MokurokuSearch.words) learnWords();

  // What comes last

  /** So many kana or fewer, small ones not counted, are a piece of too many readings. */
  const FEW_KANA = 4;
  /** So many pages are looked at, at the most, to put those first that have Latin letters as a word. */
  const MOST_WORDS = 24;

  /**
   * Whether a page has kana otherwise than inside a reading, as it has きょうだい in とうきょうだいがく.
   * @param {Term} term
   * @returns {(blocks: string[][]) => boolean}
   */
  const outsideReadings = ({ alts, names = [] }) => {
    const own = alts.map(comparable), others = names.map(comparable);
    return ([titles, readings, spellings, ...texts]) =>
      [...readings, ...spellings].some((reading) => own.some((one) => reading.startsWith(one)))
      || [titles, ...texts].flat().some((text) => own.some((one) => text.includes(one))
        // Nor is another name one inside a word, if it is as short as 京大, which is in 東京大学.
        || others.some((one) => one.length > 3 ? text.includes(one)
          : text.split(one).slice(0, -1).some((before) => !/[一-龠々]$/.test(before))));
  };

  /**
   * Leaves out what has a few kana only inside a reading where there is better; puts what has more last, as
   * far as is shown first.
   * @param {Engine} search
   * @param {Term} term
   * @param {Found} found
   * @param {number} limit
   * @param {boolean} isLed Whether a record is called so.
   * @returns {Promise<Found>}
   */
  const readingsLast = async (search, term, found, limit, isLed) => {
    // The engine keeps what it reads.
    const { pages } = found.list, impacts = [...found.list.impacts], isIn = outsideReadings(term);
    const places = [...pages.keys()].sort((one, other) => impacts[other] - impacts[one]).slice(0, limit);
    let isBetter = isLed;
    for (const place of places) {
      const page = await search.load(FORMAT.pageKey + pages[place]);
      if (isIn(search.blocks(pages[place], page))) isBetter = true;
      else impacts[place] = 0;
    }
    const isFew = term.text.replace(/[ぁぃぅぇぉゃゅょ]/g, "").length <= FEW_KANA - (isLed ? 0 : 1);
    if (isBetter && isFew) term.isIn = isIn;
    return { ...found, list: { pages, impacts }, isExact: found.isExact && !term.isIn };
  };

  /**
   * Puts what has Latin letters as a word before what merely begins so, AI戦略 before AIST, until there are
   * enough of these.
   * @param {Engine} search
   * @param {Term} term
   * @param {Found} found
   * @param {number} limit
   * @returns {Promise<Found>}
   */
  const wordsFirst = async (search, term, found, limit) => {
    const { pages } = found.list, impacts = [...found.list.impacts], own = comparable(term.text);
    const places = [...pages.keys()].sort((one, other) => impacts[other] - impacts[one]);
    let words = 0;
    for (const place of places.slice(0, MOST_WORDS)) {
      if (words >= limit) break;
      /** @type {Page} */
      const page = await search.load(FORMAT.pageKey + pages[place]), [, , title, aliases, readings] = page;
      search.blocks(pages[place], page);
      const isNamed = [title, ...aliases, ...readings].some((name) => hasWord(name, own));
      const others = (withWords(term, page).names ?? []).map(comparable);
      const isThere = textsOf(page).some((text) =>
        hasWord(text, own) || others.some((name) => comparable(text).includes(name)));
      const most = isNamed ? Infinity : isThere ? NAME - 1 : 0;
      if (impacts[place] <= most) words++;
      impacts[place] = Math.min(impacts[place], most);
    }
    return { ...found, list: { pages, impacts } };
  };

  /**
   * What has a term only inside another word, or inside a reading, last.
   * @param {Engine} search
   * @param {Term} term
   * @param {Found} found
   * @param {number} limit
   * @param {boolean} isLed Whether a record is called so.
   * @returns {Promise<Found>}
   */
  const insideLast = async (search, term, found, limit, isLed) => {
    if (/^[ぁ-ゖー]{2,}$/.test(term.text)) return readingsLast(search, term, found, limit, isLed);
    // What is read as kana stands in no text as it is typed.
    const isLatin = term.alts.every((one) => /^[a-z]{2,}$/.test(one));
    return isLatin ? wordsFirst(search, term, found, limit) : found;
  };

  MokurokuSearch.words = { insideLast, withWords };
})();
