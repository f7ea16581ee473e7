// The search engine of the site: reads the index that Sources/CatalogueSearch writes.
// How it works: Documentation/decisions/0005-search-index.md. No build step; types are JSDoc's.
// @ts-check
(() => {
  // Folding, the twin of Sources/TextFolding; the steps are told in Tools/generate-folding.py.

  const WIDE = '([⺀-\u3098\u309b-\ua4cf가-힣豈-\ufaff︰-﹏\u{20000}-\u{3fffd}]?)';
  const SPACE = RegExp(`${WIDE}[\\s\\x85]+(?=${WIDE})`, 'gu');
  const DASH = /([ァ-ヺー])(?:[-‐-―−─━](?=[ァ-ヺ])|[—―─━](?![-‐-―−─━ ]))/g;

  /** Radicals, old and variant kanji, as far as they are known yet. @type {Map<string, string>} */
  const kanji = new Map();
  let kanjiPattern = /(?!)/g;

  /** @param {string} pairs old kanji, each followed by the one in use */
  const learn = pairs => {
    const known = kanji.size;
    for (const [, old, now] of pairs.matchAll(/(.)(.)/gu)) kanji.set(old, now);
    if (kanji.size > known) kanjiPattern = RegExp(`[${[...kanji.keys()].join('')}]`, 'gu');
  };

  /** @param {string} text @param {RegExp} range @param {number} by */
  const shift = (text, range, by) => text.replace(range, c => String.fromCharCode(c.charCodeAt(0) + by));
  /** @param {string} text */
  const fold = text => shift(text.replace(/\p{DI}/gu, '').replace(/[\s\x85]+(?=[\u3099-\u309c\uff9e\uff9f])/g, ''), /[゛゜]/g, -2)
    .normalize('NFKC').toLowerCase().normalize('NFKC').replace(/ς/g, 'σ')
    .replace(kanjiPattern, one => kanji.get(one))
    .replace(SPACE, (_, before, after) => before || (after ? '' : ' ')).trim()
    .replace(DASH, '$1ー');

  /** Katakana as hiragana: what is compared. @param {string} text folded */
  const same = text => shift(text, /[ァ-ヶ]/g, -96);

  // Grams

  const WORDS = /[0-9a-z\xc0-\xd6\xd8-\xf6\xf8-\u1fff\u2c00-\u2fff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\ufdff\ufe70-\ufeff]+/g;
  /** @param {string} text */
  const units = text => text.replace(/[\ud800-\udbff]./gs, c => String.fromCharCode(0xe000 | c.codePointAt(0) & 0xfff));
  /** @typedef {{gram: string, at: number}} Gram where it stands in its term */

  /** Grams that all pages with the term have, the telling ones first. @param {string} term folded @returns {Gram[]} */
  const gramsOf = term => {
    /** @type {Gram[]} */
    const grams = [];
    for (const { 0: run, index } of units(term).matchAll(WORDS)) {
      for (let i = 0; i < run.length - 1 || !i; i++) grams.push({ gram: run.substr(i, 2), at: index + i });
    }
    const vague = ({ gram }) => gram.replace(/[^ぁ-ゟ]/g, '').length;
    return grams.sort((a, b) => vague(a) - vague(b));
  };
  /** Whether one gram tells all of a term. @param {string} term */
  const isGram = term => gramsOf(term)[0]?.gram == term;

  /** Pages in order, each with its impact (bits 8, 9) and its places modulo 8 (bits 0 to 7).
   * @typedef {{pages: number[], marks: number[]}} List */

  /** What a mention is worth: inside another word, in the text, in a heading, in a name. @param {number} mark */
  const worth = mark => [0, 2, 4, 9][mark >> 8];

  /** Joins two lists in order of pages; a page is left out where `join` gives nothing.
   * @param {List} a @param {List} b @param {(x?: number, y?: number) => number | undefined} join @returns {List} */
  const zip = (a, b, join) => {
    const pages = [], marks = [];
    for (let i = 0, j = 0; i < a.pages.length || j < b.pages.length;) {
      const x = a.pages[i] ?? Infinity, y = b.pages[j] ?? Infinity;
      const mark = join(x <= y ? a.marks[i++] : undefined, y <= x ? b.marks[j++] : undefined);
      if (mark != null) {
        pages.push(Math.min(x, y));
        marks.push(mark);
      }
    }
    return { pages, marks };
  };

  let doubts = 0;
  /** The pages that both lists have in the same place. @param {List} a @param {List} b */
  const both = (a, b) => zip(a, b, (x, y) => {
    if (x & y & 255) return Math.min(x & 768, y & 768) | x & y & 255;
    // Where many pages have both in other places, some have them in the same place by chance.
    if (x && y) doubts++;
  });
  /** The pages that either list has; those of `b` a step lower. @param {List} a @param {List} b */
  const either = (a, b) => zip(a, b, (x, y) => x ?? (Math.max(y, 256) - 256 | 255));

  /** A page's file: [url, collection, title, aliases, readings, summary, sections, kanji].
   * @typedef {[string, string, string, string[], string[], string, [string, string, string][], string]} Page
   * A piece of text, and whether it is a hit. @typedef {[string, boolean]} Piece
   * @typedef {{text: string, not: boolean, alts: string[]}} Term
   * @typedef {{page: number, url: string, collection: string, title: Piece[], heading: string, excerpt: Piece[], hit: string}} Result
   * `all` are the pages before filters, `exact` is false while some are not looked at.
   * @typedef {{total: number, exact: boolean, pages: number[], all: number[], terms: Term[], suggestion: string, results: Result[]}} Answer */

  /** Where the needles are in a text, as far as an excerpt shows. @param {string} text @param {string[]} needles */
  const spans = (text, needles) => {
    const found = [];
    let at = 0;
    for (const part of text.match(/[^。]*。?/g)) {
      const folded = same(fold(part));
      // Where what stands before `length` characters of the fold ends.
      const least = length => {
        let low = 0, high = folded == same(part) ? low = length : part.length;
        while (low < high) {
          const middle = low + high >> 1;
          if (fold(part.slice(0, middle)).length < length) low = middle + 1; else high = middle;
        }
        return low;
      };
      for (const needle of needles) {
        for (let i = -1; (i = folded.indexOf(needle, i + 1)) >= 0;) {
          let from = least(i + 1) - 1, to = least(i + needle.length);
          if (/[\udc00-\udfff]/.test(part[from])) from--;
          while (/[\udc00-\udfff\ufe00-\ufe0f\u3099\u309aﾞﾟ\u0300-\u036f\udb40]/.test(part[to])) to++;
          found.push([at + from, at + to]);
        }
      }
      at += part.length;
      if (found.length && at > found[0][0] + 150) break;
    }
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };

  /** A part of a text cut into hits and the rest. @param {string} text @param {number[][]} marks @returns {Piece[]} */
  const pieces = (text, marks, from = 0, to = text.length) => {
    /** @type {Piece[]} */
    const found = from ? [['…', false]] : [];
    const end = to;
    for (const [start, stop] of [...marks, [end, end]]) {
      if (start < from || stop > end) continue;
      found.push([text.slice(from, start), false], [text.slice(start, stop), true]);
      from = stop;
    }
    if (end < text.length) found.push(['…', false]);
    return found.filter(([piece]) => piece);
  };

  /** The masks of one, two, three and all bits. @type {number[][]} */
  const MASKS = [[], [], [], [255]];
  for (let mask = 1; mask < 255; mask++) MASKS[mask.toString(2).replace(/0/g, '').length - 1]?.push(mask);

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** Who waits for which file. @type {Map<string, (value: any) => void>} */
  const waiting = new Map();

  class MokurokuSearch {
    /** @type {Map<string, Promise<any>>} */
    files = new Map();
    /** @type {string[][][]} */
    folded = [];
    /** Where in the lists of a file each gram's begins. @type {Map<number, Map<string, number>>} */
    places = new Map();

    /** @param {string} base the folder of the index, with `/` at the end */
    constructor(base) { this.base = base; }

    /** Fetches a file of the index or of the engine, once. @param {string} key @param {string=} url @returns {Promise<any>} */
    load(key, url = `${this.base}${this.version}/${key}.js`) {
      let file = this.files.get(key);
      if (!file) {
        file = new Promise((resolve, reject) => {
          const element = document.createElement('script');
          waiting.set(key, resolve);
          element.src = url;
          element.onload = () => element.remove();
          element.onerror = () => { this.files.delete(key); reject(Error(url)); };
          document.head.append(element);
        });
        this.files.set(key, file);
      }
      return file;
    }

    /** Fetches the directory. */
    async open() {
      if (this.version) return;
      const [version, pages, cold, hot, parts, lengths, names, facets] = await this.load('index', this.base + 'index.js');
      Object.assign(this, { version, pages, cold, hot, names, facets });
      let start = cold;
      this.parts = Array.from(parts, c => [start, start += c.charCodeAt(0) - 256]);
      /** The classes of marks by the lengths of their codes. @type {number[][]} */
      this.codes = [];
      for (let i = 0; i < 16; i++) (this.codes[lengths.charCodeAt(i) - 256] ??= []).push(i);
    }

    /** The spellings and slips that few queries need. */
    spellings() {
      return this.load('spellings', script.dataset.spellings || script.src.replace('engine', 'spellings'));
    }

    /** Reads bits. @param {string} text characters of 15 bits each */
    bits(text, at = 0) {
      let held = text.charCodeAt(at / 15) - 0x4e00, left = 15 - at % 15;
      /** @param {number} width */
      const number = width => {
        let value = 0;
        for (at += width; width--;) {
          if (!left) { held = text.charCodeAt((at - width) / 15) - 0x4e00; left = 15; }
          value = value * 2 + (held >> --left & 1);
        }
        return value;
      };
      /** A list of pages. @param {boolean=} marked @returns {List} */
      const list = marked => {
        const pages = [], marks = [];
        let width = 0, low = 0, page = 0;
        while (!number(1)) width++;
        let count = (1 << width) + number(width);
        while ((count << low + 1) * 10 < this.pages * 7) low++;
        for (; count--; page++) {
          while (number(1)) page += 1 << low;
          pages.push(page += number(low));
          for (let length = 1, code = 0, first = 0; marked; length++) {
            code = code * 2 + number(1);
            const these = this.codes[length] ?? [], kind = these[code - first];
            if (kind >= 0) {
              marks.push(kind >> 2 << 8 | MASKS[kind & 3][number([3, 5, 6, 0][kind & 3])]);
              break;
            }
            first = first + these.length << 1;
          }
        }
        return { pages, marks };
      };
      return { number, list, place: () => at };
    }

    /** Where in a file each gram's list begins. @param {number} shard */
    async shard(shard) {
      const [grams, lists] = await this.load('s' + shard);
      let places = this.places.get(shard);
      if (!places) {
        this.places.set(shard, places = new Map());
        const { number, list, place } = this.bits(lists);
        for (let i = 0, first = ''; i < grams.length; list(true)) {
          if (number(1)) first = grams[i++];
          places.set(first + (number(1) ? grams[i++] : ''), place());
        }
      }
      return { places, read: gram => this.bits(lists, places.get(gram)).list(true) };
    }

    /** The list of a gram; of one character, of all grams that begin with it. @param {string} gram @returns {Promise<List>} */
    async list(gram) {
      const [start, end] = this.parts[this.hot.indexOf(gram[0])] ?? [gram.charCodeAt(0) % this.cold, 0];
      const first = gram[1] ? start + (end && gram.charCodeAt(1) % (end - start)) : start;
      let found = { pages: [], marks: [] };
      for (let shard = first; shard == first || !gram[1] && shard < end; shard++) {
        const { places, read } = await this.shard(shard);
        for (const one of places.keys()) {
          if (one == gram || !gram[1] && one[0] == gram) found = zip(found, read(one), (x, y) => Math.max(x & 768, y & 768) | (x | y) & 255);
        }
      }
      return found;
    }

    /** The pages that have a term in one of its spellings, as far as `most` grams tell.
     * @param {string[]} alts @param {number=} most @returns {Promise<List>} */
    async find(alts, most) {
      const lists = await Promise.all(alts.map(async alt => {
        const all = await Promise.all(gramsOf(alt).slice(0, most).map(async ({ gram, at }) => {
          const { pages, marks } = await this.list(gram);
          // The places as they would be if the term began at 0.
          return { pages, marks: marks.map(mark => mark & 768 | (mark & 255 | mark << 8 & 65280) >> at % 8 & 255) };
        }));
        return all.length ? all.sort((a, b) => a.pages.length - b.pages.length).reduce(both) : { pages: [], marks: [] };
      }));
      return lists.reduce(either);
    }

    /** What is typed as terms: words, "phrases", -without. @param {string} query @returns {Promise<Term[]>} */
    async parse(query) {
      const terms = [];
      for (const [, minus, quoted, word] of query.matchAll(/([-－]?)(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/g)) {
        const text = fold(quoted ?? word), alts = [text];
        // A year, a company, okurigana: what has other spellings that are as good.
        if (word && /\d年|元|^[mtshr]\d|株|^[一-龠々][ぁ-ん]{1,2}[一-龠][ぁ-ん]+$/.test(text)) alts.push(...(await this.spellings()).equal(text));
        if (text) terms.push({ text, not: !!minus, alts });
      }
      return terms;
    }

    /** Searches; `plain` is without guesses and suggestions.
     * @param {string} query @param {{filters?: Record<string, string[]>, limit?: number, plain?: boolean, terms?: Term[]}=} options
     * @returns {Promise<Answer>} */
    async search(query, { filters = {}, limit = 10, plain, terms } = {}) {
      await this.open();
      terms ??= await this.parse(query);
      const wanted = terms.filter(term => !term.not);
      // Two grams of a term are enough where few pages have both.
      let all = [];
      for (const most of [2, undefined]) {
        doubts = 0;
        all = this.rank(await Promise.all(wanted.map(({ alts }) => this.find(alts, most))));
        if (all.length <= limit || wanted.every(({ alts }) => alts.every(alt => !gramsOf(alt)[2]))) break;
      }
      for (const { not, text, alts } of terms) {
        // Only one gram is sure that a page has the term; other pages are looked at before they are shown.
        if (!not || !isGram(text)) continue;
        const { pages } = await this.find(alts);
        all = all.filter(page => !pages.includes(page));
      }
      if (!wanted.length && !Object.values(filters).some(ids => ids.length)) all = [];
      const pages = await this.narrow(all, filters);
      /** @type {Answer} */
      const answer = { total: pages.length, exact: terms.every(({ alts }) => alts.every(isGram)), pages, all, terms, suggestion: '', results: [] };
      // Looking at a few dozen pages is worth the exact number; more are too many to fetch.
      if (doubts > pages.length / 16 && pages.length < 65) {
        await this.more(answer, 64, false);
        answer.results = [];
      }
      await this.more(answer, limit);
      if (answer.all.length || !wanted.length || plain) return answer;
      // A kanji that is in no list may be an old form; other spellings come next, then slips.
      if (!kanji.has('亞')) {
        learn(await this.load('k'));
        if (terms.some(({ text }) => fold(text) != text)) return this.search(query, { filters, limit });
      }
      const { guesses, suggest } = await this.spellings();
      for (const { text, alts } of wanted) {
        if (wanted[1] && (await this.find(alts)).pages[0] >= 0) continue;
        for (const guess of guesses(text)) if ((await this.find([guess])).pages[0] >= 0) alts.push(guess);
      }
      const other = await this.search(query, { filters, limit, terms, plain: true });
      if (!other.total) await suggest(this, other, query, filters, limit);
      return other;
    }

    /** Pages that are in all lists, best first. @param {List[]} lists @returns {number[]} */
    rank(lists) {
      if (!lists.length) return [...Array(this.pages).keys()];
      const [{ pages, marks }, ...others] = lists;
      const sums = others.reduce((a, b) => zip(a, b, (x, y) => y == null || x == null ? undefined : x + worth(y)), { pages, marks: marks.map(worth) });
      /** @type {number[][]} */
      const ranked = [];
      sums.pages.forEach((page, i) => (ranked[sums.marks[i]] ??= []).push(page));
      return ranked.reverse().flat();
    }

    /** The pages that have what the filters say. @param {number[]} pages @param {Record<string, string[]>} filters */
    async narrow(pages, filters) {
      for (const [key, ids] of Object.entries(filters)) {
        if (!ids.length) continue;
        const { values } = await this.facet(key);
        const kept = new Set(values.flatMap(value => ids.includes(value.id) ? value.pages : []));
        pages = pages.filter(page => kept.has(page));
      }
      return pages;
    }

    /** A facet with its values and their pages. @param {string} key
     * @returns {Promise<{key: string, label: string, values: {id: string, label: string, pages: number[]}[]}>} */
    async facet(key) {
      const [label, values] = await this.load('f-' + key);
      return { key, label, values: values.map(([id, label, list]) => ({ id, label, pages: list && this.bits(list).list().pages || [] })) };
    }

    /** Looks at further pages of an answer and cites them. @param {Answer} answer @param {number} count @param {boolean=} cited */
    async more(answer, count, cited = true) {
      const { terms, results } = answer, until = results.length + count;
      while (results.length < Math.min(until, answer.pages.length)) {
        const these = answer.pages.slice(results.length, until);
        const found = await Promise.all(these.map(async page => this.result(page, await this.load('p' + page), terms, cited)));
        results.push(...found.filter(one => one));
        const kept = page => found[these.indexOf(page)] !== null;
        answer.pages = answer.pages.filter(kept);
        answer.all = answer.all.filter(kept);
      }
      answer.total = answer.pages.length;
      answer.exact ||= results.length == answer.total;
    }

    /** The blocks of a page as they are compared. @param {number} number @param {Page} page */
    blocks(number, [, , title, aliases, readings, summary, sections, pairs]) {
      learn(pairs);
      return this.folded[number] ??= [[title, ...aliases, ...readings], [summary], ...sections.map(([, ...texts]) => texts)]
        .map(texts => texts.map(text => same(fold(text))));
    }

    /** What is shown of a page, null if it does not have the terms. @param {number} number @param {Page} page
     * @param {Term[]} terms @param {boolean} cited @returns {Result | null} */
    result(number, page, terms, cited) {
      const blocks = this.blocks(number, page), needles = terms.map(term => term.alts.map(same));
      const has = (block, n) => needles[n].some(needle => {
        // 打合せ is also 打ち合わせ.
        const [, one, two, kana] = /^([一-龠々])([一-龠])([ぁ-ん]{1,3})$/.exec(needle) ?? [];
        const compound = one && RegExp(`${one}[ぁ-ん]?[いきしちみりぎじびえけせてねべめれげぜ]${two}[ぁ-ん]?${kana}`);
        return block.some(text => text.includes(needle) || compound && compound.test(text));
      });
      if (terms.some((term, n) => term.not == blocks.some(block => has(block, n)))) return null;
      if (!cited) return /** @type {Result} */ ({});
      const [url, collection, title, , , summary, sections] = page;
      // What is excluded is in no block.
      const shown = needles.flat(), counts = blocks.map(block => needles.filter((_, n) => has(block, n)).length);
      // Of what stands below the names, the first with the most of the terms.
      counts[0] = -1;
      const best = counts.indexOf(Math.max(...counts)) - 2;
      const [anchor, heading, body] = sections[best] ?? ['', '', summary || sections[0]?.[2] || ''];
      const marks = spans(body, shown);
      let from = Math.max(0, (marks[0]?.[0] ?? 0) - 30), to = Math.min(body.length, from + 120);
      if (/[\udc00-\udfff]/.test(body[from])) from--;
      if (/[\udc00-\udfff]/.test(body[to])) to--;
      return {
        page: number, url: url + (anchor && '#' + anchor), collection, title: pieces(title, spans(title, shown)), heading,
        excerpt: pieces(body, marks, from, to), hit: body.slice(...marks[0] ?? [0, 0]),
      };
    }
  }

  Object.assign(MokurokuSearch, { fold, learn, same, shift, units });
  Object.assign(globalThis, {
    MokurokuSearch,
    /** The files call this. @param {string} key @param {any} value */
    mokuroku: (key, value) => waiting.get(key)?.(value),
  });
})();
