// What a query names: search-engine.js fetches this for a query that may be the name of a record. Types are in
// types.d.ts.
"use strict";

(() => {
  const { comparable, key, merge, NAME, ranked } = MokurokuSearch;

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
   * The records that a term names: the other names of them become spellings of it.
   * @param {Engine} search
   * @param {Term} term
   * @param {number[]} likely The pages that it may name.
   * @returns {Promise<[page: number, place: number][]>} Those that it names, and which kind of their names it is.
   */
  const named = async (search, term, likely) => {
    const wanted = term.alts.map(key);
    /** @type {[number, number][]} */
    const found = [];
    const names = [];
    for (const number of likely) {
      const page = await search.load(FORMAT.pageKey + number), place = placeOf(page, wanted);
      if (place < 0) continue;
      found.push([number, place]);
      const [[title], aliases] = namesOf(page);
      names.push(title, ...aliases);
    }
    if (!term.isPhrase) {
      // What has a longer name has the shorter one in it.
      const known = term.alts.map(comparable);
      term.names = names.sort((one, other) => one.length - other.length).filter((name) => {
        const text = comparable(name);
        return text.length > 1 && !known.some((one) => text.includes(one)) && known.push(text);
      });
    }
    return found;
  };

  /**
   * The pages of a list that do not have one of the terms, where few are not sure: looking at these is worth the
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
   * A name that is typed with spaces, as one term.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {List} list
   * @returns {Promise<Term | undefined>}
   */
  const wholeOf = async (search, terms, list) => {
    if (terms.length < 2) return;
    const text = terms.map((term) => term.text).join(""), typed = terms.map((term) => term.typed).join(" ");
    for (const number of ranked(list).slice(0, 5)) {
      if (list.impacts[list.pages.indexOf(number)] <= NAME) return;
      const page = await search.load(FORMAT.pageKey + number);
      if (placeOf(page, [key(text)]) >= 0) return { text, typed, not: false, alts: [text] };
    }
  };

  /**
   * What is found by all names of what a query names, and what of it leads: the records that have the name.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {Found} found What is found by the terms as they are typed.
   * @param {number[][]} likely The pages that each of the terms may name.
   * @param {number} limit
   * @returns {Promise<Found & {leading: number[], whole?: Term}>} Or the name that all terms are together.
   */
  const lead = async (search, terms, found, likely, limit) => {
    const records = await Promise.all(terms.map((term, place) => named(search, term, likely[place])));
    const whole = await wholeOf(search, terms, found.list);
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

  mokuroku("names", { lead, placeOf });
})();
