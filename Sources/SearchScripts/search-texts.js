// Hits in texts, and what is looked up of a term: a part of search-engine.js, behind search-lists.js. Types
// are in types.d.ts.

// Texts

/** The second half of a character. */
const LOW = /[\udc00-\udfff]/;
/**
 * A character with what belongs to it, or digits: as much of a number as has all its units is not all of it,
 * 1,10 of 1,100.
 */
const GOES_ON = /^(?:.[\udc00-\udfff\ufe00-\ufe0f\u3099\u309aﾞﾟ\u0300-\u036f\udb40]|[\d０-９]{2})/s;

/**
 * What tells whether a text has a term, both as they are compared.
 * @param {string} term
 * @returns {(text: string) => boolean}
 */
const finder = (term) => {
  if (!/[一-龠々]{2}[ぁ-ん]/.test(term)) return (text) => text.includes(term);
  // 打合せ is also 打ち合わせ; which kana may be left out the lists tell.
  const pattern = RegExp(term.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")
    .replace(/([一-龠々])(?=[一-龠][ぁ-ん])/g, "$1[ぁ-ん]{1,2}")
    .replace(/([一-龠])(?=[ぁ-ん])/g, "$1[ぁ-ん]?"));
  return (text) => text.includes(term) || pattern.test(text);
};

/**
 * Where terms are in a text, as far as an excerpt shows.
 * @param {string} text
 * @param {string[]} terms
 */
const spans = (text, terms) => {
  /** @type {Span[]} */
  const found = [];
  let at = 0;
  for (const part of text.match(/[^。\n]*[。\n]?/g) ?? []) {
    const folded = comparable(part);
    /** @param {number} length How much of the folded part ends where the answer says. */
    const place = (length) => {
      let low = 0, high = part.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (units(fold(part.slice(0, middle))).length < length) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    for (const term of terms) {
      for (let index = -1; (index = folded.indexOf(term, index + 1)) >= 0;) {
        let from = place(index + 1) - 1, to = place(index + term.length);
        if (LOW.test(part[from])) from--;
        while (GOES_ON.test(part.slice(to - 1))) to++;
        found.push([at + from, at + to]);
      }
    }
    at += part.length;
    if (found.length && at > found[0][0] + 150) break;
  }
  return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
};

/**
 * A part of a text, cut into hits and the rest.
 * @param {string} text
 * @param {Span[]} marks
 * @param {number} [from]
 * @param {number} [to]
 */
const pieces = (text, marks, from = 0, to = text.length) => {
  /** @type {Piece[]} */
  const found = [[from ? "…" : "", false]];
  for (const [start, stop] of [...marks, [to, to]]) {
    if (start < from || stop > to) continue;
    found.push([text.slice(from, start), false], [text.slice(start, stop), true]);
    from = stop;
  }
  found.push([to < text.length ? "…" : "", false]);
  return found.filter(([piece]) => piece);
};

// Terms

/** A minus or none, then a phrase or a word. */
const TYPED = /([-－−]?)(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/g;
/** A year, a date, a number, a company, okurigana, kana: what may have other spellings as good. */
const SPELLED =
  /[\d元株〇一二三四五六七八九十百千]|^[一-龠々][ぁ-ん]{1,2}[一-龠][ぁ-ん]+$|[一-龠々]{2}[いきけげしせちびみめり]$|^[ぁ-ゖー]{3,}$/;

/**
 * What is to be looked up of a spelling.
 * @param {string} text
 * @param {boolean} isName Whether it is another name of what the term names.
 * @returns {Cover}
 */
const coverOf = (text, isName) => {
  text = units(text);
  const todo = Array.from(text.matchAll(WORDS), ([run]) => ({ run, from: 0, most: Infinity }));
  return { text, isName, edge: Infinity, todo };
};

/**
 * The pages that have one of a term's spellings; other spellings than the typed one are worth less.
 * @param {Cover[]} covers
 */
const listOf = (covers) => {
  let found = covers[0].list ?? NONE;
  for (const { list, isName } of covers.slice(1)) {
    // Another name inside a word is none.
    found = merge(found, list ?? NONE, (one, other = 0) =>
      one ?? (isName && !other ? undefined : Math.max(other - TEXT, isName ? 1 : 0)));
  }
  return found;
};

/**
 * The pages of a list, those of the greatest impact first.
 * @param {List} list
 */
const ranked = ({ pages, impacts }) => {
  /** @type {number[][]} */
  const byImpact = [];
  pages.forEach((page, place) => (byImpact[impacts[place]] ??= []).push(page));
  return byImpact.reverse().flat();
};
