// Which words a query is made of. The program publishes this with search-parts.js behind it as one script,
// which search-questions.js fetches for a query that finds nothing, search-facets.js for one that finds
// little and names a kind. `FORMAT` stands for the constants of the index. Types are in types.d.ts.
"use strict";

(() => {
  const { fold, key, units } = MokurokuSearch;

  /** What kind of character one is: words end where it changes. */
  const KINDS = [/[一-龠々〆]/, /[ぁ-ん]/, /[ァ-ヺ]/, /[a-z]/, /\d/];
  /** @param {string} [one] */
  const kindOf = (one = "") => one === "ー" ? 2 : KINDS.findIndex((kind) => kind.test(one));

  /**
   * A term that somebody searches for as it is written.
   * @param {Engine} search
   * @param {string} text
   * @returns {Promise<Term>}
   */
  const termOf = async (search, text) =>
    ({ text, not: false, alts: [text, ...(await search.part("spellings")).equal(text)] });

  /** How many pages are looked at for a term that lists are not sure of. */
  const MOST_DOUBTS = 24;

  /**
   * The pages that may have a term, the likeliest first.
   * @param {Engine} search
   * @param {Term} term
   */
  const likely = async (search, term) => {
    const { list } = await search.find([term], 1);
    const pages = list.pages.map((page, place) => ({ page, impact: list.impacts[place] }))
      .sort((one, other) => other.impact - one.impact).slice(0, MOST_DOUBTS);
    return pages.map(({ page }) => page);
  };

  /**
   * Whether a page has a term, as far as the likeliest pages tell.
   * @param {Engine} search
   * @param {string} text
   */
  const isThere = async (search, text) => {
    const term = await termOf(search, text);
    for (const page of await likely(search, term)) {
      if (search.result(page, await search.load(FORMAT.pageKey + page), [term], false)) return true;
    }
    return false;
  };

  // Names and brackets

  /** What stands before the names of agencies, in full and short, also in brackets. */
  const LEGAL = RegExp("^[(\\[]?(?:国立研究開発法人|独立行政法人|国研|独法|(?<=[(\\[])(?:独|国))[)\\]]?");
  /**
   * A name without it; what is nothing else stays.
   * @param {string} text A folded text.
   */
  const withoutLegal = (text) => text.replace(LEGAL, "") || text;

  /**
   * The keys of the names that a text begins with.
   * @param {Engine} search
   * @param {string} text A folded text.
   * @returns {Promise<Set<string>>}
   */
  const namesAt = async (search, text) => {
    const own = key(text), { names, namesakes } = await search.part("names");
    /** @type {Set<string>} */
    const found = new Set(), cut = new Set();
    if (own.length < 2) return found;
    for (const { key: one, title, url } of await names(search, own)) {
      if (one.length < 2 || !url || !own.startsWith(one)) continue;
      // Keys other than titles are cut.
      if (one.length < FORMAT.nameUnits || one === key(title)) found.add(one);
      else cut.add(title);
    }
    for (const title of [...cut].slice(0, 12)) {
      for (const name of (await namesakes(search, title)).flat()) {
        if (own.startsWith(key(name))) found.add(key(name));
      }
    }
    return found;
  };

  /**
   * A name with another of its record in brackets as a term that finds both: 経済産業省（METI）.
   * @param {Engine} search
   * @param {string} text A folded text.
   * @returns {Promise<Term | undefined>}
   */
  const bothNames = async (search, text) => {
    const [, ...both] = /^([^()]+)\((.+)\)$/.exec(text) ?? [];
    if (both.length < 2) return;
    const { namesakes } = await search.part("names");
    const [mine, others] = both.map((one) => [key(one), key(withoutLegal(one))]);
    for (const one of [both[0], withoutLegal(both[0])]) {
      for (const names of await namesakes(search, one)) {
        const keys = names.map(key);
        if (![mine, others].every((wanted) => keys.some((one) => wanted.includes(one)))) continue;
        return { text, typed: text, not: false, alts: [...new Set([one, both[1], withoutLegal(both[1])])] };
      }
    }
  };

  // Words

  const PARTICLES = "における|に関する|に関連する|についての|について|のための|による|への|での|との|からの|として|など|の|は|が|を|に|へ|と|で|や|も"
    + "|から|まで";
  const ASKED = "(?:とは(?:何(?:か|ですか)?)?|って何)$";
  const PARTICLE =
    RegExp(`(?<=[^ぁ-ん])(?:(?:${PARTICLES})(?=[^ぁ-ん]|$)|${ASKED})|(?:など|等)$`, "g");
  /** A verb before a noun or at the end, 使える補助金, which names nothing; of 支援する施策 the noun stays. */
  const VERBS = RegExp("(?<![一-龠々])[一-龠々][ぁ-ん]{2,4}(?=[^ぁ-ん]|$)"
    + "|(?<=[一-龠々]{2})(?:する|した|している|される)(?=[^ぁ-ん]|$)", "g");
  /** What separates words; between digits some of these belong to a date or an amount. */
  const SIGNS = /[・、。;?!()[\]「」『』【】"〜~:…&]|(?<!\d)[,/]|[,/](?!\d)/g;
  /** A word of kana before a particle, つくばの拠点. */
  const KANA_WORD = /(?<![ぁ-ん一-龠々])([ぁ-ん]{3,}?)(?:の|と|で|は|が|を|に|へ)(?=[^ぁ-ん])/g;
  /** How many words a piece between particles may have, and how many are looked up in all. */
  const MOST_WORDS = 4;
  const MOST_LOOKS = 60;
  /** Of a longer text no words are looked for. */
  const LONGEST = 100;
  /** A year or a number with its unit, which no word begins with. */
  const FIRST = RegExp("^(?:(?:令和|平成|昭和)(?:元|\\d+)(?:年度?)?|\\d{4}年度?|[rhs]\\d{1,2}(?:年度?)?(?![a-z]))"
    + "(?=.)(?!\\d{1,2}月)");

  /**
   * Whether a word stands somewhere in a text, with the borders that a cut needs.
   * @param {string} text As texts are compared.
   * @param {string} word
   * @param {Borders} borders
   */
  const standsIn = (text, word, { isCutBefore, isCutAfter }) => {
    const first = kindOf(word[0]), last = kindOf(word.at(-1));
    for (let at = -1; (at = text.indexOf(word, at + 1)) >= 0;) {
      const end = at + word.length;
      const isBefore = !isCutBefore || first < 0 || kindOf(text[at - 1]) !== first;
      if (isBefore && (!isCutAfter || last < 0 || kindOf(text[end]) !== last)) return true;
    }
    return false;
  };

  /** Looks words of one question up, no more than some. */
  class Looks {
    /** @type {Map<string, Promise<any>>} */
    known = new Map();
    /** @type {Map<number, string>} */
    texts = new Map();

    /**
     * @param {Engine} search
     * @param {string[]} kinds The labels of collections.
     */
    constructor(search, kinds) {
      this.search = search;
      this.kinds = kinds;
    }

    /**
     * What is looked up once; nothing where there was too much: a long question is no reason to fetch the
     * whole index.
     * @template T
     * @param {string} name
     * @param {() => Promise<T>} look
     * @param {T} none
     * @returns {Promise<T>}
     */
    once(name, look, none) {
      if (!this.known.has(name)) {
        if (this.known.size >= MOST_LOOKS) return Promise.resolve(none);
        this.known.set(name, look());
      }
      return /** @type {Promise<T>} */ (this.known.get(name));
    }

    /**
     * What a page says, where a space, a bracket and a comma end what stands in one piece.
     * @param {number} number
     */
    async text(number) {
      /** @type {Page} */
      const page = await this.search.load(FORMAT.pageKey + number);
      this.search.blocks(number, page);
      const [, , title, aliases, readings, spellings, summary, sections] = page;
      /** @type {string[]} */
      const bodies = sections.flatMap(([, ...texts]) => texts);
      const all = [title, ...aliases, ...readings, ...spellings, summary, ...bodies];
      const pieces = all.flatMap((one) => one.split(/[\s、。，,（）()「」『』／]/));
      const text = this.texts.get(number) ?? pieces.map((one) => units(fold(one))).join("\n");
      this.texts.set(number, text);
      return text;
    }

    /** @param {string} text */
    names(text) {
      return this.once(`n${text}`, () => namesAt(this.search, text), new Set());
    }

    /**
     * Whether a text is a word: a name, a kind, or what stands somewhere with the borders that it needs.
     * @param {string} word
     * @param {Borders} borders
     */
    async isWord(word, borders) {
      if (word.length < 2) return false;
      if (this.kinds.includes(word) || (await this.names(word)).has(key(word))) return true;
      const { isCutBefore, isCutAfter } = borders;
      return this.once([word, isCutBefore, isCutAfter].join("\n"), async () => {
        const term = await termOf(this.search, word), alts = term.alts.map(units).filter(Boolean);
        for (const page of await likely(this.search, term)) {
          const text = await this.text(page);
          if (alts.some((one) => standsIn(text, one, borders))) return true;
        }
        return false;
      }, false);
    }
  }

  /**
   * Where words of a piece may end, the likeliest first: a year, the longest name, a kind, then where the
   * kind of character changes or two words of kanji may meet.
   * @param {string} piece
   * @param {Looks} looks
   */
  const endsOf = async (piece, looks) => {
    const day = (await looks.search.part("spellings")).day(piece);
    const [first] = day && piece.startsWith(day) ? [day] : FIRST.exec(piece) ?? [];
    if (first) return [first.length];
    const names = await looks.names(piece), sure = [], changes = [], others = [];
    for (let end = piece.length - 1; end > 1; end--) {
      const part = piece.slice(0, end);
      const [before, after] = [kindOf(piece[end - 1]), kindOf(piece[end])];
      // Kana, Latin letters and numbers are never cut.
      if (before === after && before > 0) continue;
      if (names.has(key(part)) || looks.kinds.includes(part)) sure.push(end);
      // Nor does a number end before its unit or at its point.
      else if (before < 0 || after < 0 || before === 4) continue;
      else if (before !== after && after !== 1) changes.push(end);
      else if (before === 0 && after === 0) others.push(end);
    }
    return [...sure, ...[...changes, ...others].sort((one, other) => other - one)];
  };

  /**
   * A piece without a particle as words that the site has, the first one as long as can be; null if there
   * are none.
   * @param {string} piece
   * @param {Looks} looks
   * @param {boolean} isCutBefore Whether another word stands before it.
   * @param {number} most How many words there may be.
   * @returns {Promise<string[] | null>}
   */
  const wordsOf = async (piece, looks, isCutBefore, most) => {
    // One character is no word.
    if (piece.length < 2) return null;
    if (await looks.isWord(piece, { isCutBefore, isCutAfter: false })) return [piece];
    // A day is never cut.
    if (most < 2 || (await looks.search.part("spellings")).day(piece) === piece) return null;
    for (const end of await endsOf(piece, looks)) {
      const word = piece.slice(0, end), rest = piece.slice(end);
      // Where the kind of character changes, a word ends in the question already.
      const isCutAfter = kindOf(piece[end - 1]) === kindOf(piece[end]);
      if (rest.length < 2 || !await looks.isWord(word, { isCutBefore, isCutAfter })) continue;
      const words = await wordsOf(rest, looks, isCutAfter, most - 1);
      if (words) return [word, ...words];
    }
    return null;
  };

  /**
   * The words of a term between signs and particles.
   * @param {string} text A folded text.
   * @param {Looks} looks
   */
  const piecesOf = async (text, looks) => {
    const { digits } = await looks.search.part("spellings");
    // 関連 tells nothing at the end, before a particle or before a kind.
    const vague = RegExp(`(?<=\\S)に?(?:関係|関連)(?:する|した|の|(?=${["$", ...looks.kinds].join("|")}))`, "g");
    let plain = digits(withoutLegal(text)).replace(SIGNS, " ").trim();
    for (const [, word] of [...plain.matchAll(KANA_WORD)]) {
      if (await looks.isWord(word, { isCutBefore: true, isCutAfter: true })) {
        plain = plain.replace(KANA_WORD, (found, one) => one === word ? `${one} ` : found);
      }
    }
    return plain.replace(vague, " ").replace(PARTICLE, " ").replace(VERBS, " ").split(" ")
      .map((piece) => withoutLegal(piece.replace(/^-+|-+$/g, ""))).filter(Boolean);
  };

  /**
   * The words that somebody typed without spaces, 令和2年度補正予算, つくば市の施策; none where that is not
   * sure.
   * @param {Engine} search
   * @param {Term[]} terms
   */
  const partsOf = async (search, terms) => {
    const looks = new Looks(search, await (await search.part("facets")).kinds(search));
    /** @type {string[]} */
    const parts = [];
    for (const { text, not, isPhrase } of terms) {
      if (not || isPhrase || text.length > LONGEST) return [];
      for (const piece of await piecesOf(text, looks)) {
        const words = await wordsOf(piece, looks, false, MOST_WORDS);
        if (!words) return [];
        parts.push(...words);
      }
    }
    return [...new Set(parts)];
  };

  MokurokuSearch.cuts = { bothNames, isThere, kindOf, partsOf, withoutLegal };
})();
