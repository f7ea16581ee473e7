// How numbers are compared, and other spellings of a term that are as good: search-engine.js fetches this
// for a query with a year, a date, a number, okurigana, kana or romaji. `FORMAT` stands for the constants of
// the index, as there. Types are in types.d.ts.
"use strict";

(() => {
  const { JOINERS, learnNumbers, same, shift } = MokurokuSearch;

  // Numbers

  /** Digits with commas between groups of three, and points between several of these, not yet marked. */
  const NUMBERS = /(?<![\d\uf000-\uf030])\d+(?:,\d{3}(?!\d))*(?:\.\d+(?:,\d{3}(?!\d))*)*/g;

  /**
   * A number whose digits tell where it begins and ends; what goes on from 万 has no beginning.
   * @param {string} number
   * @param {number} at
   * @param {string} text
   */
  const marked = (number, at, text) => {
    const last = number.length - 1, isBegun = /\d[兆億万]$/.test(text.slice(at - 2, at));
    const mark = last || isBegun ? FORMAT.lastDigit : FORMAT.onlyDigit;
    const first = isBegun ? number[0] : String.fromCharCode(FORMAT.firstDigit + +number[0]);
    return (last ? first : "")
      + number.slice(1, -1).replace(/,/g, "").replace(/\./g, String.fromCharCode(FORMAT.point))
      + String.fromCharCode(mark + +number[last]);
  };

  const DIGIT = /[\d\uf000-\uf02f]/;
  /**
   * What joins two numbers as a unit; nothing for what joins words.
   * @param {string} signs
   * @param {number} at
   * @param {string} text
   */
  const joined = (signs, at, text) => {
    const [sign] = signs.trim(), isBetween = DIGIT.test(text[at - 1]) && DIGIT.test(text[at + signs.length]);
    return sign && isBetween
      ? String.fromCharCode(FORMAT.sign + FORMAT.signs.findIndex((same) => same.includes(sign))) : "";
  };

  // Numbers in kanji

  const DIGITS = "〇一二三四五六七八九";
  const NUMERALS = `${DIGITS}十百千`;
  /** A numeral; 四半期 has none. */
  const NUMERAL = `(?:(?!四半)[${NUMERALS}])`;
  const COUNTED = "(?=[兆億万円年月日期回件人社%]|か国|か所|次(?!元)|種|級|号)";
  /**
   * Numerals of one number, or behind its digits; one that stands by itself may be part of a word. 百万円 and
   * 千円 are units, in which amounts are told.
   */
  const RUN = RegExp(`${NUMERAL}{2,}|(?<=[\\d\uf000-\uf02f])[十百千](?!万?円)`, "g");
  /** What a number goes on from. */
  const BEGUN = RegExp(`[\\d\uf000-\uf02f]$|[\\d\uf000-\uf02f${NUMERALS}][兆億万]$`);

  /**
   * Numerals whose ends tell where the number begins and ends, as `marked` does: 十八 is not in 二十八.
   * @param {string} run
   * @param {number} at
   * @param {string} text
   */
  const bordered = (run, at, text) => [...run].map((one, place) => {
    const isFirst = !place && !BEGUN.test(text.slice(Math.max(0, at - 2), at));
    const isLast = place === run.length - 1;
    const step = (isFirst ? FIRST_NUMERAL : 0) + (isLast ? LAST_NUMERAL : 0);
    return step ? String.fromCharCode(FORMAT.firstDigit + step + NUMERALS.indexOf(one)) : one;
  }).join("");
  /** How far from the units of digits those are of the first and of the last numeral of a number. */
  const FIRST_NUMERAL = 0x100;
  const LAST_NUMERAL = 0x200;

  learnNumbers(
    (text) => text.replace(NUMBERS, marked).replace(JOINERS, joined),
    (text) => same(text.replace(RUN, bordered)));

  /** What begins or ends as a number in kanji does, which may be inside another. */
  const NUMBER = RegExp(`^${NUMERAL}(?:${NUMERAL}|$|${COUNTED})|(?:${NUMERAL}|第)${NUMERAL}$`);

  /** Has the engine look whether numbers in kanji are inside others: lists do not tell. */
  const learnKanji = () => {
    const engine = MokurokuSearch.prototype, { find } = engine;
    /**
     * @param {Asked[]} terms
     * @param {number} few
     */
    engine.find = async function (terms, few) {
      const found = await find.call(this, terms, few);
      for (const cover of found.covers.flat()) {
        if (!cover.isExact || !NUMBER.test(cover.text)) continue;
        if (cover.list?.pages.length) cover.isExact = found.isExact = false;
      }
      return found;
    };
    MokurokuSearch.hasKanji = true;
  };
  // Another edition fetches this again.
  if (!MokurokuSearch.hasKanji) learnKanji();

  // Years

  /**
   * Name, letter, the year before the first; the latest first.
   * @type {[string, string, number][]}
   */
  const ERAS = [
    ["令和", "r", 2018], ["平成", "h", 1988], ["昭和", "s", 1925], ["大正", "t", 1911], ["明治", "m", 1867],
  ];
  const ERA = "(令和|平成|昭和|大正|明治|(?<![a-z])[mtshr])";
  const YEAR = RegExp(`(?:${ERA}(元|(?<!\\d)\\d{1,2})|(?<!\\d)(\\d{4}))(年度?|(?![\\da-z]|\\.\\d))`);
  /** A day, or a month of a year, in either calendar, as it is written or with signs between the numbers. */
  const DATE = RegExp(`(?:${ERA}(元|\\d{1,2})|(?<!\\d)(\\d{4}))`
    + "(?:年(\\d{1,2})月(?:(\\d{1,2})日)?|[-./](\\d{1,2})(?:[-./](\\d{1,2}))?)(?!\\d)");

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
   * @param {string} term A folded term with a year.
   * @returns {string[]}
   */
  const years = (term) => {
    const [written, era, number, year, unit] = YEAR.exec(term) ?? [];
    if (!written) return [];
    const others = era ? western(era, number, unit) : unit ? japanese(+year, unit) : [];
    return others.map((other) => term.replace(written, other));
  };

  /**
   * The same day or month in all writings.
   * @param {string} term A folded term with a date.
   * @returns {string[]}
   */
  const dates = (term) => {
    const [written, era, number, western, month, day, otherMonth, otherDay] = DATE.exec(term) ?? [];
    if (!written) return [];
    const zeroOf = ERAS.find((one) => one.includes(era))?.[2] ?? 0;
    const year = era ? zeroOf + (+number || 1) : +western;
    const m = +(month || otherMonth), d = +(day || otherDay || 0);
    if (m > 12 || d > 31 || !m) return [];
    /** @param {string | number} name */
    const inFull = (name) => `${name}年${m}月${d ? `${d}日` : ""}`;
    /** @param {string} sign */
    const signed = (sign) => [`${m}`, ...d ? [`${d}`] : []].join(sign);
    const two = (/** @type {number} */ one) => `${one}`.padStart(2, "0");
    /**
     * A month as a day begins that is written with points, 2020.4 of 2020.4.1: as `units` has it.
     * @param {string | number} year
     */
    const begun = (year) => {
      const point = String.fromCharCode(FORMAT.point), [first, ...rest] = `${year}`;
      return String.fromCharCode(FORMAT.firstDigit + +first) + rest.join("") + point + m + point;
    };
    const found = [
      inFull(year), `${year}-${two(m)}${d ? `-${two(d)}` : ""}`, `${year}/${signed("/")}`,
      `${year}.${signed(".")}`, ...d ? [] : [begun(year)],
    ];
    for (const [name, letter, zero] of ERAS) {
      const own = year - zero;
      if (own < 1 || own > 64 || era && name !== era && letter !== era) continue;
      found.push(inFull(name + own), `${letter}${own}.${signed(".")}`);
      if (!d) found.push(letter + begun(own));
      if (own === 1) found.push(inFull(`${name}元`));
    }
    return found.map((other) => term.replace(written, other));
  };

  // The same numbers in digits and in kanji

  const KANJI = `${NUMERAL}+`;
  const IN_KANJI = RegExp("(?:(?<![一-龠々\\d])|(?<=令和|平成|昭和|大正|明治|年|月|[兆億万]))"
    + `${KANJI}${COUNTED}|(?<=第)${KANJI}|(?<=[一-龠々])(?<!${NUMERAL})${KANJI}(?=次(?!元)|種|級|号)`, "g");
  const IN_DIGITS = RegExp(`(?<![\\d.])\\d{1,4}${COUNTED}|(?<=第)\\d{1,3}(?!\\d)`, "g");

  /** @type {Record<string, number>} */
  const TENS = { 十: 10, 百: 100, 千: 1000 };

  /**
   * A number below 10,000 in kanji as a number.
   * @param {string} kanji
   */
  const valueOf = (kanji) => {
    if (!/[十百千]/.test(kanji)) return [...kanji].map((one) => DIGITS.indexOf(one)).join("");
    let sum = 0, digit = 0;
    for (const one of kanji) {
      const unit = TENS[one];
      if (!unit) {
        digit = DIGITS.indexOf(one);
        continue;
      }
      sum += (digit || 1) * unit;
      digit = 0;
    }
    return `${sum + digit}`;
  };

  /**
   * A number below 10,000 in kanji.
   * @param {number} value
   */
  const kanjiOf = (value) => [[1000, "千"], [100, "百"], [10, "十"], [1, ""]].map(([unit, name]) => {
    const digit = Math.floor(value / +unit) % 10;
    return digit ? (digit > 1 || unit === 1 ? DIGITS[digit] : "") + name : "";
  }).join("") || "〇";

  /**
   * The same numbers in digits.
   * @param {string} term A folded term.
   */
  const digits = (term) => term.replace(IN_KANJI, valueOf);

  /**
   * The same numbers in kanji.
   * @param {string} term A folded term.
   */
  const kanji = (term) => term.replace(IN_DIGITS, (one) => kanjiOf(+one));

  const PART = "[十百千]?[兆億万]?";
  const AMOUNT = RegExp("(?<![\\d.])\\d[\\d,]*(?:\\.\\d+)?"
    + `${PART}(?:(?<=[十百千兆億万])[\\d,]+${PART})*(?!\\d|\\.\\d|年)`);
  /** @type {[string, number][]} */
  const UNITS = [["兆", 1e12], ["億", 1e8], ["万", 1e4], ["", 1]];
  /**
   * The same amount with its units, with a point, in digits alone, in thousands and in millions: 3万8,000,
   * 3.8万, 38,000, 3万8千; 131億20百万, 13,120百万.
   * @param {string} term A folded term with numbers in digits.
   */
  const amounts = (term) => {
    const [written = ""] = AMOUNT.exec(term) ?? [];
    let value = 0;
    for (const [, number, ten, unit] of written.replace(/,/g, "").matchAll(/([\d.]+)([十百千]?)([兆億万]?)/g)) {
      value += +number * (TENS[ten] ?? 1) * (UNITS.find(([name]) => name === unit)?.[1] ?? 1);
    }
    value = Math.round(value * 100) / 100;
    if (value < 1e4 || value % 1 || value > 1e15) return [];
    let rest = value;
    const found = UNITS.map(([name, unit]) => {
      const count = Math.floor(rest / unit);
      rest %= unit;
      return count ? count + name : "";
    }).join("");
    const [name, unit] = UNITS.find(([, unit]) => value >= unit) ?? UNITS[3];
    const point = `${value / unit}`;
    return [
      found, point.length < 7 ? point + name : found, value < 1e9 ? `${value}` : found,
      found.replace(/(?<!\d)(\d)000(?=\D|$)/g, "$1千"), found.replace(/(?<!\d)(\d\d?)00万$/, "$1百万"),
      value < 1e8 || value % 1e6 ? found : `${value / 1e6}百万`,
    ].map((other) => term.replace(written, other));
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

  const ENDS = RegExp(`(?<=\\d)[${FORMAT.separators}]+$`);
  /** A compound of verbs, 打ち合わせ. */
  const VERB = /^([一-龠々])[ぁ-ん]?[いきしちみりぎじびえけせてねべめれげぜ]([一-龠])([ぁ-ん]{1,3})$/;

  /** A noun of kanji that ends in the kana of a verb, 下請け. */
  const OKURIGANA = /([一-龠々]{2})[いきけげしせちびみめり]$/;

  /**
   * Spellings that are as good as the term.
   * @param {string} term A folded term.
   * @returns {string[]}
   */
  const equal = (term) => {
    const plain = digits(term);
    const found = new Set([
      // What ends a sentence behind a number belongs to none.
      term.replace(ENDS, ""),
      // What is read aloud may be written in either kana.
      /^[ぁ-ゖー]{3,}$/.test(term) ? shift(term, /[ぁ-ゖ]/g, FORMAT.kanaStep) : term,
      plain, ...dates(plain), ...DATE.test(plain) ? [] : years(plain), kanji(term),
      term.replace("(株)", "株式会社"), term.replace("株式会社", "(株)"),
      ...amounts(plain), term.replace(VERB, "$1$2$3"), term.replace(OKURIGANA, "$1"),
      term.replace(VERB, (_, first, second, rest) => first + second + (rest.slice(1) || rest)),
    ]);
    found.delete(term);
    return [...found];
  };

  /**
   * The date that a term has; empty if none.
   * @param {string} term
   */
  const day = (term) => DATE.exec(term)?.[0] ?? "";

  mokuroku("spellings", { day, digits, equal, kana });
})();
