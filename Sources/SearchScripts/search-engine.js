// The search engine of the site: it finds pages in the index that Sources/CatalogueSearch writes. How it
// works is told in Documentation/decisions/0005-search-index.md. The program publishes it as one script,
// with search-folding.js, search-lists.js, search-texts.js and search-files.js before it, in one function.
// Types are in types.d.ts.

/** The index of one edition of the site. */
class Search extends IndexFiles {
  /**
   * The blocks of pages as they are compared: those with marked numbers below 0.
   * @type {Record<number, string[][]>}
   */
  folded = {};
  /**
   * The lists of the files that are read, by the places that were asked for.
   * @type {Map<number, Map<string, List>>}
   */
  lists = new Map();

  /**
   * Whether so many pages have a gram that longer ones tell them apart.
   * @param {List} list
   * @param {number} length How long the gram is.
   */
  isMany(list, length) {
    const factor = length >= FORMAT.longGram ? FORMAT.longGramFactor : 1;
    return list.pages.length > this.directory.limit * factor;
  }

  /**
   * The lists that a text's is among, and how long the grams are that stand by themselves there.
   * @param {string} text Units.
   * @returns {Promise<{lists: Map<string, List>, least: number}>}
   */
  async file(text) {
    const { range, places, longest, pages } = this.directory;
    const most = Math.min(longest, text.length);
    let least = 1;
    while (least < most && this.crowded.has(hash(text.slice(0, least)) & range - 1)) least++;
    const at = hash(text.slice(0, least)) & places - 1;
    let lists = this.lists.get(at);
    if (!lists) {
      const [codes, place] = await this.codes(FORMAT.listKey, at), starts = codes.pages();
      const number = starts.findLastIndex((start) => start <= place);
      const key = FORMAT.listKey + (at - place + starts[number]);
      /** @type {[string, string, Map<string, List>?]} Places of one file share what is read of it. */
      const file = await this.load(key, this.address(key, codes, number));
      lists = file[2] ??= this.read(file[0], bits(file[1], pages));
      this.lists.set(at, lists);
    }
    return { lists, least };
  }

  /**
   * Reads the lists of a file.
   * @param {string} grams
   * @param {ReturnType<typeof bits>} codes
   */
  read(grams, { number, list, listBelow }) {
    /** @type {Map<string, List>} */
    const lists = new Map();
    let place = 0;
    /**
     * @param {string} gram
     * @param {List} mine
     */
    const add = (gram, mine) => {
      lists.set(gram, mine);
      if (gram.length > 1 && !this.isMany(mine, gram.length)) return;
      while (number(1)) add(gram + grams[place++], listBelow(mine, gram.length === 1));
    };
    while (place < grams.length) {
      const start = place;
      place += number(FORMAT.lengthBits) + 1;
      add(grams.slice(start, place), list());
    }
    return lists;
  }

  /**
   * The list of the longest part that a text begins with and that has one, and how long it is. Where the
   * next longer part is known to have no list, there is none.
   * @param {string} text Units.
   * @returns {Promise<{length: number, list?: List}>}
   */
  async list(text) {
    const { lists, least: first } = await this.file(text);
    const least = Math.max(first, Math.min(2, text.length));
    for (let length = text.length; length >= least; length--) {
      const list = lists.get(text.slice(0, length));
      if (list) return { length, list };
    }
    return { length: least - 1 };
  }

  /**
   * Looks one more part of a spelling up.
   * @param {Cover} cover
   */
  async look(cover) {
    const part = cover.todo.shift();
    if (!part) return;
    const { run, from, most } = part, { edge } = cover;
    const { length, list } = await this.list(run.slice(from, from + most));
    const end = from + length, isMany = list && this.isMany(list, length);
    if (list && cover.list) {
      // Only where a term begins does it tell that a gram is inside a word, or how long the name is.
      cover.list = intersect(cover.list, list, (one, other) =>
        other && other < NAME ? Math.min(one, other) : one);
    } else if (list) {
      cover.start = cover.list = list;
    }
    cover.edge = Infinity;
    const isNowhere = list ? (isMany ? end : end - 1) > edge : length < 2;
    if (isNowhere) {
      Object.assign(cover, { list: NONE, isExact: true, todo: [] });
    } else if (!from && length === cover.text.length) {
      cover.isExact = true;
    } else if (end < run.length && most === Infinity) {
      const isCapped = length === this.directory.longest;
      const next = isCapped ? Math.min(end - 3, run.length - length) : end - 2;
      cover.todo.unshift({ run, from: Math.max(from + 1, next), most });
      if (isMany && !isCapped) cover.edge = end;
    }
    // Before what follows it, since only where a term begins tells what it is worth.
    if (!list && !isNowhere) cover.todo.unshift({ run, from, most: length });
  }

