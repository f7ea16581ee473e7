// Slips, and names that are half remembered: the beginning of search-questions.js as it is published.
// `FORMAT` stands for the constants of the index, as there. Types are in types.d.ts.
"use strict";

(() => {
  const { fold, key, units } = MokurokuSearch;
  /** @type {Cuts["kindOf"]} */
  let kindOf;

  // Slips

  /**
   * The parts of a text that are a few edits from a word: insert, delete, replace, exchange.
   * @param {string} word
   * @param {string} text
   * @param {number} limit How many edits.
   */
  const nearest = (word, text, limit) => {
    /** @type {{edits: number, from: number, part: string}[]} */
    const found = [];
    const count = word.length;
    // How many edits lead to the first characters of the word, and where in the text those begin.
    /** @type {Span[]} */
    let before = [];
    /** @type {Span[]} */
    let last = Array.from({ length: count + 1 }, (_, edits) => [edits, 0]);
    for (let end = 1; end <= text.length; end++) {
      /** @type {Span[]} */
      const row = [[0, end]];
      for (let i = 1; i <= count; i++) {
        const isSame = word[i - 1] === text[end - 1];
        const isExchange = i > 1 && end > 1
          && word[i - 1] === text[end - 2] && word[i - 2] === text[end - 1];
        /** @type {Span} */
        let best = [last[i - 1][0] + (isSame ? 0 : 1), last[i - 1][1]];
        for (const [edits, start] of [last[i], row[i - 1], ...isExchange ? [before[i - 2]] : []]) {
          if (edits + 1 < best[0]) best = [edits + 1, start];
        }
        row.push(best);
      }
      before = last;
      last = row;
      const [edits, start] = row[count];
      if (edits > limit) continue;
      // A character more is likelier than another in the place of the first or the last.
      const isMoreBefore = word[0] !== text[start] && word[0] === text[start - 1];
      const isMoreAfter = word[count - 1] !== text[end - 1] && word[count - 1] === text[end];
      const from = isMoreBefore ? start - 1 : start;
      const part = text.slice(from, isMoreAfter ? end + 1 : end);
      found.push({ edits, from, part });
      // Where the first is another, there may be none: what stands before is no part of the word then.
      if (part[0] !== word[0] && part.length === count) {
        found.push({ edits, from: from + 1, part: part.slice(1) });
      }
    }
    return found;
  };

  /**
   * The lists of pages that may have what was meant: those with the pairs of a word, as typed and mended.
   * @param {Engine} search
   * @param {string} word Units.
   */
  const listsOf = async (search, word) => {
    /** @param {string} gram */
    const pagesOf = async (gram) => (await search.list(gram)).list?.pages ?? [];
    const pairs = await Promise.all([...word.slice(1)].map((_, i) => pagesOf(word.slice(i, i + 2))));
    const lists = [...pairs];
    /** @param {number} i Where a pair begins. */
    const isKnown = (i) => pairs[i]?.length > 0;
    for (let i = 0; i < word.length; i++) {
      const isPair = i < pairs.length;
      // Two that may have changed places, two that may have one too many between them.
      if (isPair && (!isKnown(i) || word.length < 7)) lists.push(await pagesOf(word[i + 1] + word[i]));
      if (isKnown(i - 1) || isKnown(i)) continue;
      if (i && isPair) lists.push(await pagesOf(word[i - 1] + word[i + 1]));
      // A character beside the slip has no pair that the site knows: it votes by itself.
      if (!/[ぁ-ゟ]/.test(word[i])) lists.push(await pagesOf(word[i]));
    }
    return lists;
  };

  /**
   * How much of a gram goes on as a word does but for one edit, after two or more characters as they are.
   * @param {string} gram
   * @param {string} word
   */
  const goingOn = (gram, word) => {
    let begin = 0;
    while (begin < gram.length && gram[begin] === word[begin]) begin++;
    const rest = gram.slice(begin + 1), typed = word.slice(begin), next = word.slice(begin + 1);
    const goesOn = typed.startsWith(rest) || next.startsWith(rest) || next.startsWith(gram.slice(begin));
    return begin > 1 && goesOn ? rest.length : 0;
  };

  /**
   * The numbers of the pages on which it is likeliest that a slip was meant, the likeliest first.
   * @param {Engine} search
   * @param {string} word Units.
   */
  const likely = async (search, word) => {
    const count = search.directory.pages;
    /** @type {Map<number, number>} */
    const votes = new Map();
    /**
     * @param {number[]} pages
     * @param {number} weight
     */
    const vote = (pages, weight) => {
      for (const page of pages) votes.set(page, (votes.get(page) ?? 0) + weight);
    };
    for (const pages of await listsOf(search, word)) vote(pages, Math.log(1 + count / (pages.length || 1)));
    for (const [gram, { pages }] of (await search.file(word)).lists) {
      const length = goingOn(gram, word);
      if (length) vote(pages, 2 * length);
    }
    // On a small site pages differ little by their pairs, and are short.
    return [...votes].sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, count < 1000 ? 128 : 32).map(([page]) => page);
  };

  const RUNS = /[一-龠々〆]+|[ぁ-ん]+|[ァ-ヺー]+|[a-z]+|\d+|./g;
  /**
   * The whole word or words that a part of a text belongs to; empty where it begins or ends otherwise than a
   * term, and goes on in another kind of character: 産総研柏 of 産総研柏センター is neither a word nor a name.
   * @param {string} term
   * @param {string} text
   * @param {number} from
   * @param {number} to
   */
  const wordsAround = (term, text, from, to) => {
    while (from && kindOf(text[from]) >= 0 && kindOf(text[from - 1]) === kindOf(text[from])) from--;
    while (to < text.length && kindOf(text[to]) >= 0 && kindOf(text[to]) === kindOf(text[to - 1])) to++;
    const isOpen = (/** @type {string} */ beside = "") => kindOf(beside) >= 0 && !/[ぁ-ん]/.test(beside);
    const isPiece = term[0] !== text[from] && isOpen(text[from - 1])
      || term.at(-1) !== text[to - 1] && isOpen(text[to]);
    return isPiece ? "" : text.slice(from, to);
  };

  /** @param {string} text */
  const digitsOf = (text) => (text.match(/\d+|[〇一二三四五六七八九十百千元]+/g) ?? []).join();

  /**
   * Whether most characters of one are in another.
   * @param {string} one
   * @param {string} other
   */
  const sharesMost = (one, other) => [...one].filter((char) => other.includes(char)).length * 2 > one.length;

  /**
   * Whether one may be a slip of the other: runs of one kind, those of two characters or fewer as they are.
   * @param {string} one
   * @param {string} other
   */
  const isAlike = (one, other) => {
    const [left, right] = [one, other].map((text) => text.match(RUNS) ?? []);
    return left.length === right.length && left.every((run, place) =>
      run === right[place] || kindOf(run) === kindOf(right[place]) && run.length > 2 && !/[ぁ-ん]/.test(run)
      && sharesMost(run, right[place]));
  };

  /**
   * The words and names of the site that are an edit or two from a term, the likeliest first. What is short,
   * and every number, is meant as it is typed.
   * @param {Engine} search
   * @param {string} term A folded term.
   */
  const near = async (search, term) => {
    let best = term.length > 7 ? 2 : 1;
    if (term.replace(/[\d,.兆億万円年月日]/g, "").length < 4) return [];
    ({ kindOf } = await search.part("cuts"));
    const numbers = await likely(search, units(term));
    /** @type {Page[]} */
    const pages = await Promise.all(numbers.map((number) => search.load(FORMAT.pageKey + number)));
    /** @type {Map<string, number>} */
    let found = new Map();
    pages.forEach((page, place) => {
      search.blocks(numbers[place], page);
      const [, , title, aliases, , , summary, sections] = page;
      const texts = [title, ...aliases, summary, ...sections.flatMap(([, ...texts]) => texts)];
      // Rows of facts are no sentence, and what stands before a space in them is no part of the word.
      for (const text of texts.flatMap((text) => text.split(/\s/))) {
        const folded = fold(text);
        for (const { edits, part, from } of nearest(term, folded, best)) {
          const whole = wordsAround(term, folded, from, from + part.length);
          // A word that is much longer is another.
          if (!whole || edits > best || whole.length - part.length > Math.max(2, term.length / 2)) continue;
          if (whole === term || !isAlike(term, whole) || digitsOf(whole) !== digitsOf(term)) continue;
          if (edits < best) found = new Map();
          best = edits;
          found.set(whole, Math.max(found.get(whole) ?? 0, part.length - (whole.length - part.length)));
        }
      }
    });
    // Most likely is what has the same characters and little more.
    const shared = (/** @type {string} */ part) => [...term].filter((one) => part.includes(one)).length;
    const words = [...found].sort(([one, own], [other, others]) =>
      shared(other) - shared(one) || others - own || one.length - other.length).map(([word]) => word);
    // What has a likelier word in it is found with that.
    const isNew = (/** @type {string} */ word, /** @type {number} */ place) =>
      !words.slice(0, place).some((one) => word.includes(one));
    return words.filter(isNew).slice(0, 4);
  };

  /**
   * The names that a text begins as one of and ends as another: 産総研究所 as 産総研 and as 産業技術総合研究所.
   * @param {Engine} search
   * @param {string} text A folded text.
   */
  const halfNamed = async (search, text) => {
    const own = key(text), { names, namesakes } = await search.part("names");
    /** @type {Set<string>} */
    const found = new Set();
    if (own.length < 3) return [];
    const candidates = (await names(search, own)).filter(({ key: one, url }) =>
      url && one.length > 1 && one.length < own.length && own.startsWith(one));
    for (const title of [...new Set(candidates.map(({ title }) => title))].slice(0, 12)) {
      for (const all of await namesakes(search, title)) {
        const keys = all.map(key);
        const isMeant = keys.some((one) => one.length > 1 && one.length < own.length && own.startsWith(one)
          && keys.some((other) => other.endsWith(own.slice(one.length))));
        if (isMeant) found.add(all[0]);
      }
    }
    return [...found];
  };

  MokurokuSearch.slips = { halfNamed, near };
})();
