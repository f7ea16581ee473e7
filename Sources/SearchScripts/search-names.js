// What a query names: search-engine.js fetches this for a query that may be the name of a record.
// Types are in types.d.ts.
"use strict";

(() => {
  const { comparable, finder, fold, intersect, key, merge, NAME, units, WORDS } = MokurokuSearch;
  /** @type {List} */
  const NONE = { pages: [], impacts: [] };
  const LONGEST = Math.max(...FORMAT.nameLengths);

  /**
   * What a page is called, by how much a name counts: its title, its aliases, their readings.
   * @param {Page} page
   */
  const namesOf = ([, , title, aliases, readings]) => [[title], aliases, readings];

  /**
   * Which kind of a page's names one of some keys is; -1 if none.
   * @param {Page} page
   * @param {string[]} wanted
   */
  const placeOf = (page, wanted) =>
    namesOf(page).findIndex((names) => names.some((name) => wanted.includes(key(name))));

  /**
   * The pages that a term may name by some of its spellings, the likeliest first.
   * @param {Cover[]} covers
   */
  const likely = (covers) => {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const { text, isName, start = NONE, list = NONE } of covers) {
      const { length } = (text.match(WORDS) ?? []).join("");
      // Only so short a name, and only where it begins, is worth that much; a page may have a shorter
      // one too.
      const least = NAME + FORMAT.nameLengths.filter((most) => length <= most).length;
      // What follows a beginning may stand in a text as well, and tells nothing of the name.
      const { pages, impacts } = intersect(start, list, (impact) => impact);
      pages.forEach((page, place) => {
        const more = impacts[place] - least;
        if (!isName && more >= 0) found.set(page, Math.min(more, found.get(page) ?? Infinity));
      });
    }
    // What a very long name begins with is worth no more than what stands in a name.
    const most = covers.some(({ text }) => text.length > LONGEST) ? 40 : 8;
    return [...found].sort((one, other) => one[1] - other[1]).slice(0, most).map(([page]) => page);
  };

  /**
   * The records that a term names: the other names of them become spellings of it.
   * @param {Engine} search
   * @param {Term} term
   * @param {Cover[]} covers What is known of its spellings.
   * @returns {Promise<[page: number, place: number][]>} Those that it names, and which kind of their names
   *   it is.
   */
  const named = async (search, term, covers) => {
    const wanted = term.alts.map(key);
    /** @type {[number, number][]} */
    const found = [];
    const names = [];
    for (const number of likely(covers)) {
      const page = await search.load(FORMAT.pageKey + number), place = placeOf(page, wanted);
      if (place < 0) continue;
      found.push([number, place]);
      const [[title], aliases] = namesOf(page);
      names.push(title, ...aliases);
    }
    if (!term.isPhrase) {
      // What has a longer name has the shorter one in it.
      const known = term.alts.map(units);
      term.names = names.sort((one, other) => one.length - other.length).filter((name) => {
        const text = units(fold(name));
        return text.length > 1 && !known.some((one) => text.includes(one)) && known.push(text);
      });
    }
    return found;
  };

  /**
   * The pages of a list that do not have one of the terms, where few are not sure: looking at these is
   * worth the
   * exact number. Null where too many would have to be fetched.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {Found} found
   */
  const wrong = async (search, terms, { list, covers }) => {
    /** @type {number[]} */
    const found = [];
    for (const [place, term] of terms.entries()) {
      const sure = new Set(covers[place].flatMap(({ list, isExact }) => isExact && list ? list.pages : []));
      const doubtful = list.pages.filter((page) => !sure.has(page));
      if (doubtful.length > search.directory.limit) return null;
      for (const number of doubtful) {
        const page = await search.load(FORMAT.pageKey + number);
        if (!search.result(number, page, [term], false)) found.push(number);
      }
    }
    return found;
  };

  /**
   * What is typed with a name with spaces as one term, where there is one; a dash may be part of it.
   * @param {Engine} search
   * @param {Term[]} asked
   * @param {Found} found
   * @returns {Promise<Term[] | undefined>}
   */
  const wholeOf = async (search, asked, { list, covers }) => {
    if (asked.length < 2 || !covers.length) return;
    const wanted = asked.filter(({ not }) => !not), others = asked.filter(({ not }) => not);
    const text = units(fold(asked.map((term) => term.text).join(" "))), [[first]] = covers;
    for (const number of likely([{ ...first, text, list }])) {
      const page = await search.load(FORMAT.pageKey + number);
      for (const terms of [wanted, asked]) {
        // With their spaces: two numbers are not one.
        const text = fold(terms.map((term) => term.text).join(" "));
        if (terms.length < 2 || placeOf(page, [key(text)]) < 0) continue;
        const typed = terms.map((term) => term.typed).join(" ");
        return [{ text, typed, not: false, alts: [text] }, ...terms === wanted ? others : []];
      }
    }
  };

  /**
   * What is found by all names of what a query names, and what of it leads: the records that have the name.
   * @param {Engine} search
   * @param {Term[]} asked
   * @param {Found} found What is found by the terms as they are typed.
   * @param {number} limit
   * @returns {Promise<Found & {leading: number[], whole?: Term[]}>} Or terms with a name that several are.
   */
  const lead = async (search, asked, found, limit) => {
    const terms = asked.filter(({ not }) => !not);
    const records = await Promise.all(terms.map((term, place) => named(search, term, found.covers[place])));
    const whole = await wholeOf(search, asked, found);
    if (whole) return { ...found, leading: [], whole };
    if (terms.some(({ names }) => names?.length)) {
      found = await search.find(terms, limit);
      const others = found.isExact ? null : await wrong(search, terms, found);
      if (others) {
        // Those that are not meant go.
        const list = merge(found.list, { pages: others, impacts: others }, (one, other) =>
          other === undefined ? one : undefined);
        found = { ...found, list, isExact: true };
      }
    }
    const leading = terms.length > 1 ? [] : records[0].filter(([page]) => found.list.pages.includes(page))
      .sort((one, other) => one[1] - other[1]).map(([page]) => page);
    return { ...found, leading };
  };

  /** What begins with a kanji: one is enough to tell where names are. */
  const KANJI = /^[\u3400-\u4dbf\u4e00-\u9fff\u3005\ue000-\uefff]/;

  /**
   * The names that begin as something typed may; other names may be among them.
   * @param {Engine} search
   * @param {string} start As `key` gives it, two characters or more, or one kanji.
   * @returns {Promise<{key: string, title: string, url: string, kind: string}[]>}
   */
  const names = async (search, start) => {
    const first = start.charCodeAt(0) * FORMAT.nameFactor;
    const hash = KANJI.test(start) ? first : first + start.charCodeAt(1);
    const [kinds, ...names] = await search.load(FORMAT.nameKey + hash % search.directory.names);
    return names.map((/** @type {[string, string, string, number]} */ [written, title, url, kind]) =>
      ({ key: written || key(title), title, url, kind: kinds[kind] ?? "" }));
  };

  /**
   * Tells by what a page is found of which nothing is seen there: another name of what is named, or a
   * reading.
   * @param {Engine} search
   * @param {Result} result
   */
  const note = async (search, result) => {
    const page = await search.load(FORMAT.pageKey + result.page), blocks = search.blocks(result.page, page);
    for (const { text, typed = text, alts, names = [] } of result.hidden) {
      const isReading = alts.some((alt) => blocks[1].some(finder(comparable(alt))));
      const name = names.find((name) => blocks.some((texts) => texts.some(finder(comparable(name)))));
      result.notes.push([typed, isReading ? page[2] : name ?? ""]);
    }
  };

  mokuroku("names", { lead, names, note, placeOf });
})();