  /**
   * The pages that have all terms, each in one of its spellings: looked up until no more than a few are
   * left or nothing more can be told.
   * @param {Asked[]} terms
   * @param {number} few
   * @returns {Promise<Found>}
   */
  async find(terms, few) {
    const covers = terms.map(({ alts, names = [] }) =>
      [...alts.map((alt) => coverOf(alt, false)), ...names.map((name) => coverOf(fold(name), true))]);
    const all = covers.flat();
    for (let open = all; ; open = all.filter(({ todo }) => todo.length)) {
      await Promise.all(open.map((cover) => this.look(cover)));
      const isExact = all.every((cover) => cover.isExact);
      const [first, ...others] = covers.map(listOf);
      let list = first;
      for (const other of others) list = intersect(list, other, (one, another) => one + another);
      const isFew = list.pages.length <= few && all.every((cover) => cover.list);
      if (!open.length || isExact || isFew) return { list, isExact, covers };
    }
  }

  /**
   * What is typed as terms: words, "phrases", -without.
   * @param {string} query
   */
  async parse(query) {
    /** @type {Term[]} */
    const terms = [];
    for (const [, minus, quoted, word] of query.matchAll(TYPED)) {
      const text = fold(quoted ?? word), alts = [text];
      if (SPELLED.test(text)) {
        const { equal } = await this.part("spellings");
        if (word) alts.push(...equal(text));
      }
      if (text) terms.push({ text, typed: quoted ?? word, not: !!minus, isPhrase: !word, alts });
    }
    // A dash or a bracket that stands by itself is in no list.
    return terms.filter(({ text }) => units(text).match(WORDS));
  }

