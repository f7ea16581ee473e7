// What a query may mean that finds nothing: search-engine.js fetches this for it, with search-slips.js
// before it. `FORMAT` stands for the constants of the index, as there. Types are in types.d.ts.
"use strict";

(() => {
  /** Letters that may be Japanese read aloud. */
  const ROMAJI = /^[a-z'āīūēōâîûêô-]+ー?$/;

  const { fold, key, learn, NAME, same, shift, slips, units } = MokurokuSearch;
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
    const long = term.replace(/([aiueo])\1/g, "$1-");
    for (const typed of [term, long, term.replace(/d?zu/g, "du")]) {
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
    return [...new Set(found)];
  };

  /**
   * Kana with long vowels that are seldom typed in romaji: そむしょ as そうむしょう.
   * @param {string} kana
   */
  const lengthened = (kana) => {
    let found = [""], places = 0;
    for (const part of kana.split(/(?<=[おこそとのほもよろごぞどぼぽょうくすつぬふむゆるぐずづぶぷゅ])(?![うおー])/)) {
      // The first three may each be long or short.
      const isOpen = /[^あ-えか-けさ-せた-てな-ねは-へま-めら-れがぎげざじぜだぢでばびべぱぴぺんっゃー]$/.test(part);
      const others = isOpen && places++ < 3 ? found.map((one) => `${one}${part}う`) : [];
      found = [...found.map((one) => one + part), ...others];
    }
    return found.slice(1);
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
    found.add(term.replace(/[−‒–—―]/g, "-"));
    found.add(term.replace(/(?<=[一-龠々])[いきけげしせちびみめり](?=[一-龠])/g, ""));
    // What sounds alike or nearly so: ものずくり, ものつくり.
    for (const sound of [/ず/g, /(?<=[ぁ-ん])つ/g]) found.add(term.replace(sound, "づ"));
    found.add(term.replace(/づ/g, "ず")).add(term.replace(/ぢ/g, "じ"));
    for (const one of [term, withB, withV, ...withSmall, ...sizes]) {
      for (const other of [one, one.replace(/ー+$/, ""), one.replace(/ー/g, ""), `${one}ー`]) {
        found.add(other).add(shift(other, /[ぁ-ゖ]/g, FORMAT.kanaStep)).add(same(other));
      }
    }
    const isRomaji = ROMAJI.test(term);
    for (const one of isRomaji ? romaji(term) : []) {
      found.add(one);
      for (const long of lengthened(one)) found.add(long);
    }
    for (const one of [term, "", "ー"]) found.delete(one);
    return found;
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
      for (const { key: known, title, url } of await (await search.part("names")).names(search, start)) {
        const isKana = /^[ぁ-んー]+$/.test(start), isCut = known.length >= FORMAT.nameUnits;
        const [one, other] = isKana ? [heard(start), heard(known)] : [start, known];
        // Of a key that is cut too little is known to tell a much longer name.
        const isMeant = isCut ? one.startsWith(other) && one.length < other.length + 3 : one === other;
        // Of an id all is known: it is the end of the address, which people know as a name.
        if (url && (isMeant || key(url.split("/").at(-2) ?? "") === own)) found.add(title);
      }
    }
    return [...found];
  };

  /**
   * The titles that a text is with a few characters left out of the middle: 知財推進計画 of 知的財産推進計画.
   * @param {Engine} search
   * @param {string} text
   */
  const shortNamed = async (search, text) => {
    const own = key(text), { names } = await search.part("names");
    const { isShortened } = await search.part("cuts");
    if (own.length < 4) return [];
    const digits = (/** @type {string} */ key) => key.replace(/\D/g, "");
    const found = (await names(search, own)).filter(({ key, url }) =>
      url && key.length < own.length * 1.5 && isShortened(own, key) && digits(own) === digits(key));
    return [...new Set(found.map(({ title }) => title))];
  };

  /**
   * The results of what may be meant, the best of each; nothing where there are none.
   * @param {Engine} search
   * @param {{text: string, terms: Term[]}[]} choices
   * @param {Filters} filters
   * @param {number} limit
   * @param {number[]} known The pages that are found already: what finds no others tells nothing.
   * @returns {Promise<Answer | undefined>}
   */
  const answered = async (search, choices, filters, limit, known = []) => {
    /** @type {Choice[]} */
    const answers = [];
    for (const { text, terms } of choices) {
      const found = await search.search(text, { filters, limit, plain: true, terms });
      if (found.all.some((page) => !known.includes(page)) && found.total) answers.push({ ...found, text });
    }
    if (!answers.length) return;
    const [first, ...others] = answers, { together } = await search.part("cuts");
    return {
      ...together(answers, limit),
      suggestion: first.text, others: others.map(({ text, total }) => ({ text, total })),
    };
  };

  /**
   * What Latin letters find as the reading of a name or as the id of a record, beside what they find as they
   * are typed: riken; nothing where that is no more.
   * @param {Engine} search
   * @param {Answer} answer
   * @param {Filters} filters
   * @param {number} limit
   */
  const alsoRead = async (search, { terms: [{ text }], all }, filters, limit) => {
    known = await search.part("spellings");
    const choices = (await soundingLike(search, text)).slice(0, 4).map((title) => {
      const word = fold(title);
      return { text: title, terms: [{ text: word, not: false, alts: [word] }] };
    });
    return answered(search, choices, filters, limit, all);
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
      const { isThere } = await search.part("cuts");
      if (isShort || await isThere(search, term.text)) {
        for (const { terms } of choices) terms.push(term);
        continue;
      }
      const { nearlyNamed } = await search.part("names");
      let meant = await nearlyNamed(search, term.text);
      if (!meant.length) meant = await shortNamed(search, term.text);
      if (!meant.length) meant = await slips.halfNamed(search, term.text);
      if (!meant.length) meant = await soundingLike(search, term.text);
      if (!meant.length) meant = await slips.near(search, term.text);
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
    Object.assign(answer, await answered(search, choices, filters, limit));
  };

  /** Of a longer text no other spellings are looked for. */
  const LONGEST = 100;

  /**
   * Those of some spellings that a page has: of those that are typed in Latin letters what begins a name,
   * where one does.
   * @param {Engine} search
   * @param {string[]} spellings
   * @param {boolean} [isLatin]
   */
  const found = async (search, spellings, isLatin) => {
    const all = await Promise.all([...new Set(spellings)].filter(Boolean).map(async (text) => {
      const { impacts } = (await search.find([{ alts: [text] }], 0)).list;
      return { text, impact: Math.max(-1, ...impacts.slice(0, 1000)) };
    }));
    const least = Math.max(...all.map(({ impact }) => impact)) > NAME && isLatin ? NAME + 1 : 0;
    return all.filter(({ impact }) => impact >= least).map(({ text }) => text);
  };

  /**
   * Whether Latin letters with spaces are a reading or an id without them: tokyo daigaku, job card.
   * @param {Engine} search
   * @param {string} joined
   */
  const isSpaced = async (search, joined) => /^[a-z'-]+$/.test(joined) && joined.length <= LONGEST
    && ((await soundingLike(search, joined)).length || (await found(search, romaji(joined))).length) > 0;

  /**
   * Searches once more for what is not found: in old kanji, in other spellings, word by word, as a slip.
   * @param {Engine} search
   * @param {string} query
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer>}
   */
  const retry = async (search, query, terms, filters, limit) => {
    learn(await search.load(FORMAT.kanjiKey));
    known = await search.part("spellings");
    const cuts = await search.part("cuts");
    const { inParts, kindOf } = cuts;
    if (terms.some(({ text }) => fold(text) !== text)) return search.search(query, { filters, limit });
    const wanted = terms.filter((term) => !term.not), [first] = wanted;
    const isPhrase = terms.some((term) => term.isPhrase);
    const joined = wanted.map(({ text }) => text).join("");
    const both = isPhrase ? null : await cuts.bothNames(search, joined);
    if (both) return search.search(query, { filters, limit, plain: true, terms: [both] });
    if (!isPhrase && wanted.length > 1 && await isSpaced(search, joined)) {
      return retry(search, joined, [{ text: joined, not: false, alts: [joined] }], filters, limit);
    }
    for (const { text, alts, isPhrase } of wanted) {
      if (isPhrase || !units(text) || text.length > LONGEST) continue;
      if (wanted.length > 1 && await cuts.isThere(search, text)) continue;
      const others = [...guesses(text), spelled(text), cuts.withoutLegal(text)];
      alts.push(...await found(search, others.filter((one) => one !== text), /^[a-z]/.test(text)));
    }
    const answer = await search.search(query, { filters, limit, terms, plain: true });
    if (answer.total || isPhrase || wanted.some(({ text }) => text.length > LONGEST)) return answer;
    // A slip within one word is likelier than words without a space; where their kind changes these are.
    const isOneWord = wanted.every(({ text }) => new Set([...text].map(kindOf)).size < 2);
    const cut = async () => Object.assign(answer, await inParts(search, wanted, filters, limit));
    // Nor is a name cut that lacks a の or a ー, or a little more.
    const { nearlyNamed } = await search.part("names");
    const isName = wanted.length === 1
      && ((await nearlyNamed(search, first.text)).length || (await shortNamed(search, first.text)).length);
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
    /** @type {Map<string, {title: string, url: string, kind: string, isWhole?: boolean}>} */
    const found = new Map();
    const read = ROMAJI.test(text) ? romaji(text).flatMap((one) => [one, ...lengthened(one)]) : [];
    for (const other of [...known.equal(text), text.replace(/(?<=[一-龠々])[ぁ-ん]{1,2}$/, ""), ...read]) {
      const start = key(other).slice(0, FORMAT.nameUnits);
      if (start.length < 2 || start === key(text)) continue;
      for (const { key, ...name } of await names(search, start)) {
        // Long vowels are seldom typed in romaji: sansoken.
        const isBegun = read.includes(other) && start.length > 2 && heard(key).startsWith(heard(start));
        if (!name.url || !isBegun && !key.startsWith(start)) continue;
        const isWhole = key.length < FORMAT.nameUnits && heard(key) === heard(start);
        found.set(name.url, { ...name, isWhole: isWhole || found.get(name.url)?.isWhole });
      }
    }
    const { results } = found.size ? { results: [] } : await search.search(typed, { plain: true });
    for (const { title, url, collection } of results) {
      if (!title.some(([, isHit]) => isHit)) continue;
      const [page] = url.split("#");
      found.set(page, { title: title.map(([piece]) => piece).join(""), url: page, kind: collection });
    }
    return [...found.values()].sort((one, other) =>
      +(other.isWhole ?? false) - +(one.isWhole ?? false) || one.title.length - other.title.length);
  };

  mokuroku("questions", { alsoRead, otherNames, retry });
})();
