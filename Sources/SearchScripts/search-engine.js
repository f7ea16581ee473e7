// The search engine of the site: it finds pages in the index that Sources/CatalogueSearch writes. How it
// works is told in Documentation/decisions/0005-search-index.md. `FORMAT` stands for the constants of the
// index: the program writes their values here when it publishes the script. Types are in types.d.ts.
"use strict";

(() => {
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
  /** Digits with commas between groups of three, and points between several of these, not yet marked. */
  const NUMBERS = /(?<![\d\uf000-\uf030])\d+(?:,\d{3}(?!\d))*(?:\.\d+(?:,\d{3}(?!\d))*)*/g;

  /**
   * A folded text with a unit for each character, Latin letters without accents.
   * @param {string} text
   */
  const letters = (text) => text.replace(/[\ud800-\udbff]./gs, (pair) =>
    String.fromCharCode(FORMAT.outside | (pair.codePointAt(0) ?? 0) & FORMAT.outsideMask))
    .replace(/[\xc0-\u1eff]/g, (one) => {
      const [base] = one.normalize("NFD");
      return /[a-z]/.test(base) ? base : one;
    });

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
    const [sign] = signs.trim();
    return sign && DIGIT.test(text[at - 1]) && DIGIT.test(text[at + signs.length])
      ? String.fromCharCode(FORMAT.sign + FORMAT.signs.findIndex((same) => same.includes(sign))) : "";
  };

  /**
   * A folded text as it is compared: numbers are found as a whole, and what joins words is left out.
   * @param {string} text
   */
  const units = (text) => letters(text).replace(NUMBERS, marked).replace(JOINERS, joined);

  /**
   * A text as what somebody types may begin a name.
   * @param {string} text
   */
  const key = (text) => same(letters(fold(text))).replace(JOINERS, "");

  /**
   * A text as texts of pages are compared.
   * @param {string} text
   */
  const comparable = (text) => same(units(fold(text)));

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

  // Impacts. The beginnings of short names are up to 15 above NAME.
  const INSIDE = 0;
  const TEXT = 16;
  const HEADING = 32;
  const NAME = 48;

  /** @type {List} */
  const NONE = { pages: [], impacts: [] };

  /**
   * Joins two lists in the order of their pages.
   * @param {List} left
   * @param {List} right
   * @param {(left?: number, right?: number) => number | undefined} join Gives the impact of a page from
   *   those that the lists have; a page without one is left out.
   * @returns {List}
   */
  const merge = (left, right, join) => {
    const pages = [], impacts = [];
    let i = 0, j = 0;
    while (i < left.pages.length || j < right.pages.length) {
      const one = left.pages[i] ?? Infinity, other = right.pages[j] ?? Infinity;
      const impact = join(
        one <= other ? left.impacts[i++] : undefined, other <= one ? right.impacts[j++] : undefined);
      if (impact !== undefined) {
        pages.push(Math.min(one, other));
        impacts.push(impact);
      }
    }
    return { pages, impacts };
  };

  /**
   * The pages that both lists have.
   * @param {List} left
   * @param {List} right
   * @param {(left: number, right: number) => number} join
   */
  const intersect = (left, right, join) => merge(left, right, (one, other) =>
    one === undefined || other === undefined ? undefined : join(one, other));

  /**
   * Reads the bits of a file, as CatalogueSearch/Lists writes them.
   * @param {string} text
   * @param {number} total How many pages there are.
   */
  const bits = (text, total) => {
    const codes = new Uint16Array(text.length + 3);
    for (let index = 0; index < text.length; index++) {
      codes[index] = text.charCodeAt(index) - FORMAT.firstCharacter;
    }
    let at = 0;

    /** The next bits of two characters, from the highest of 32. */
    const next = () => {
      const index = at / FORMAT.bits | 0, used = at % FORMAT.bits;
      const two = codes[index] << FORMAT.bits | codes[index + 1];
      return (two << used | codes[index + 2] >> FORMAT.bits - used) << 32 - 2 * FORMAT.bits;
    };

    /** @param {number} width How many bits the number has. */
    const number = (width) => {
      const value = width && next() >>> 32 - width;
      at += width;
      return value;
    };

    const gamma = () => {
      const zeros = Math.clz32(next());
      at += zeros;
      return number(zeros + 1);
    };

    /**
     * Ascending numbers.
     * @param {number} count
     * @param {number} limit All are below it.
     */
    const numbers = (count, limit) => {
      const found = [];
      let low = 0, value = -1;
      while (count > 0 && (count << low + 1) * FORMAT.gapFactor < limit * FORMAT.gapShare) low++;
      while (found.length < count) {
        let ones;
        do {
          ones = Math.clz32(~next());
          at += ones;
          value += ones << low;
        } while (ones === 2 * FORMAT.bits);
        at++;
        value += number(low) + 1;
        // What is not as it was written must not be read for ever.
        if (value >= limit) throw Error("list");
        found.push(value);
      }
      return found;
    };

    const pages = () => numbers(gamma(), total);

    /** @param {number[]} pages Those whose impacts follow. */
    const impactsOf = (pages) => {
      const impacts = pages.map(() => TEXT);
      for (const place of numbers(gamma() - 1, pages.length)) {
        if (!number(1)) impacts[place] = HEADING;
        else if (!number(1)) impacts[place] = INSIDE;
        else impacts[place] = number(1) ? NAME + 1 + number(FORMAT.nameBits) : NAME;
      }
      return impacts;
    };

    /**
     * A list that stands by itself.
     * @returns {List}
     */
    const list = () => {
      const found = pages();
      return { pages: found, impacts: impactsOf(found) };
    };

    /**
     * A list that is told by its places in that of a shorter gram. Most pages are in one only of the lists
     * below it, so that those that are in none yet are told first.
     * @param {List} shorter
     * @param {boolean} isPair What a single character is worth tells nothing of a pair.
     * @returns {List}
     */
    const listBelow = (shorter, isPair) => {
      const isMost = number(1) > 0, taken = shorter.taken ??= [];
      /** @type {boolean[]} */
      const isHere = [];
      /** @type {number[]} */
      const free = [];
      /** @type {number[]} */
      const others = [];
      /** @type {List} */
      const found = { pages: [], impacts: [] };
      shorter.pages.forEach((_, place) => (taken[place] ? others : free).push(place));
      for (const place of free) isHere[place] = isMost;
      for (const index of numbers(gamma() - 1, free.length)) isHere[free[index]] = !isMost;
      for (const index of numbers(gamma() - 1, others.length)) isHere[others[index]] = true;
      shorter.pages.forEach((page, place) => {
        if (!isHere[place]) return;
        taken[place] = true;
        found.pages.push(page);
        if (isPair) return;
        let impact = shorter.impacts[place];
        if (impact > TEXT && !number(1)) impact = TEXT;
        while (impact > NAME && number(1)) impact--;
        found.impacts.push(impact);
      });
      if (isPair) found.impacts = impactsOf(found.pages);
      return found;
    };

    return { number, pages, list, listBelow };
  };

  // Texts

  /** The second half of a character. */
  const LOW = /[\udc00-\udfff]/;
  /** What belongs to the character before it. */
  const MARK = /[\udc00-\udfff\ufe00-\ufe0f\u3099\u309aﾞﾟ\u0300-\u036f\udb40]/;

  /**
   * What tells whether a text has a term, both as they are compared.
   * @param {string} term
   * @returns {(text: string) => boolean}
   */
  const finder = (term) => {
    if (!/[一-龠々]{2}[ぁ-ん]/.test(term)) return (text) => text.includes(term);
    // 打合せ is also 打ち合わせ.
    const pattern = RegExp(term.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")
      .replace(/([一-龠々])(?=[一-龠][ぁ-ん])/g, "$1[ぁ-ん]?[いきしちみりぎじびえけせてねべめれげぜ]")
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
      const folded = comparable(part), isPlain = folded === same(part);
      /** @param {number} length How much of the folded part ends where the answer says. */
      const place = (length) => {
        if (isPlain) return length;
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
          while (MARK.test(part[to])) to++;
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

  /** The key of a file: a table or not, the kind, the number. */
  const KEY = RegExp(`^(${FORMAT.tableKey}?)(.)(\\d*)$`);
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /**
   * Whom each file that is waited for is told to.
   * @type {WeakMap<object, (key: string, value: any) => void>}
   */
  const waiting = new WeakMap();

  /** The index of one edition of the site. It is asked of files of this edition alone, or fails. */
  class MokurokuSearch {

    /**
     * What the directory tells, by the names that the program has for it.
     * @type {Record<string, any>}
     */
    directory = {};
    /**
     * The hashes of crowded grams: what they begin has files of its own.
     * @type {Set<number>}
     */
    crowded = new Set();
    /** @type {Map<string, Promise<any>>} */
    files = new Map();
    /**
     * The blocks of pages as they are compared.
     * @type {string[][][]}
     */
    folded = [];
    /**
     * The lists of the files that are read, by the places that were asked for.
     * @type {Map<number, Map<string, List>>}
     */
    lists = new Map();

    /** @param {string} base The folder of the index, with `/` at the end. */
    constructor(base) {
      this.base = base;
    }

    /**
     * Fetches a file of the index or of the engine, once.
     * @param {string} key
     * @param {string} [url]
     * @returns {Promise<any>}
     */
    load(key, url) {
      let file = this.files.get(key);
      if (!file) {
        file = this.fetch(key, url);
        this.files.set(key, file);
        file.catch(() => this.files.delete(key));
      }
      return file;
    }

    /**
     * @param {string} key
     * @param {string} [url]
     */
    async fetch(key, url) {
      const [, table, kind, number] = KEY.exec(key) ?? [];
      const source = url ?? this.address(key, ...await this.codes(kind, +number, table));
      return new Promise((resolve, reject) => {
        const element = document.createElement("script");
        waiting.set(element, (called, value) => called === key && resolve(value));
        element.src = source;
        // A file that has not called by now is not what it should be.
        element.onload = element.onerror = () => {
          element.remove();
          reject(Error(source));
        };
        document.head.append(element);
      });
    }

    /**
     * What names a file, the directory or a table that it names: the bits, and the place of the file there.
     * @param {string} kind
     * @param {number} number
     * @param {string} [isTable] Whether the file is a table: the directory names all of these.
     * @returns {Promise<[ReturnType<typeof bits>, number]>}
     */
    async codes(kind, number, isTable) {
      const { [FORMAT.shiftOf + kind]: shift, [FORMAT.codesOf + kind]: told, places } = this.directory;
      if (isTable || !shift) return [bits(told, places), number];
      const table = await this.load(FORMAT.tableKey + kind + (number >> shift)), count = 1 << shift;
      return [bits(table, count), number & count - 1];
    }

    /**
     * The address of a file: its name tells its content.
     * @param {string} key
     * @param {ReturnType<typeof bits>} codes
     * @param {number} place Which of the codes is its own.
     */
    address(key, { number }, place) {
      while (place--) number(FORMAT.codeBits);
      const code = number(FORMAT.codeBits).toString(FORMAT.codeRadix).padStart(FORMAT.codeDigits, "0");
      return `${this.base}${key}.${code}.js`;
    }

    /**
     * Fetches the directory; no cache keeps it for more than ten minutes.
     * @param {boolean} [isAnew] Past every cache.
     */
    async open(isAnew) {
      if (this.directory.places) return this;
      const key = FORMAT.directoryKey, query = isAnew ? Date.now() : Date.now() / 600_000 | 0;
      const told = await this.load(key, `${this.base}${key}.js?${query}`);
      // The page is older than the files of another engine.
      if (told[0] !== FORMAT.version) throw Error("format");
      FORMAT.directory.forEach((name, place) => this.directory[name] = told[place]);
      const { crowded, range } = this.directory;
      this.crowded = new Set(crowded && bits(crowded, range).pages());
      return this;
    }

    /**
     * A part of the search that not all queries need.
     * @param {"cuts" | "facets" | "names" | "spellings" | "questions"} name
     * @returns {Promise<any>}
     */
    part(name) {
      // Published names carry a digest of what is in them; the program tells those of the parts.
      return this.load(name, script.src.replace(/engine(\.\w+)?\.js/, (_, digest) =>
        `${name}${digest ? `.${PARTS[name]}` : ""}.js`));
    }

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
        if (word && SPELLED.test(text)) {
          const { equal } = await this.part("spellings");
          alts.push(...equal(text));
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
      /** @type {number[]} */
      let leading = [];
      // What follows a beginning may stand in a text as well, and tells nothing of the name.
      // A very long name is worth no more where it begins than any other, and a name may end with the term.
      const isName = found.covers.flat().some(({ text, start = NONE, list = NONE }) =>
        (start === list ? list : intersect(start, list, (impact) => impact)).impacts.some((impact) =>
          impact > NAME || impact === NAME && text.length > 6));
      // Where few pages have all words, a short one may tell their kind.
      const isKind = !plain && wanted.length > 1 && found.list.pages.length <= this.directory.limit
        && wanted.some(({ text }) => text.length < 4);
      if (isName || isKind) {
        const { lead } = await this.part("names");
        const led = await lead(this, asked, found, limit, isKind);
        if (led.whole) return this.search(query, { ...options, terms: led.whole });
        found = led;
        leading = led.leading;
      }
      const { list, isExact } = found, isFiltered = Object.values(filters).some((ids) => ids.length);
      let all = wanted.length || !isFiltered
        ? leading.concat(ranked(list).filter((page) => !leading.includes(page)))
        : [...Array(this.directory.pages).keys()];
      if (asked.length > wanted.length) all = await (await this.part("names")).without(this, asked, all);
      const pages = isFiltered ? await (await this.part("facets")).narrow(this, all, filters) : all;
      /** @type {Answer} */
      const answer = {
        total: pages.length, exact: isExact && asked.length === wanted.length, pages, all, terms: asked,
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
      while (results.length < Math.min(until, answer.pages.length)) {
        const numbers = answer.pages.slice(results.length, until);
        const found = await Promise.all(numbers.map(async (number) =>
          this.result(number, await this.load(FORMAT.pageKey + number), terms, isCited)));
        for (const result of found) {
          if (result) results.push(result);
        }
        const wrong = new Set(numbers.filter((_, place) => !found[place]));
        if (!wrong.size) continue;
        answer.pages = answer.pages.filter((page) => !wrong.has(page));
        answer.all = answer.all.filter((page) => !wrong.has(page));
      }
      answer.total = answer.pages.length;
      answer.exact ||= results.length === answer.total;
    }

    /**
     * The blocks of a page as they are compared: its names, their readings, its other spellings, its
     * summary, its
     * sections.
     * @param {number} number
     * @param {Page} page
     */
    blocks(number, page) {
      const [, , title, aliases, readings, spellings, summary, sections, pairs] = page;
      learn(pairs);
      return this.folded[number] ??= [
        [title, ...aliases], readings, spellings, [summary], ...sections.map(([, ...texts]) => texts),
      ].map((texts) => texts.map((text) => same(units(text.replace(/[^。\n]+。?/g, fold)))));
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
      if (terms.some(({ not, kind }, place) =>
        not === (kind === collection || hits.some((row) => row[place])))) return null;
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
  Object.assign(MokurokuSearch, {
    fold, learn, same, shift, units, key, comparable, bits, finder, spans, pieces,
    intersect, merge, NAME, WORDS,
  });
  Object.assign(globalThis, {
    MokurokuSearch,
    /**
     * The files call this. Two editions have files of one key: the script tells which is meant.
     * @param {string} key
     * @param {any} value
     */
    mokuroku: (key, value) => {
      const { currentScript } = document;
      if (currentScript) waiting.get(currentScript)?.(key, value);
    },
  });
})();
