// What a query names: search-engine.js fetches this for a query that may be the name of a record, with
// search-words.js before it. Types are in types.d.ts.
"use strict";

(() => {
  const {
    comparable, finder, fold, key, merge, NAME, pieces, spans, units, words, WORDS,
  } = MokurokuSearch;
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

  /** A key without what is easily left out: の, and ー. */
  const loose = (/** @type {string} */ key) => key.replace(/[のー]/g, "");

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
      const { pages, impacts } = merge(start, list, (impact, other) => other === undefined ? other : impact);
      pages.forEach((page, place) => {
        // センタ may mean センター, a longer name.
        const more = impacts[place] - least + (/[ァ-ヺ]$/.test(text) ? 1 : 0);
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
      if (place < 0) {
        // One ー more makes no other name, but comes after those that are called just so.
        const longer = placeOf(page, wanted.map((one) => `${one}ー`));
        if (longer >= 0) found.push([number, longer + 3]);
        continue;
      }
      found.push([number, place]);
      const [[title], aliases] = namesOf(page);
      names.push(title, ...aliases);
    }
    if (!term.isPhrase) {
      // What has a longer name has the shorter one in it; one as short as 阪大 may be no word there.
      const known = term.alts.map(units);
      term.names = names.sort((one, other) => one.length - other.length).filter((name) => {
        const text = units(fold(name));
        const isIn = (/** @type {string} */ one) =>
          text.startsWith(one) || one.length > 2 && text.includes(one);
        return text.length > 1 && !known.some(isIn) && known.push(text);
      });
      // How numbers are compared.
      if (/\d/.test(term.names.join())) await search.part("spellings");
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
   * What is found without those pages that lists are wrong about, where these are few.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {Found} found
   * @returns {Promise<Found>}
   */
  const sure = async (search, terms, found) => {
    const others = found.isExact ? null : await wrong(search, terms, found);
    if (!others) return found;
    const list = merge(found.list, { pages: others, impacts: others }, (one, other) =>
      other === undefined ? one : undefined);
    return { ...found, list, isExact: true };
  };

  /** A year that is typed with spaces, 令和 2 年度. */
  const SPACED_YEAR = /(?<!\S)(令和|平成|昭和) ?(元|\d{1,2}) ?(年度?)(?!\S)/g;

  /**
   * Terms with a year that is typed with spaces as one; none where there is no such year.
   * @param {Engine} search
   * @param {Term[]} asked
   * @returns {Promise<Term[] | undefined>}
   */
  const withYear = async (search, asked) => {
    const text = asked.map((term) => term.text).join(" "), joined = text.replace(SPACED_YEAR, "$1$2$3");
    if (joined === text || asked.some(({ not, isPhrase }) => not || isPhrase)) return;
    const { equal } = await search.part("spellings");
    return joined.split(" ").map((text) => asked.find((term) => term.text === text)
      ?? { text, typed: text, not: false, alts: [text, ...equal(text)] });
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
    const dated = await withYear(search, asked);
    if (dated) return dated;
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

  /** So many pages are looked at for names that end with a term. */
  const MOST_ENDS = 10;

  /**
   * Where no name begins with a term, the pages whose names end with it, titles first, the shortest first:
   * 大賞 is the head of 技術大賞. What stands in brackets behind a name belongs to it.
   * @param {Engine} search
   * @param {Term} term
   * @param {Found} found
   */
  const ending = async (search, { alts }, { list: { pages, impacts } }) => {
    if (impacts.some((impact) => impact > NAME)) return [];
    const own = alts.map(key);
    /** @type {{page: number, kind: number, length: number}[]} */
    const found = [];
    for (const page of pages.filter((_, place) => impacts[place] === NAME).slice(0, MOST_ENDS)) {
      const names = namesOf(await search.load(FORMAT.pageKey + page)).map((names) => names
        .map((name) => key(name.replace(/[（(][^（(]*[）)]$/, "")))
        .filter((name) => own.some((one) => name.endsWith(one))));
      const kind = names.findIndex((names) => names.length > 0);
      if (kind < 0) continue;
      found.push({ page, kind, length: Math.min(...names[kind].map(({ length }) => length)) });
    }
    return found.sort((one, other) => one.kind - other.kind || one.length - other.length)
      .map(({ page }) => page);
  };

  /**
   * What is found by all names of what a query names, and what of it leads: the records that have the name.
   * @param {Engine} search
   * @param {Term[]} asked
   * @param {Found} found What is found by the terms as they are typed.
   * @param {number} limit
   * @param {boolean} isKind Whether a term may tell a kind.
   * @returns {Promise<Found>}
   */
  const lead = async (search, asked, found, limit, isKind) => {
    const terms = asked.filter(({ not }) => !not);
    const records = await Promise.all(terms.map((term, place) => named(search, term, found.covers[place])));
    const whole = await wholeOf(search, asked, found);
    if (whole) return { ...found, leading: [], whole };
    if (terms.some(({ names }) => names?.length)) {
      found = await sure(search, terms, await search.find(terms, limit));
    }
    if (isKind) {
      const { leading, isExact } = await (await search.part("facets")).ofKind(search, terms, found);
      return { ...found, leading, isExact: found.isExact && isExact };
    }
    const leading = terms.length > 1 ? [] : records[0].filter(([page]) => found.list.pages.includes(page))
      .sort((one, other) => one[1] - other[1]).map(([page]) => page);
    if (terms.length < 2) {
      found = await words.insideLast(search, terms[0], found, Math.min(limit, 10), leading.length > 0);
    }
    const isEmpty = !leading.length && terms.length < 2;
    return { ...found, leading: isEmpty ? await ending(search, terms[0], found) : leading };
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
   * Names that begin with what is typed, by title, alias, reading or romaji.
   * @param {Engine} search
   * @param {string} typed
   */
  const suggest = async (search, typed) => {
    const text = key(typed), starts = [text];
    /** @type {Map<string, {title: string, url: string, kind: string, rank: number}>} */
    const found = new Map();
    if (/^[a-z'-]{2,}$/.test(text)) starts.push((await search.part("spellings")).kana(text));
    for (const [turn, start] of starts.entries()) {
      // One kana or letter begins too many names.
      if (start.length < 2 && !/[\u3400-\u9fff々]/.test(start)) continue;
      for (const { key: one, title, url, kind } of await names(search, start)) {
        // Keys other than titles are cut.
        const isCut = one.length === FORMAT.nameUnits;
        if (one.startsWith(isCut ? start.slice(0, FORMAT.nameUnits) : start)) {
          // As it is typed, then as romaji; the whole name, then those of which most is typed.
          const rank = turn * 100 + (url ? 0 : 50) + (one === start ? 0 : one.length);
          const before = found.get(title + url);
          if (!before || before.rank > rank) found.set(title + url, { title, url, kind, rank });
        }
      }
    }
    const best = [...found.values()].sort((one, other) =>
      one.rank - other.rank || one.title.length - other.title.length);
    const others = best.length || text.length < 2
      ? best : await (await search.part("questions")).otherNames(search, typed);
    return others.slice(0, 8);
  };

  /**
   * The pages of an answer without those that have what is not wanted, under any of its names.
   * @param {Engine} search
   * @param {Term[]} asked
   * @param {number[]} all
   */
  const without = async (search, asked, all) => {
    for (const term of asked.filter(({ not }) => not)) {
      let found = await search.find([{ alts: term.alts }], 0);
      await named(search, term, found.covers[0]);
      if (term.names?.length) found = await search.find([term], 0);
      // Where too many would have to be looked at now, each is before it is shown.
      const kept = found.isExact ? [] : await wrong(search, [{ ...term, not: false }], found);
      const sure = found.covers[0].flatMap(({ isExact, list }) => isExact && list ? list.pages : []);
      const others = new Set(kept ? found.list.pages : sure);
      for (const page of kept ?? []) others.delete(page);
      all = all.filter((page) => !others.has(page));
    }
    return all;
  };

  /**
   * The names of the records that have a name, those of each record by themselves.
   * @param {Engine} search
   * @param {string} name
   * @returns {Promise<string[][]>}
   */
  const namesakes = async (search, name) => {
    const text = fold(name), terms = [{ text, not: false, alts: [text] }], found = [];
    const { pages } = await search.search("", { limit: 0, plain: true, terms });
    for (const number of pages.slice(0, 3)) {
      const page = await search.load(FORMAT.pageKey + number);
      if (placeOf(page, [key(name)]) >= 0) found.push(namesOf(page).flat());
    }
    return found;
  };

  /**
   * The names of the site that differ from something typed by a の or a ー alone.
   * @param {Engine} search
   * @param {string} text
   */
  const nearlyNamed = async (search, text) => {
    const own = key(text), wanted = loose(own);
    /** @type {Set<string>} */
    const found = new Set();
    if (own.length < 4) return [];
    const candidates = (await names(search, own)).filter(({ key, url }) => {
      const one = loose(key);
      return url && (one === wanted || key.length === FORMAT.nameUnits && wanted.startsWith(one));
    });
    for (const title of new Set(candidates.slice(0, 12).map(({ title }) => title))) {
      const all = (await namesakes(search, title)).flat();
      for (const name of all.filter((name) => loose(key(name)) === wanted)) found.add(name);
    }
    return [...found];
  };

  /**
   * Tells where a page has what is not seen of it in a result: cites more of its text, or names the name,
   * the heading or the reading.
   * @param {Engine} search
   * @param {Result} result
   * @param {Term[]} hidden The terms that are not seen.
   */
  const note = async (search, result, hidden) => {
    /** @type {Page} */
    const page = await search.load(FORMAT.pageKey + result.page), blocks = search.blocks(result.page, page);
    const [, , title, aliases, readings, , summary, sections] = page;
    for (const term of hidden) {
      const { text, typed = text, alts, names = [] } = words.withWords(term, page);
      const own = alts.map(comparable).filter(Boolean);
      /** @param {string} text */
      const has = (text) => own.some((one) => comparable(text).includes(one));
      const alias = aliases.find((alias) => own.includes(comparable(alias))) ?? aliases.find(has);
      const other = names.find((name) => blocks.some((texts) => texts.some(finder(comparable(name)))));
      const heading = sections.find(([, heading]) => has(heading))?.[1];
      const body = [summary, ...sections.map(([, , body]) => body)].find(has);
      const isName = (/** @type {string} */ name) => own.includes(comparable(name));
      if (alias && isName(alias) || !alias && readings.some(isName)) {
        result.notes.push(`「${typed}」は「${title}」の別の名称か読みです。`);
      } else if (!alias && readings.some(has)) {
        result.notes.push(`「${typed}」は「${title}」の読みにあります。`);
      } else if (body) {
        const marks = spans(body, own), [from, to] = marks[0] ?? [0, 0];
        const more = pieces(body, marks, Math.max(0, from - 15), Math.min(body.length, to + 25));
        result.excerpt.push(...result.excerpt.at(-1)?.[0].endsWith("…") ? more.slice(1) : more);
      } else if (alias) {
        result.notes.push(`「${typed}」は別の名称「${alias}」にあります。`);
      } else if (heading) {
        result.notes.push(`「${typed}」は見出し「${heading}」にあります。`);
      } else {
        result.notes.push(other
          ? `「${typed}」は「${other}」の別の名称か読みです。` : `「${typed}」の別の表記か読みで見つかりました。`);
      }
    }
  };

  mokuroku("names", { lead, names, namesakes, nearlyNamed, note, placeOf, suggest, sure, without });
})();
