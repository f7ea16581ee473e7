// Texts as the search compares them: folded, in units. This is the beginning of search-engine.js, which the
// program joins from this, search-lists.js, search-texts.js and its own file. `FORMAT` stands for the
// constants of the index. Types are in types.d.ts.

// Folding, the twin of Sources/TextFolding; its steps are told in Tools/generate-folding.py.

const WIDE = "([⺀-\u3098\u309b-\ua4cf가-힣豈-\ufaff︰-﹏\u{20000}-\u{3fffd}]?)";
const SPACE = RegExp(`${WIDE}[\\s\\x85]+(?=${WIDE})`, "gu");
const DASH = /([ァ-ヺー])(?:[-‐-―−─━](?=[ァ-ヺ])|[—―─━](?![-‐-―−─━ ]))/g;
/** What folding may change, kanji apart. */
const ODD = /[^ぁ-ゖァ-ヺー一-鿿、。「」0-9a-z]/;

/**
 * Radicals, old and variant kanji with the ones in use, as far as they are known yet.
 * @type {Map<string, string>}
 */
const kanji = new Map();
let kanjiPattern = /(?!)/g;

/**
 * Learns kanji.
 * @param {string} pairs Old kanji, each followed by the one in use.
 */
const learn = (pairs) => {
  const known = kanji.size;
  for (const [, old, now] of pairs.matchAll(/(.)(.)/gu)) kanji.set(old, now);
  if (kanji.size > known) kanjiPattern = RegExp(`[${[...kanji.keys()].join("")}]`, "gu");
};

/**
 * Moves the characters that a pattern finds by a step.
 * @param {string} text
 * @param {RegExp} pattern
 * @param {number} step
 */
const shift = (text, pattern, step) => text.replace(pattern, (run) =>
  String.fromCharCode(...[...run].map((one) => one.charCodeAt(0) + step)));

/**
 * A text in the one form in which texts are compared.
 * @param {string} text
 */
const fold = (text) => {
  if (ODD.test(text)) {
    text = text.replace(/\p{DI}/gu, "").replace(/[\s\x85]+(?=[\u3099-\u309c\uff9e\uff9f])/g, "");
    text = shift(text, /[゛゜]/g, -2).normalize("NFKC").toLowerCase().normalize("NFKC");
    text = text.replace(/ς/g, "σ");
  }
  text = text.replace(kanjiPattern, (one) => kanji.get(one) ?? one);
  if (!ODD.test(text)) return text;
  return text.replace(SPACE, (_, before, after) => before || (after ? "" : " ")).trim()
    .replace(DASH, "$1ー");
};

/**
 * Katakana as hiragana: texts are compared in this form.
 * @param {string} text A folded text.
 */
const same = (text) => shift(text, /[ァ-ヶ]+/g, -FORMAT.kanaStep);

// Grams

const WORDS = RegExp(`[${FORMAT.words}]+`, "g");
const JOINERS = RegExp(`[^${FORMAT.words}${FORMAT.separators}]+`, "g");
/**
 * A folded text with a unit for each character, Latin letters without accents.
 * @param {string} text
 */
const letters = (text) => text.replace(/[\ud800-\udbff]./gs, (pair) =>
  String.fromCharCode(FORMAT.outside | /** @type {number} */ (pair.codePointAt(0)) & FORMAT.outsideMask))
  .replace(/[\xc0-\u1eff]/g, (one) => {
    const [base] = one.normalize("NFD");
    return /[a-z]/.test(base) ? base : one;
  });

/**
 * Marks numbers in a text; only where a term has some does it matter.
 * @type {((text: string) => string) | undefined}
 */
let mark;
/** Makes folded units comparable: as `same` does, until it is learnt how numbers in kanji are compared. */
let compare = same;
/**
 * @param {(text: string) => string} step How numbers are marked.
 * @param {(text: string) => string} compared How folded units are compared.
 */
const learnNumbers = (step, compared) => {
  mark = step;
  compare = compared;
};

/**
 * A folded text as it is compared: numbers are found as a whole, and what joins words is left out.
 * @param {string} text
 */
const units = (text) => {
  text = letters(text);
  return (mark ? mark(text) : text).replace(JOINERS, "");
};

/**
 * A text as what somebody types may begin a name.
 * @param {string} text
 */
const key = (text) => same(letters(fold(text))).replace(JOINERS, "");

/**
 * A text as texts of pages are compared.
 * @param {string} text
 */
const comparable = (text) => compare(units(fold(text)));

/**
 * Mixes the units of a gram.
 * @param {string} gram
 */
const hash = (gram) => {
  let mixed = 0;
  for (let index = 0; index < gram.length; index++) {
    mixed = Math.imul(mixed ^ gram.charCodeAt(index), FORMAT.hashFactor);
    mixed ^= mixed >>> FORMAT.hashShift;
  }
  return mixed >>> 0;
};