  /**
   * Searches.
   * @param {string} query
   * @param {SearchOptions} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, options = {}) {
    const { filters = {}, limit = 10, plain, terms } = options;
    await this.open();
    const asked = terms ?? await this.parse(query), wanted = asked.filter((term) => !term.not);
    /** @type {Found} */
    let found = wanted.length ? await this.find(wanted, limit) : { list: NONE, isExact: true, covers: [] };
    // What follows a beginning may stand in a text as well, and tells nothing of the name.
    // A very long name is worth no more where it begins than any other, a name may end with a single term as
    // with 大賞, and kana may stand inside a reading.
    const isName = found.covers.flat().some(({ text, start = NONE, list = NONE }) =>
      (start === list ? list : intersect(start, list, (impact) => impact)).impacts.some((impact) =>
        impact > NAME || impact === NAME
          && (text.length > 6 || wanted.length < 2 && text.length < 4 || /^[ぁ-ゖー]+$/.test(text))));
    // Where something is named, or few pages have all words, a short one may tell their kind.
    const isKind = !plain && wanted.length > 1 && wanted.some(({ text }) => text.length < 5);
    if (isName || isKind && found.list.pages.length <= this.directory.limit) {
      const { lead } = await this.part("names");
      found = await lead(this, asked, found, limit, isKind);
      if (found.whole) return this.search(query, { ...options, terms: found.whole });
    }
    const { list, isExact, leading = [] } = found;
    const isFiltered = Object.values(filters).some((ids) => ids.length);
    let all = wanted.length || !isFiltered
      ? leading.concat(ranked(list).filter((page) => !leading.includes(page)))
      : [...Array(this.directory.pages).keys()];
    if (asked.length > wanted.length) all = await (await this.part("names")).without(this, asked, all);
    const pages = isFiltered ? await (await this.part("facets")).narrow(this, all, filters) : all;
    /** @type {Answer} */
    const answer = {
      total: 0, exact: isExact && asked.length === wanted.length, pages, all, terms: asked,
      suggestion: "", results: [],
    };
    // Looking at a few pages is worth the exact number; more are too many to fetch.
    if (!isExact && pages.length <= this.directory.limit) {
      await this.more(answer, this.directory.limit, false);
      answer.results = [];
    }
    await this.more(answer, limit);
    if (answer.all.length || !wanted.length || plain) return answer;
    const { retry } = await this.part("questions");
    return retry(this, query, asked, filters, limit);
  }

  /**
   * Looks at further pages of an answer and cites them.
   * @param {Answer} answer
   * @param {number} count
   * @param {boolean} [isCited]
   */
  async more(answer, count, isCited = true) {
    const { terms, results } = answer, until = results.length + count;
    let missed = 0;
    while (results.length < Math.min(until, answer.pages.length)) {
      const numbers = answer.pages.slice(results.length, until);
      const found = await Promise.all(numbers.map(async (number) =>
        this.result(number, await this.load(FORMAT.pageKey + number), terms, isCited)));
      results.push(...found.flatMap((result) => result ?? []));
      const wrong = new Set(numbers.filter((_, place) => !found[place]));
      if (!wrong.size) continue;
      missed += wrong.size;
      // So many pages that lists are wrong about end a search: what else they tell is next to nothing.
      if (missed > 99) answer.pages.slice(until).forEach((page) => wrong.add(page));
      answer.pages = answer.pages.filter((page) => !wrong.has(page));
      answer.all = answer.all.filter((page) => !wrong.has(page));
    }
    answer.total = answer.pages.length;
    answer.exact ||= results.length === answer.total;
  }

  /**
   * The blocks of a page as they are compared: its names, their readings, its other spellings, its
   * summary, its sections.
   * @param {number} number
   * @param {Page} page
   */
  blocks(number, page) {
    const [, , title, aliases, readings, spellings, summary, sections, pairs] = page;
    learn(pairs);
    return this.folded[mark ? ~number : number] ??= [
      [title, ...aliases], readings, spellings, [summary], ...sections.map(([, ...texts]) => texts),
    ].map((texts) => texts.map((text) => compare(units(text.replace(/[^。\n]+。?/g, fold)))));
  }

  /**
   * What is shown of a page; null if it does not have the terms.
   * @param {number} number
   * @param {Page} page
   * @param {Term[]} terms
   * @param {boolean} isCited
   * @returns {Result | null}
   */
  result(number, page, terms, isCited) {
    // First, since a page tells the old kanji that it has.
    const blocks = this.blocks(number, page);
    const needles = terms.map(({ alts, names = [] }) =>
      [alts, names].map((texts) => texts.map(comparable).filter(Boolean)));
    const finders = needles.map((both) => both.map((texts) => texts.map(finder)));
    // For each block and each term, whether the block has the term: 2, or another name of it: 1.
    const hits = blocks.map((texts) => finders.map(([own, others]) =>
      own.some((has) => texts.some(has)) ? 2 : others.some((has) => texts.some(has)) ? 1 : 0));
    const [url, collection, title, , , , summary, sections] = page;
    if (terms.some(({ not, kind, isIn }, place) => not === (
      kind === collection || hits.some((row) => row[place]) && (!isIn || isIn(blocks))))) return null;
    /** @type {Result} */
    const result = {
      page: number, url, collection, title: [], heading: "", excerpt: [], hit: "", notes: [],
    };
    if (!isCited) return result;
    // What is excluded is in no block. A page that is called so is cited by its summary.
    const counts = hits.map((row) => row.filter(Boolean).length), most = Math.max(...counts);
    // Of what stands below the names and the summary, the first with the most of the terms.
    const section = counts[0] < most ? sections[counts.indexOf(most, 3) - 4] : undefined;
    const [anchor, heading, body] = section ?? ["", "", summary || sections[0]?.[2] || ""];
    const shown = needles.flat(2), marks = spans(body, shown);
    let from = Math.max(0, (marks[0]?.[0] ?? 0) - 30), to = Math.min(body.length, from + 120);
    if (LOW.test(body[from])) from--;
    if (LOW.test(body[to])) to--;
    return {
      ...result, heading, url: anchor ? `${url}#${anchor}` : url,
      title: pieces(title, spans(title, shown)), excerpt: pieces(body, marks, from, to),
      hit: body.slice(...marks[0] ?? [0, 0]),
    };
  }
}

// What the parts of the search share.
Object.assign(Search, {
  fold, learn, learnNumbers, same, shift, units, key, comparable, bits, finder, spans, pieces,
  merge, JOINERS, NAME, WORDS,
});
Object.assign(globalThis, {
  MokurokuSearch: Search,
  /**
   * The files call this. Two editions have files of one key: the script tells which is meant.
   * @param {string} key
   * @param {any} value
   */
  mokuroku: (key, value) => waiting.get(/** @type {object} */ (document.currentScript))?.(key, value),
});
