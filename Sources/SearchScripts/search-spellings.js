// Other spellings of a term, and slips of the finger: search-engine.js fetches this for the few queries that
// need it. `FORMAT` stands for the constants of the index, as there. Types are in types.d.ts.
"use strict";

(() => {
  const { fold, learn, same, shift, units } = MokurokuSearch;

  // Years

  /**
   * Name, letter, the year before the first; the latest first.
   * @type {[string, string, number][]}
   */
  const ERAS = [
    ["令和", "r", 2018], ["平成", "h", 1988], ["昭和", "s", 1925], ["大正", "t", 1911], ["明治", "m", 1867],
  ];
  const YEAR = /^(?:(令和|平成|昭和|大正|明治|[mtshr])(元|\d{1,2})|(\d{4}))(年度?|)$/;

  /**
   * The same year in the western calendar, and in full.
   * @param {string} era A name or a letter.
   * @param {string} number
   * @param {string} unit
   * @returns {string[]}
   */
  const western = (era, number, unit) => {
    const [name, , zero] = ERAS.find((one) => one.includes(era)) ?? ERAS[0];
    const year = `${zero + (+number || 1)}${unit || "年"}`, found = [year];
    if (number === "1") found.push(`${name}元${unit}`);
    if (number === "元") found.push(`${name}1${unit}`);
    if (era !== name) found.push(`${name}${number}${unit || "年"}`);
    // A fiscal year in which the era changed has the names of both, a day of it only one.
    if (unit === "年度") found.push(...years(year));
    return found;
  };

  /**
   * The same year in the Japanese calendar.
   * @param {number} year
   * @param {string} unit
   */
  const japanese = (year, unit) => {
    const found = [];
    let last = Infinity;
    for (const [name, , zero] of ERAS) {
      const number = year - zero;
      if (number > 0 && year <= last) {
        if (number === 1) found.push(`${name}元${unit}`);
        found.push(`${name}${number}${unit}`);
      }
      // The year that an era ends in is also the first of the next.
      last = zero + 1;
    }
    return found;
  };

  /**
   * The same year in the other calendar, and in full.
   * @param {string} term A folded term.
   * @returns {string[]}
   */
  const years = (term) => {
    const [, era, number, year, unit] = YEAR.exec(term) ?? [];
    if (era) return western(era, number, unit);
    return unit ? japanese(+year, unit) : [];
  };

  // Romaji

  /** The kana of each consonant before a, i, u, e, o; without one those of the vowels. */
  const ROWS = Object.fromEntries([
    "*あいうえお", "kかきくけこ", "sさしすせそ", "tたちつてと", "nなにぬねの", "hはひふへほ", "mまみむめも", "yや-ゆ-よ",
    "rらりるれろ", "wわ---を", "gがぎぐげご", "zざじずぜぞ", "dだぢづでど", "bばびぶべぼ", "pぱぴぷぺぽ", "f--ふ--", "v--ゔ--",
  ].map((row) => [row[0], row.slice(1)]));
  const VOWELS = "aiueo";

  /**
   * Romaji, Hepburn or kunrei, also half a word, as hiragana.
   * @param {string} text
   */
  const kana = (text) => text
    .replace(/[āâ]/g, "aa").replace(/[īî]/g, "ii").replace(/[ūû]/g, "uu").replace(/[ēê]/g, "ei")
    .replace(/[ōô]/g, "ou").replace(/-/g, "ー").replace(/tch/g, "cch")
    .replace(/n(?=n)|n'|n(?![aiueoy])|m(?=[bmp])/g, "ん").replace(/([kstrgzdbpfcjh])(?=\1)/g, "っ")
    .replace(/sh(?=[aueo])/g, "sy").replace(/ch(?=[aueo])/g, "ty").replace(/j(?=[aueo])/g, "zy")
    .replace(/shi/g, "si").replace(/chi/g, "ti").replace(/tsu/g, "tu").replace(/ji/g, "zi")
    .replace(/([kstnhmrgzdbp])y([auoe])/g, (_, consonant, vowel) =>
      ROWS[consonant][1] + "ゃゅょぇ"["auoe".indexOf(vowel)])
    .replace(/([fv])([aieo])/g, (_, consonant, vowel) =>
      ROWS[consonant][2] + "ぁぃぅぇぉ"[VOWELS.indexOf(vowel)])
    .replace(/([kstnhmyrwgzdbpfv]?)([aiueo])/g, (_, consonant, vowel) =>
      ROWS[consonant || "*"][VOWELS.indexOf(vowel)])
    .replace(/っ?[a-z]+$/, "");

  // Spellings

  /** A compound of verbs, 打ち合わせ. */
  const VERB = /^([一-龠々])[ぁ-ん]?[いきしちみりぎじびえけせてねべめれげぜ]([一-龠])([ぁ-ん]{1,3})$/;

  /**
   * Spellings that are as good as the term.
   * @param {string} term A folded term.
   * @returns {string[]}
   */
  const equal = (term) => {
    const found = new Set([
      ...years(term), term.replace("(株)", "株式会社"), term.replace("株式会社", "(株)"),
      term.replace(VERB, "$1$2$3"),
      term.replace(VERB, (_, first, second, rest) => first + second + (rest.slice(1) || rest)),
    ]);
    found.delete(term);
    return [...found];
  };

  const SMALL = /[ァィゥェォッャュョぁぃぅぇぉっゃゅょ]/g;
  const SMALL_VOWELS = "ァィェォ";
  const B_KANA = "バビベボ";

  /**
   * Romaji as kana: a long vowel is also typed twice, and the sign after n left out.
   * @param {string} term
   */
  const romaji = (term) => {
    const found = [];
    for (const typed of [term, term.replace(/([aiueo])\1/g, "$1-")]) {
      // The first three places at which an n may end a syllable, marked or not.
      const [first, ...rest] = typed.split(/(?<=n)(?=[aiueoy])/);
      let readings = [first];
      rest.forEach((part, place) => {
        const marked = place < 3 ? readings.map((reading) => `${reading}'${part}`) : [];
        readings = [...readings.map((reading) => reading + part), ...marked];
      });
      found.push(...readings.map(kana));
    }
    return found;
  };

  /**
   * Spellings to look for when there is nothing else.
   * @param {string} term A folded term.
   * @returns {Set<string>}
   */
  const guesses = (term) => {
    const withB = term.replace(/ゔ/g, "ヴ")
      .replace(/ヴ([ァィェォ])/g, (_, vowel) => B_KANA[SMALL_VOWELS.indexOf(vowel)]).replace(/ヴ/g, "ブ");
    const withV = term.replace(/[バビベボ]/g, (one) => `ヴ${SMALL_VOWELS[B_KANA.indexOf(one)]}`)
      .replace(/ブ/g, "ヴ");
    const sizes = [
      shift(term, SMALL, 1), shift(term, /[ヤユヨやゆよ]/g, -1), shift(term, /[アイエオツあいえおつ]/g, -1),
    ];
    /** @type {Set<string>} */
    const found = new Set();
    for (const one of [term, withB, withV, ...sizes]) {
      for (const other of [one, one.replace(/ー+$/, ""), one.replace(/ー/g, ""), `${one}ー`]) {
        found.add(other).add(shift(other, /[ぁ-ゖ]/g, FORMAT.kanaStep)).add(same(other));
      }
    }
    if (/^[a-z'āīūēōâîûêô-]+ー?$/.test(term)) for (const one of romaji(term)) found.add(one);
    for (const one of [term, "", "ー"]) found.delete(one);
    return found;
  };

  // Slips

  /**
   * The parts of a text that are a few edits from a word: insert, delete, replace, exchange.
   * @param {string} word
   * @param {string} text
   * @param {number} limit How many edits.
   */
  const nearest = (word, text, limit) => {
    /** @type {{edits: number, part: string}[]} */
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
      found.push({ edits, part: text.slice(isMoreBefore ? start - 1 : start, isMoreAfter ? end + 1 : end) });
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

  /**
   * What the site says that is an edit or two from a term, the likeliest first.
   * @param {Engine} search
   * @param {string} term A folded term.
   */
  const near = async (search, term) => {
    const numbers = await likely(search, units(term));
    /** @type {Page[]} */
    const pages = await Promise.all(numbers.map((number) => search.load(FORMAT.pageKey + number)));
    /** @type {Set<string>} */
    let found = new Set();
    let best = term.length > 7 ? 2 : 1;
    /**
     * @param {string} part
     * @param {number} edits
     */
    const add = (part, edits) => {
      // A word with a particle or a mark beside it is not meant.
      const isMarked = /[ぁ-ん\s、。・「」()]/.test(part) && !/[ぁ-ん]/.test(term);
      if (edits > best || part.length < 2 || part === term || isMarked) return;
      if (edits < best) found = new Set();
      best = edits;
      found.add(part);
    };
    pages.forEach((page, place) => {
      search.blocks(numbers[place], page);
      const [, , title, aliases, , summary, sections] = page;
      for (const text of [title, ...aliases, summary, ...sections.flatMap(([, ...texts]) => texts)]) {
        for (const { edits, part } of nearest(term, fold(text), best)) {
          add(part, edits);
          // At either end one character for another is as good as one too many.
          if (part[0] !== term[0]) add(part.slice(1), edits);
          if (part.at(-1) !== term.at(-1)) add(part.slice(0, -1), edits);
        }
      }
    });
    // Most likely is what has the same characters.
    const shared = (/** @type {string} */ part) => [...term].filter((one) => part.includes(one)).length;
    return [...found].sort((one, other) =>
      shared(other) - shared(one) || other.length - one.length).slice(0, 4);
  };

  /**
   * Fills an empty answer with what was probably meant.
   * @param {Engine} search
   * @param {Answer} answer
   * @param {string} query
   * @param {Filters} filters
   * @param {number} limit
   */
  const suggest = async (search, answer, query, filters, limit) => {
    let text = query;
    /** @type {Term[]} */
    const terms = [];
    for (const term of answer.terms) {
      const isShort = term.not || term.text.length < 2;
      if (isShort || (await search.search("", { limit: 1, plain: true, terms: [term] })).total) {
        terms.push(term);
        continue;
      }
      const meant = await near(search, term.text);
      if (!meant.length) return;
      const words = query.match(/[^\s"“”＂]+/g) ?? [];
      const typed = words.find((word) => fold(word.replace(/^[-－]/, "")) === term.text);
      text = text.replace(typed ?? term.text, () => meant[0]);
      terms.push({ text: meant[0], not: false, alts: meant });
    }
    const other = await search.search(text, { filters, limit, plain: true, terms });
    if (other.total) Object.assign(answer, other, { suggestion: text });
  };

  /**
   * Searches once more for what is not found: in old kanji, in other spellings, as a slip.
   * @param {Engine} search
   * @param {string} query
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {number} limit
   */
  const retry = async (search, query, terms, filters, limit) => {
    learn(await search.load(FORMAT.kanjiKey));
    if (terms.some(({ text }) => fold(text) !== text)) return search.search(query, { filters, limit });
    /** @param {string} text */
    const isThere = async (text) => (await search.find([[text]], 0)).list.pages.length > 0;
    const wanted = terms.filter((term) => !term.not);
    for (const { text, alts } of wanted) {
      if (wanted.length > 1 && await isThere(text)) continue;
      for (const guess of guesses(text)) if (await isThere(guess)) alts.push(guess);
    }
    const answer = await search.search(query, { filters, limit, terms, plain: true });
    if (!answer.total) await suggest(search, answer, query, filters, limit);
    return answer;
  };

  mokuroku("spellings", { equal, kana, retry });
})();
