// What is found by the words of a query, together or apart: the end of search-cuts.js as it is published.
// Types are in types.d.ts.
"use strict";

(() => {
  const { comparable, cuts, fold, key, NAME } = MokurokuSearch;
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
   * Whether one text is another with characters left out of the middle.
   * @param {string} short
   * @param {string} text
   */
  const isShortened = (short, text) => {
    let at = 0;
    for (const one of text) if (one === short[at]) at++;
    return at === short.length && at > 3 && text[0] === short[0] && text.at(-1) === short.at(-1);
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
    const head = (spellings.at(-1) ?? []).filter(Boolean), whole = comparable(words.join(""));
    const ranks = await Promise.all(few.map(async (number) => {
      const page = await search.load(FORMAT.pageKey + number), [names] = search.blocks(number, page);
      const named = keys.findLastIndex((wanted) => placeOf(page, wanted) >= 0);
      const isHead = head.some((one) => names.some((name) => name.includes(one)));
      // The name in short: 量子戦略 of 量子技術イノベーション戦略.
      const isShort = names.some((name) => isShortened(whole, name));
      // What is about the site names things as examples.
      const isAside = kinds.length > 0 && !kinds.includes(fold(page[1]));
      const isMeant = isShort || named === words.length - 1;
      const order = isMeant ? 0 : isAside ? 4 : named >= 0 ? 3 : isHead ? 1 : 2;
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

  /** How common a word is, in steps of eight times as many pages. */
  const commonness = (/** @type {Answer} */ { total }) => Math.floor(Math.log2(total) / 3);

  /**
   * What no page has all of, apart: what all words but one find, or else each word; the last first, which in
   * Japanese is what is asked for, but what is much more common after the others. What is of a kind that a
   * word names is too much to tell.
   * @param {Engine} search
   * @param {string[]} parts
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer | undefined>}
   */
  const eachApart = async (search, parts, filters, limit) => {
    const kinds = await (await search.part("facets")).kinds(search);
    const others = parts.filter((part) => !kinds.includes(fold(part)));
    if (others.length === 1) {
      return { ...await search.search(others[0], { filters, limit, plain: true }), parts: others };
    }
    const isFew = parts.length > 2 && parts.length < MANY_WORDS;
    const most = isFew ? parts.map((one) => parts.filter((part) => part !== one)) : [];
    for (const choices of [most, parts.map((part) => [part]).reverse()]) {
      const answers = [];
      for (const words of choices) {
        const text = words.join(" "), answer = await search.search(text, { filters, limit, plain: true });
        if (answer.total) answers.push({ ...answer, text });
      }
      if (!answers.length) continue;
      if (choices !== most) answers.sort((one, other) => commonness(one) - commonness(other));
      const all = [...new Set(answers.flatMap((answer) => answer.all))];
      const apart = answers.map(({ text, total }) => ({ text, total }));
      return { ...together(answers, limit), total: all.length, pages: all, all, parts, apart };
    }
  };

  /**
   * A record that a question names and calls what it is, OPERA事業: its name by itself, then both words.
   * Nothing where the name is of something else, as in NEDO事業.
   * @param {Engine} search
   * @param {string[]} parts
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer | undefined>}
   */
  const calledSo = async (search, [name, kind], filters, limit) => {
    const { placeOf } = await search.part("names"), { facet, kinds } = await search.part("facets");
    const options = { filters, limit, plain: true }, labels = await kinds(search);
    const own = await search.search(name, options), [first] = own.results;
    if (!first || !labels.includes(fold(first.collection)) || labels.includes(fold(kind))) return;
    if (/\d/.test(kind)) return;
    if (placeOf(await search.load(FORMAT.pageKey + first.page), [key(name)]) < 0) return;
    // Most of what has the word in its name is of the same collection.
    const { list } = await search.find([{ alts: [fold(kind)] }], 0);
    const named = list.pages.filter((_, place) => list.impacts[place] >= NAME);
    const { values } = await facet(search, "collection");
    const mine = new Set(values.find(({ label }) => label === first.collection)?.pages);
    if (named.filter((page) => mine.has(page)).length * 2 <= named.length) return;
    const text = `${name} ${kind}`, both = await search.search(text, options);
    const answers = [{ ...own, text: name }, ...both.total ? [{ ...both, text }] : []];
    return {
      ...together(answers, limit), suggestion: name,
      others: answers.slice(1).map(({ text, total }) => ({ text, total })),
    };
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
    const isJoined = parts.length === 2 && asked.join("") === parts.map(fold).join("");
    const so = isJoined && await calledSo(search, parts, filters, limit);
    if (so) return so;
    const found = await search.search(parts.join(" "), { filters, limit });
    if (found.apart || found.parts?.every((part) => parts.includes(part))) return found;
    if (!found.all.length || found.suggestion || found.parts) return;
    const { kind, text: word = "" } = found.terms.find(({ kind }) => kind) ?? {};
    const others = parts.filter((part) => fold(part) !== word);
    if (kind && others.length && !found.results.some(({ collection }) => collection === kind)) {
      // Nothing of the kind has the other words: what has these is more than what names the kind by chance.
      const rest = await search.search(others.join(" "), { filters, limit, plain: true });
      if (rest.total > found.total) return { ...rest, parts: others };
    }
    // Where a kind is asked for, its records come first already.
    if (!found.terms.some(({ kind }) => kind)) await nearestFirst(search, found, parts, limit);
    return Object.assign(found, { parts });
  };

  mokuroku("cuts", { ...cuts, inParts, isShortened, together });
})();
