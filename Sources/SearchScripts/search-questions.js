// What a query may mean that finds nothing: search-engine.js fetches this for it. `FORMAT` stands for the
// constants
// of the index, as there. Types are in types.d.ts.
"use strict";

(() => {
  const { comparable, fold, key, learn, same, shift, units } = MokurokuSearch;
  /** @type {Spellings} What search-spellings.js knows, fetched with the first question. */
  let known;

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
      for (const reading of readings) {
        // What is no kana to the end was not romaji, but for the last syllable of a longer word.
        const [, read, rest] = /^(.*?)([a-z]*)。$/.exec(known.kana(`${reading}。`)) ?? ["", "", ""];
        if (!/[a-z]/.test(read) && (!rest || read.length > 3)) found.push(read);
      }
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
    const withSmall = [[/ジェ/g, "ゼ"], [/ゼ/g, "ジェ"], [/シェ/g, "セ"], [/セ/g, "シェ"]].map(([from, to]) =>
      term.replace(from, `${to}`));
    const sizes = [
      shift(term, SMALL, 1), shift(term, /[ヤユヨやゆよ]/g, -1), shift(term, /[アイエオツあいえおつ]/g, -1),
    ];
    /** @type {Set<string>} */
    const found = new Set();
    found.add(term.replace(/(?<=[一-龠々])[いきけげしせちびみめり](?=[一-龠])/g, ""));
    for (const one of [term, withB, withV, ...withSmall, ...sizes]) {
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

  /** What kind of character one is: words end where it changes. */
  const KINDS = [/[一-龠々〆]/, /[ぁ-ん]/, /[ァ-ヺ]/, /[a-z]/, /\d/];
  const RUNS = /[一-龠々〆]+|[ぁ-ん]+|[ァ-ヺー]+|[a-z]+|\d+|./g;
  /** @param {string} [one] */
  const kindOf = (one = "") => one === "ー" ? 2 : KINDS.findIndex((kind) => kind.test(one));

  /**
   * The whole word or words that a part of a text belongs to.
   * @param {string} text
   * @param {number} from
   * @param {number} to
   */
  const wordsAround = (text, from, to) => {
    while (from && kindOf(text[from]) >= 0 && kindOf(text[from - 1]) === kindOf(text[from])) from--;
    while (to < text.length && kindOf(text[to]) >= 0 && kindOf(text[to]) === kindOf(text[to - 1])) to++;
    return text.slice(from, to);
  };

  /** @param {string} text */
  const digitsOf = (text) => (text.match(/\d+|[〇一二三四五六七八九十百千元]+/g) ?? []).join();

  /**
   * Whether one may be a slip of the other: runs of one kind, those of two characters or fewer as they are.
   * @param {string} one
   * @param {string} other
   */
  const isAlike = (one, other) => {
    const [left, right] = [one, other].map((text) => text.match(RUNS) ?? []);
    return left.length === right.length && left.every((run, place) =>
      run === right[place] || kindOf(run) === kindOf(right[place]) && run.length > 2 && !/[ぁ-ん]/.test(run));
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
          const whole = wordsAround(folded, from, from + part.length);
          // A word that is much longer is another.
          if (edits > best || whole.length - part.length > Math.max(2, term.length / 2)) continue;
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
   * A term that somebody searches for as it is written.
   * @param {string} text
   * @returns {Term}
   */
  const termOf = (text) => ({ text, not: false, alts: [text, ...known.equal(text)] });

  /** How many pages are looked at for a term that lists are not sure of. */
  const MOST_DOUBTS = 24;

  /**
   * Whether a page has a term, as far as the likeliest pages tell.
   * @param {Engine} search
   * @param {string} text
   */
  const isThere = async (search, text) => {
    const term = termOf(text), { list } = await search.find([term], 1);
    const pages = list.pages.map((page, place) => ({ page, impact: list.impacts[place] }))
      .sort((one, other) => other.impact - one.impact).slice(0, MOST_DOUBTS);
    for (const { page } of pages) {
      if (search.result(page, await search.load(FORMAT.pageKey + page), [term], false)) return true;
    }
    return false;
  };

  // Names that are not in texts

  /** Long vowels and small tsu are heard, not always typed: さんそけん is さんそうけん. */
  const heard = (/** @type {string} */ text) => text.replace(/[ーっ]/g, "")
    .replace(/([おこそとのほもよろをごぞどぼぽょうくすつぬふむゆるぐずづぶぷゅ])[うお]/g, "$1")
    .replace(/([えけせてねへめれげぜでべぺぇ])[いえ]/g, "$1").replace(/([あかさたなはまやらわがざだばぱゃ])あ/g, "$1")
    .replace(/([いきしちにひみりぎじびぴぃ])い/g, "$1");

  /** How letters are read, longer readings first. */
  const LETTERS = Object.entries({
    だぶりゅー: "w", だぶる: "w", えっくす: "x", えいち: "h", えっち: "h", じぇー: "j", じぇい: "j", きゅー: "q",
    いー: "e", えー: "a", えい: "a", びー: "b", しー: "c", すぃー: "c", でぃー: "d", えふ: "f", じー: "g", あい: "i",
    けー: "k", けい: "k", える: "l", えむ: "m", えぬ: "n", おー: "o", ぴー: "p", あーる: "r", えす: "s", てぃー: "t", ゆー: "u",
    ぶい: "v", ゔぃー: "v", わい: "y", ぜっと: "z", ずぃー: "z",
  });
  const READ_ALOUD = RegExp(LETTERS.map(([reading]) => reading).join("|"), "g");

  /**
   * Letters that are read aloud, てぃーあいえー; empty for anything else.
   * @param {string} text
   */
  const spelled = (text) => {
    const letters = same(text).replace(READ_ALOUD, (reading) => Object.fromEntries(LETTERS)[reading]);
    return /^[a-z]{2,}$/.test(letters) && !/[a-z]/.test(text) ? letters : "";
  };

  /**
   * The names that a term may be heard as, or that it is the id of, as the site writes them.
   * @param {Engine} search
   * @param {string} text
   */
  const soundingLike = async (search, text) => {
    const own = key(text), found = new Set();
    const typed = /^[a-z'āīūēōâîûêô-]+$/.test(text) ? [own, ...romaji(text)] : [same(own)];
    for (const start of new Set(typed)) {
      if (start.length < 2) continue;
      for (const { key, title, url } of await (await search.part("names")).names(search, start)) {
        const isKana = /^[ぁ-んー]+$/.test(start), isCut = key.length >= FORMAT.nameUnits;
        const [one, other] = isKana ? [heard(start), heard(key)] : [start, key];
        // Of a key that is cut too little is known to tell a much longer name.
        const isMeant = isCut ? one.startsWith(other) && one.length < other.length + 3 : one === other;
        if (isMeant && url) found.add(title);
      }
    }
    return [...found];
  };

  // What is typed without spaces

  const PARTICLES = "における|に関する|についての|について|のための|による|への|での|との|からの|として|など|の|は|が|を|に|へ|と|で|や|も|から|まで";
  const PARTICLE = RegExp(`(?<=[^ぁ-ん])(?:(?:${PARTICLES})(?=[^ぁ-ん]|$)|とは$)|(?:など|等)$`, "g");
  /** A verb before a noun or at the end, 使える補助金, which names nothing; of 支援する施策 the noun stays. */
  const VERBS = /(?<![一-龠々])[一-龠々][ぁ-ん]{2,4}(?=[^ぁ-ん]|$)|(?<=[一-龠々]{2})(?:する|した|している|される)(?=[^ぁ-ん]|$)/g;
  /** How many words a piece between particles may have, and how many are looked up in all. */
  const MOST_WORDS = 4;
  const MOST_LOOKS = 60;
  /** How many of the pages found are looked at to order them. */
  const MOST_RANKED = 32;
  /** A year or a number with its unit, which no word begins with. */
  const FIRST = /^(?:(?:令和|平成|昭和)(?:元|\d+)(?:年度?)?|\d{4}年度?|[rhs]\d{1,2}(?:年度?)?(?![a-z]))(?=.)(?!\d{1,2}月)/;

  /**
   * A piece without a particle as words that the site has, the first one as long as can be; null if there
   * are
   * none.
   * @param {string} piece
   * @param {(text: string) => Promise<boolean>} isKnown Whether a page has a text.
   * @param {number} most How many words there may be.
   * @returns {Promise<string[] | null>}
   */
  const wordsOf = async (piece, isKnown, most) => {
    // One character is no word.
    if (piece.length > 1 && await isKnown(piece)) return [piece];
    if (most < 2) return null;
    // A day is never cut.
    const day = known.day(piece);
    if (day === piece) return null;
    const [first] = day && piece.startsWith(day) ? [day] : FIRST.exec(piece) ?? [];
    const ends = [];
    for (let end = piece.length - 1; end > 1; end--) {
      // Where the kind of character changes a word is likelier to end; kana and Latin letters are never cut.
      const [before, after] = [kindOf(piece[end - 1]), kindOf(piece[end])];
      // Nor does a number end before its unit or at its point.
      if (before < 0 || after < 0 || before === 4) continue;
      if (before !== after && after !== 1) ends.unshift(end);
      else if (before === 0 && after === 0) ends.push(end);
    }
    ends.sort((one, other) => other - one);
    for (const end of first ? [first.length] : ends) {
      const rest = piece.slice(end);
      if (rest.length < 2 || !await isKnown(piece.slice(0, end))) continue;
      const words = await wordsOf(rest, isKnown, most - 1);
      if (words) return [piece.slice(0, end), ...words];
    }
    return null;
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
    const spellings = answer.terms.map(({ alts, names = [] }) => [...alts, ...names].map(comparable));
    const head = (spellings.at(-1) ?? []).filter(Boolean);
    const ranks = await Promise.all(few.map(async (number) => {
      const page = await search.load(FORMAT.pageKey + number), [names] = search.blocks(number, page);
      const named = keys.findLastIndex((wanted) => placeOf(page, wanted) >= 0);
      const isHead = head.some((one) => names.some((name) => name.includes(one)));
      const order = named === words.length - 1 ? 0 : named >= 0 ? 3 : isHead ? 1 : 2;
      return { number, order, far: distance(search.blocks(number, page).flat(), spellings) };
    }));
    ranks.sort((one, other) => one.order - other.order || (one.far === other.far ? 0 : one.far - other.far));
    answer.pages = [...ranks.map(({ number }) => number), ...answer.pages.slice(few.length)];
    answer.results = [];
    await search.more(answer, limit);
  };

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
   * Searches for the words of a question that is typed without spaces: 令和2年度補正予算, つくば市の施策.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer | undefined>}
   */
  const inParts = async (search, terms, filters, limit) => {
    const { facet } = await search.part("facets");
    /** @type {FacetValue[]} */
    const values = search.directory.facets.includes("collection")
      ? (await facet(search, "collection")).values : [];
    /** @type {string[]} */
    const parts = [];
    /** @type {Map<string, Promise<boolean>>} */
    const looks = new Map();
    /** @param {string} text */
    const isKnown = async (text) => {
      // A long question is no reason to fetch the whole index.
      if (!looks.has(text) && looks.size >= MOST_LOOKS) return false;
      looks.set(text, looks.get(text) ?? isThere(search, text));
      return /** @type {Promise<boolean>} */ (looks.get(text));
    };
    for (const { text, not } of terms) {
      if (not) return;
      const pieces = known.digits(text).replace(PARTICLE, " ").replace(VERBS, " ").split(" ");
      for (const piece of pieces.filter(Boolean)) {
        const words = await wordsOf(piece, isKnown, MOST_WORDS);
        if (!words) return;
        parts.push(...words);
      }
    }
    if (!parts.length || parts[0] === terms[0].text) return;
    const kinds = values.filter(({ label }) => parts.includes(label));
    const words = parts.filter((part) => kinds.every(({ label }) => label !== part));
    // The kind of what is looked for is no word of its texts.
    const tries = [{ words: parts, filters }];
    if (kinds.length && words.length) {
      tries.unshift({ words, filters: { ...filters, collection: kinds.map(({ id }) => id) } });
    }
    for (const { words, filters } of tries) {
      const found = await search.search("", { filters, limit, plain: true, terms: words.map(termOf) });
      if (!found.total) continue;
      await nearestFirst(search, found, words, limit);
      return Object.assign(found, { parts: parts.map((part) => asTyped(terms, part)) });
    }
  };

  /**
   * Fills an empty answer with what was probably meant: the results of the likeliest, and of others that
   * are as likely.
   * @param {Engine} search
   * @param {Answer} answer
   * @param {string} query
   * @param {Filters} filters
   * @param {number} limit
   */
  const suggest = async (search, answer, query, filters, limit) => {
    /** @type {{text: string, terms: Term[]}[]} */
    let choices = [{ text: query, terms: [] }];
    for (const term of answer.terms) {
      const isShort = term.not || term.text.length < 2;
      if (isShort || await isThere(search, term.text)) {
        for (const { terms } of choices) terms.push(term);
        continue;
      }
      const { nearlyNamed } = await search.part("names");
      let meant = await nearlyNamed(search, term.text);
      if (!meant.length) meant = await soundingLike(search, term.text);
      if (!meant.length) meant = await near(search, term.text);
      if (!meant.length) return;
      const words = query.match(/[^\s"“”＂]+/g) ?? [];
      const typed = words.find((word) => fold(word.replace(/^[-－−]/, "")) === term.text);
      // Of one word all that may be meant are looked for, of several the likeliest.
      const all = choices.length > 1 ? meant.slice(0, 1) : meant.slice(0, 4);
      choices = all.flatMap((one) => choices.map(({ text, terms }) => {
        const word = fold(one), mended = { text: word, not: false, alts: [word] };
        return { text: text.replace(typed ?? term.text, () => one), terms: [...terms, mended] };
      }));
    }
    /** @type {(Answer & {text: string})[]} */
    const answers = [];
    for (const { text, terms } of choices) {
      const other = await search.search(text, { filters, limit, plain: true, terms });
      if (other.total) answers.push({ ...other, text });
    }
    if (!answers.length) return;
    /** @type {Map<number, Result>} */
    const results = new Map();
    // The best of each, then the second of each.
    for (let place = 0; place < limit; place++) {
      for (const { results: { [place]: result } } of answers) {
        if (result && results.size < limit) results.set(result.page, results.get(result.page) ?? result);
      }
    }
    const [first, ...others] = answers;
    Object.assign(answer, first, {
      suggestion: first.text, results: [...results.values()],
      others: others.map(({ text, total }) => ({ text, total })),
    });
  };

  /**
   * Searches once more for what is not found: in old kanji, in other spellings, word by word, as a slip.
   * @param {Engine} search
   * @param {string} query
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {number} limit
   */
  const retry = async (search, query, terms, filters, limit) => {
    learn(await search.load(FORMAT.kanjiKey));
    known = await search.part("spellings");
    if (terms.some(({ text }) => fold(text) !== text)) return search.search(query, { filters, limit });
    const wanted = terms.filter((term) => !term.not);
    for (const { text, alts, isPhrase } of wanted) {
      if (isPhrase || !units(text) || wanted.length > 1 && await isThere(search, text)) continue;
      for (const guess of [...guesses(text), spelled(text)]) {
        if (guess && (await search.find([{ alts: [guess] }], 0)).list.pages.length) alts.push(guess);
      }
    }
    const answer = await search.search(query, { filters, limit, terms, plain: true });
    if (answer.total || terms.some(({ isPhrase }) => isPhrase)) return answer;
    // A slip within one word is likelier than words without a space; where their kind changes these are.
    const isOneWord = wanted.every(({ text }) => new Set([...text].map(kindOf)).size < 2);
    const cut = async () => Object.assign(answer, await inParts(search, wanted, filters, limit));
    // Nor is a name cut that lacks a の or a ー.
    const isName = wanted.length === 1
      && (await (await search.part("names")).nearlyNamed(search, wanted[0].text)).length;
    if (!isOneWord && !isName) await cut();
    if (!answer.total) await suggest(search, answer, query, filters, limit);
    if (!answer.total && isOneWord) await cut();
    return answer;
  };

  /**
   * The names to suggest where none begins with what is typed: those that begin with another spelling of it,
   * or else have it inside.
   * @param {Engine} search
   * @param {string} typed
   */
  const otherNames = async (search, typed) => {
    const text = fold(typed), { names } = await search.part("names");
    known = await search.part("spellings");
    /** @type {Map<string, {title: string, url: string, kind: string}>} */
    const found = new Map();
    for (const other of [...known.equal(text), text.replace(/(?<=[一-龠々])[ぁ-ん]{1,2}$/, "")]) {
      const start = key(other);
      if (start.length < 2 || start === key(text)) continue;
      for (const { key, ...name } of await names(search, start)) {
        if (name.url && key.startsWith(start.slice(0, FORMAT.nameUnits))) found.set(name.url, name);
      }
    }
    const { results } = found.size ? { results: [] } : await search.search(typed, { plain: true });
    for (const { title, url, collection } of results) {
      if (!title.some(([, isHit]) => isHit)) continue;
      const [page] = url.split("#");
      found.set(page, { title: title.map(([piece]) => piece).join(""), url: page, kind: collection });
    }
    return [...found.values()].sort((one, other) => one.title.length - other.title.length);
  };

  mokuroku("questions", { otherNames, retry });
})();
