// What is found by the words of a query, together or apart: the end of search-cuts.js as it is published.
// Types are in types.d.ts.
"use strict";

(() => {
  const { comparable, cuts, fold, key } = MokurokuSearch;
  /** How many of the pages found are looked at to order them. */
  const MOST_RANKED = 32;
  /** Of so many words or more none is left out to find the others. */
  const MANY_WORDS = 6;

  /**
   * A part of a folded term as somebody typed it, as far as folding leaves its length.
   * @param {Term[]} terms
   * @param {string} part
   */
  const asTyped = (terms, part) => {
    const { text, typed = "" } = terms.find((term) => term.text.includes(part)) ?? { text: part };
    const from = text.indexOf(part);
    return typed.length === text.length ? typed.slice(from, from + part.length) : part;
  };

  /**
   * How many units of a page stand between words, at the least; infinite where no block has all.
   * @param {string[]} blocks
   * @param {string[][]} words Each in its spellings.
   */
  const distance = (blocks, words) => {
    let least = Infinity;
    for (const block of blocks) {
      const places = words.map((spellings) => spellings.flatMap((one) => {
        const found = [];
        for (let at = -1; one && found.length < 20; found.push(at)) {
          at = block.indexOf(one, at + 1);
          if (at < 0) break;
        }
        return found;
      }));
      for (const from of places[0]) {
        const far = places.map((all) => Math.min(Infinity, ...all.map((at) => Math.abs(at - from))));
        least = Math.min(least, Math.max(...far));
      }
    }
    return least;
  };

  /**
   * Puts first what the last word names, the head in Japanese, then what has it in its name, then where the
   * words stand together; last what another word names: NEDOの支援事業 asks for programmes, not for NEDO.
   * @param {Engine} search
   * @param {Answer} answer
   * @param {string[]} words
   * @param {number} limit
   */
  const nearestFirst = async (search, answer, words, limit) => {
    const few = answer.pages.slice(0, MOST_RANKED), keys = words.map((word) => [key(word)]);
    const { placeOf } = await search.part("names");
    const kinds = await (await search.part("facets")).kinds(search);
    const spellings = answer.terms.map(({ alts, names = [] }) => [...alts, ...names].map(comparable));
    const head = (spellings.at(-1) ?? []).filter(Boolean);
    const ranks = await Promise.all(few.map(async (number) => {
      const page = await search.load(FORMAT.pageKey + number), [names] = search.blocks(number, page);
      const named = keys.findLastIndex((wanted) => placeOf(page, wanted) >= 0);
      const isHead = head.some((one) => names.some((name) => name.includes(one)));
      // What is about the site names things as examples.
      const isAside = kinds.length > 0 && !kinds.includes(fold(page[1]));
      const order = named === words.length - 1 ? 0 : isAside ? 4 : named >= 0 ? 3 : isHead ? 1 : 2;
      return { number, order, far: distance(search.blocks(number, page).flat(), spellings) };
    }));
    ranks.sort((one, other) => one.order - other.order || (one.far === other.far ? 0 : one.far - other.far));
    answer.pages = [...ranks.map(({ number }) => number), ...answer.pages.slice(few.length)];
    answer.results = [];
    await search.more(answer, limit);
  };

  /**
   * Joins answers to one: the best of each, then the second of each.
   * @param {Choice[]} answers
   * @param {number} limit
   * @returns {Answer}
   */
  const together = (answers, limit) => {
    /** @type {Map<number, Result>} */
    const results = new Map();
    for (let place = 0; place < limit; place++) {
      for (const { terms, results: { [place]: result } } of answers) {
        if (!result || results.size >= limit || results.has(result.page)) continue;
        results.set(result.page, { ...result, terms });
      }
    }
    return { ...answers[0], results: [...results.values()] };
  };

  /**
   * What no page has all of, apart: what all words but one find, or else each word; the last first, which in
   * Japanese is what is asked for.
   * @param {Engine} search
   * @param {string[]} parts
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer | undefined>}
   */
  const eachApart = async (search, parts, filters, limit) => {
    const isFew = parts.length > 2 && parts.length < MANY_WORDS;
    const most = isFew ? parts.map((one) => parts.filter((part) => part !== one)) : [];
    for (const choices of [most, parts.map((part) => [part]).reverse()]) {
      const answers = [];
      for (const words of choices) {
        const text = words.join(" "), answer = await search.search(text, { filters, limit, plain: true });
        if (answer.total) answers.push({ ...answer, text });
      }
      if (!answers.length) continue;
      const all = [...new Set(answers.flatMap((answer) => answer.all))];
      const apart = answers.map(({ text, total }) => ({ text, total }));
      return { ...together(answers, limit), total: all.length, pages: all, all, parts, apart };
    }
  };

  /**
   * Searches for the words of a question as if they were typed with spaces.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer | undefined>}
   */
  const inParts = async (search, terms, filters, limit) => {
    const parts = (await cuts.partsOf(search, terms)).map((part) => asTyped(terms, part));
    const asked = terms.map(({ text }) => text);
    if (!parts.length) return;
    // No page has all words that are typed with spaces already.
    if (asked.join(" ") === parts.map(fold).join(" ")) {
      return parts.length > 1 ? eachApart(search, parts, filters, limit) : undefined;
    }
    const found = await search.search(parts.join(" "), { filters, limit });
    if (found.apart) return found;
    if (!found.all.length || found.suggestion || found.parts) return;
    // Where a kind is asked for, its records come first already.
    if (!found.terms.some(({ kind }) => kind)) await nearestFirst(search, found, parts, limit);
    return Object.assign(found, { parts });
  };

  mokuroku("cuts", { ...cuts, inParts, together });
})();
