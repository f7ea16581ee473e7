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
  const shift = (text, range, by) => text.replace(range, run => String.fromCharCode(...[...run].map(c => c.charCodeAt(0) + by)));
  /** What folding may change, but for kanji. */
  const ODD = /[^ぁ-ゖァ-ヺー一-鿿、。「」0-9a-z]/;
  /** @param {string} text */
  const fold = text => {
    if (ODD.test(text)) {
      text = shift(text.replace(/\p{DI}/gu, '').replace(/[\s\x85]+(?=[\u3099-\u309c\uff9e\uff9f])/g, ''), /[゛゜]/g, -2)
        .normalize('NFKC').toLowerCase().normalize('NFKC').replace(/ς/g, 'σ');
    }
    text = text.replace(kanjiPattern, one => kanji.get(one));
    return ODD.test(text) ? text.replace(SPACE, (_, before, after) => before || (after ? '' : ' ')).trim().replace(DASH, '$1ー') : text;
  };

  /** Katakana as hiragana: what is compared. @param {string} text folded */
  const same = text => shift(text, /[ァ-ヶ]+/g, -96);

  // Grams

  const WORDS = /[#-&+@0-9a-z\xc0-\xd6\xd8-\xf6\xf8-\u1fff※\u2190-\u2fff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\ufdff\ufe70-\ufeff]+/g;
  /** @param {string} text */
  const units = text => text.replace(/[\ud800-\udbff]./gs, c => String.fromCharCode(0xe000 | c.codePointAt(0) & 0xfff));

  /** Pages in order, each with its impact: inside another word or another spelling 0, in the text 16, in a heading 32, in a
   * name 48, where it begins more, up to 63 for short ones.
   * @typedef {{pages: number[], impacts: number[], taken?: number[]}} List */

  /** Joins two lists in order of pages; a page is left out where `join` gives nothing.
   * @param {List} a @param {List} b @param {(x?: number, y?: number) => number | undefined} join @returns {List} */
  const zip = (a, b, join) => {
    const pages = [], impacts = [];
    for (let i = 0, j = 0; i < a.pages.length || j < b.pages.length;) {
      const x = a.pages[i] ?? Infinity, y = b.pages[j] ?? Infinity;
      const impact = join(x <= y ? a.impacts[i++] : undefined, y <= x ? b.impacts[j++] : undefined);
      if (impact != null) {
        pages.push(Math.min(x, y));
        impacts.push(impact);
      }
    }
    return { pages, impacts };
  };
  /** @type {List} */
  const NONE = { pages: [], impacts: [] };
  /** Keeps the pages that both lists have. @param {(x: number, y: number) => number} join */
  const both = join => (x, y) => x != null && y != null ? join(x, y) : undefined;

  /** Reads the lists of a file, as Sources/CatalogueSearch/Lists/ListCode.swift writes them.
   * @param {string} text characters of 15 bits each @param {number} total how many pages there are */
  const bits = (text, total) => {
    const codes = new Uint16Array(text.length + 3);
    for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i) - 0x4e00;
    let at = 0;
    // The next 30 bits, from the highest of 32.
    const next = () => {
      const i = at / 15 | 0, used = at % 15;
      return ((codes[i] << 15 | codes[i + 1]) << used | codes[i + 2] >> 15 - used) << 2;
    };
    /** @param {number} width */
    const number = width => {
      const value = width && next() >>> 32 - width;
      at += width;
      return value;
    };
    const gamma = () => {
      const zeros = Math.clz32(next());
      at += zeros;
      return number(zeros + 1);
    };
    /** Ascending numbers below a limit. @param {number} count @param {number} limit */
    const numbers = (count, limit) => {
      const found = Array(count);
      let low = 0, value = -1;
      while (count && (count << low + 1) * 10 < limit * 7) low++;
      for (let i = 0; i < count; i++) {
        for (let ones = 30; ones == 30; value += ones << low) at += ones = Math.clz32(~next());
        at++;
        found[i] = value += number(low) + 1;
      }
      return found;
    };
    const pages = () => numbers(gamma(), total);
    /** The impacts of pages. @param {number[]} pages */
    const told = pages => {
      const impacts = Array(pages.length).fill(16);
      for (const i of numbers(gamma() - 1, pages.length)) impacts[i] = number(1) ? number(1) ? number(1) ? 49 + number(4) : 48 : 0 : 32;
      return impacts;
    };
    /** A list that stands by itself, or by its places in that of a shorter gram; most pages are in one of the lists below it
     * only. What a single character is worth tells nothing of a pair. @param {List=} shorter @param {boolean=} pair @returns {List} */
    const list = (shorter, pair) => {
      if (shorter) {
        const most = number(1), taken = shorter.taken ??= [], here = [], pages = [], impacts = [], places = [[], []];
        shorter.pages.forEach((_, i) => places[taken[i] ?? 0].push(i));
        if (most) for (const i of places[0]) here[i] = 1;
        places.forEach((some, n) => numbers(gamma() - 1, some.length).forEach(i => here[some[i]] = n || 1 - most));
        shorter.pages.forEach((page, i) => {
          if (!here[i]) return;
          taken[i] = 1;
          pages.push(page);
          if (pair) return;
          let impact = shorter.impacts[i];
          if (impact > 16 && !number(1)) impact = 16;
          while (impact > 48 && number(1)) impact--;
          impacts.push(impact);
        });
        return { pages, impacts: pair ? told(pages) : impacts };
      }
      const found = pages();
      return { pages: found, impacts: told(found) };
    };
    return { number, pages, list };
  };

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
    const found = [[from ? '…' : '', false]];
    for (const [start, stop] of [...marks, [to, to]]) {
      if (start < from || stop > to) continue;
      found.push([text.slice(from, start), false], [text.slice(start, stop), true]);
      from = stop;
    }
    return [...found, [to < text.length ? '…' : '', false]].filter(([piece]) => piece);
  };

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** Whom each file that is waited for is told to. @type {WeakMap<object, (key: string, value: any) => void>} */
  const waiting = new WeakMap();

  /** The index of one edition of the site. What is asked of it is answered by files of this edition alone, or fails. */
  class MokurokuSearch {
    /** @type {Map<string, Promise<any>>} */
    files = new Map();
    /** @type {string[][][]} */
    folded = [];
    /** The lists of each file that is read. @type {Map<number, Map<string, List>>} */
    lists = new Map();

    /** @param {string} base the folder of the index, with `/` at the end */
    constructor(base) { this.base = base; }

    /** Fetches a file of the index or of the engine, once. @param {string} key @param {string=} url @returns {Promise<any>} */
    load(key, url) {
      let file = this.files.get(key);
      if (!file) {
        const fetch = async () => {
          const src = url ?? `${this.base}${key}.${await this.code(key)}.js`;
          return new Promise((resolve, reject) => {
            const element = document.createElement('script');
            waiting.set(element, (called, value) => called == key && resolve(value));
            element.src = src;
            // A file that has not called by now is not what it should be.
            element.onload = element.onerror = () => { element.remove(); reject(Error(src)); };
            document.head.append(element);
          });
        };
        this.files.set(key, file = fetch());
        file.catch(() => this.files.delete(key));
      }
      return file;
    }

    /** What the name of a file tells of its content: from the directory, or from a table that it names. @param {string} key */
    async code(key) {
      const kind = key.replace(/\d+/, ''), shift = this.shifts[kind];
      let at = +key.slice(kind.length), codes = this.codes[kind];
      if (!codes) {
        codes = await this.load(`t${kind}${at >> shift}`);
        at %= 1 << shift;
      }
      const { number } = bits(codes, 0);
      for (; at; at--) number(25);
      return number(25).toString(32).padStart(5, '0');
    }

    /** Fetches the directory; no cache keeps it for more than ten minutes. @param {boolean=} now past every cache */
    async open(now) {
      if (this.codes) return this;
      const [format, pages, shards, range, crowded, facets, limit, longest, names, p, s, n, k, f, ...most] =
        await this.load('index', `${this.base}index.js?${now ? Date.now() : Date.now() / 6e5 | 0}`);
      // The page is older than the files of another engine.
      if (format != 3) throw Error('format');
      Object.assign(this, { pages, shards, range, facets, limit, longest, names, shifts: { p, s, n } });
      this.crowded = new Set(crowded && bits(crowded, range).pages());
      this.codes = { k, f, [p ? 'tp' : 'p']: most[0], [s ? 'ts' : 's']: most[1], [n ? 'tn' : 'n']: most[2] };
      return this;
    }

    /** The spellings and slips that few queries need. */
    spellings() {
      return this.load('spellings', script.dataset.spellings || script.src.replace('engine', 'spellings'));
    }

    /** Whether pages with a gram are told apart by longer ones. @param {List} list @param {number} length of the gram */
    many(list, length) { return list.pages.length > this.limit << (length > 3 ? 2 : 0); }

    /** The lists that a text's is among, and how long the grams are that stand by themselves there.
     * @param {string} text @returns {Promise<[Map<string, List>, number]>} */
    async file(text) {
      const hash = length => [...text.slice(0, length)].reduce((h, c) => (h = Math.imul(h ^ c.charCodeAt(0), 0x9e3779b1), h ^ h >>> 15), 0) >>> 0;
      const most = Math.min(this.longest, text.length);
      let least = 1;
      while (least < most && this.crowded.has(hash(least) & this.range - 1)) least++;
      const shard = hash(least) % this.shards, [grams, lists] = await this.load('s' + shard);
      let found = this.lists.get(shard);
      if (!found) {
        this.lists.set(shard, found = new Map());
        const { number, list } = bits(lists, this.pages);
        let i = 0;
        const read = (gram, shorter) => {
          const mine = list(shorter, !gram[2]);
          found.set(gram, mine);
          if (!gram[1] || this.many(mine, gram.length)) while (number(1)) read(gram + grams[i++], mine);
        };
        while (i < grams.length) {
          const length = number(3) + 1;
          read(grams.slice(i, i += length));
        }
      }
      return [found, least];
    }

    /** The list of the longest part that a text begins with and that has one, and how long it is.
     * Where the next longer part is told to have no list, there is none. @param {string} text @returns {Promise<[number, List=]>} */
    async list(text) {
      const [found, first] = await this.file(text), least = Math.max(first, Math.min(2, text.length));
      for (let length = text.length; length >= least; length--) {
        const mine = found.get(text.slice(0, length));
        if (mine) return [length, mine];
      }
      return [least - 1];
    }

    /** What is known of a spelling: the pages that may have it, and whether all of them do. `todo` are runs of words, each
     * with where to begin and how much to look up; `edge` is where a part ends that many pages have and none goes on from,
     * unless what stands around the edge is on few pages.
     * @typedef {{text: string, todo: [string, number, number][], edge: number, list?: List, exact?: boolean}} Cover */

    /** Looks one more part of a spelling up. @param {Cover} cover */
    async look(cover) {
      const { todo, text, edge } = cover, [run, from, most] = todo.shift() ?? ['', 0, 0];
      const [length, list] = await this.list(run.substr(from, most)), end = from + length, many = list && this.many(list, length);
      // Only where a term begins does it tell that a gram is inside a word, or how long the name is that begins with it.
      if (list) cover.list = cover.list ? zip(cover.list, list, both((x, y) => y && y < 48 ? Math.min(x, y) : x)) : list;
      else todo.push([run, from, length]);
      cover.edge = 99;
      if (list ? (many ? end : end - 1) > edge : length < 2) Object.assign(cover, { list: NONE, exact: true, todo: [] });
      else if (!from && length == text.length) cover.exact = true;
      else if (end < run.length && most > 9) {
        const capped = length == this.longest;
        todo.unshift([run, Math.max(from + 1, capped ? Math.min(end - 3, run.length - length) : end - 2), 99]);
        if (many && !capped) cover.edge = end;
      }
    }

    /** The pages that have all terms, each in one of its spellings: looked up until no more than a few are left or nothing
     * more can be told; and whether all of them have. @param {string[][]} terms @param {number} few @returns {Promise<[List, boolean]>} */
    async find(terms, few) {
      /** @type {Cover[][]} */
      const covers = terms.map(alts => alts.map(text => ({ text, edge: 99, todo: Array.from(units(text).matchAll(WORDS), ([run]) => [run, 0, 99]) })));
      for (let open = covers.flat(); ; open = covers.flat().filter(({ todo }) => todo[0])) {
        await Promise.all(open.map(cover => this.look(cover)));
        const all = covers.flat(), exact = all.every(cover => cover.exact);
        const list = covers.map(alts => alts.map(({ list }) => list ?? NONE).reduce((a, b) => zip(a, b, (x, y) => x ?? Math.max(y - 16, 0))))
          .reduce((a, b) => zip(a, b, both((x, y) => x + y)));
        if (!open[0] || exact || list.pages.length <= few && all.every(({ list }) => list)) return [list, exact];
      }
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
      const [list, exact] = wanted.length ? await this.find(wanted.map(({ alts }) => alts), limit) : [NONE, true];
      /** @type {number[][]} */
      const ranked = [];
      list.pages.forEach((page, i) => (ranked[list.impacts[i]] ??= []).push(page));
      let all = wanted.length || !Object.values(filters).flat()[0] ? ranked.reverse().flat() : [...Array(this.pages).keys()];
      for (const { not, alts } of terms) if (not) {
        // Where it is not sure that a page has the term, the page is looked at before it is shown.
        const [{ pages }, exact] = await this.find([alts], 0);
        if (exact) all = all.filter(page => !pages.includes(page));
      }
      const pages = await this.narrow(all, filters);
      /** @type {Answer} */
      const answer = { total: pages.length, exact: exact && terms.length == wanted.length, pages, all, terms, suggestion: '', results: [] };
      // Looking at a few pages is worth the exact number; more are too many to fetch.
      if (!exact && pages.length <= this.limit) {
        await this.more(answer, this.limit, false);
        answer.results = [];
      }
      await this.more(answer, limit);
      if (answer.all.length || !wanted.length || plain) return answer;
      return (await this.spellings()).retry(this, query, terms, filters, limit);
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
      const [label, values] = await this.load('f' + this.facets.indexOf(key));
      return { key, label, values: values.map(([id, label, list]) => ({ id, label, pages: list && bits(list, this.pages).pages() || [] })) };
    }

    /** Looks at further pages of an answer and cites them. @param {Answer} answer @param {number} count @param {boolean=} cited */
    async more(answer, count, cited = true) {
      const { terms, results } = answer, until = results.length + count;
      while (results.length < Math.min(until, answer.pages.length)) {
        const these = answer.pages.slice(results.length, until);
        const found = await Promise.all(these.map(async page => this.result(page, await this.load('p' + page), terms, cited)));
        results.push(...found.filter(one => one));
        const wrong = new Set(these.filter((_, i) => !found[i]));
        if (wrong.size) for (const list of ['pages', 'all']) answer[list] = answer[list].filter(page => !wrong.has(page));
      }
      answer.total = answer.pages.length;
      answer.exact ||= results.length == answer.total;
    }

    /** The blocks of a page as they are compared. @param {number} number @param {Page} page */
    blocks(number, [, , title, aliases, readings, summary, sections, pairs]) {
      learn(pairs);
      return this.folded[number] ??= [[title, ...aliases, ...readings], [summary], ...sections.map(([, ...texts]) => texts)]
        .map(texts => texts.map(text => same(text.replace(/[^。]+。?/g, fold))));
    }

    /** What is shown of a page, null if it does not have the terms. @param {number} number @param {Page} page
     * @param {Term[]} terms @param {boolean} cited @returns {Result | null} */
    result(number, page, terms, cited) {
      const needles = terms.map(term => term.alts.map(same)), hits = this.blocks(number, page).map(block => needles.map(alts => alts.some(needle => {
        // 打合せ is also 打ち合わせ.
        const loose = /[一-龠々]{2}[ぁ-ん]/.test(needle) && needle.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
          .replace(/([一-龠々])(?=[一-龠][ぁ-ん])/g, '$1[ぁ-ん]?[いきしちみりぎじびえけせてねべめれげぜ]')
          .replace(/([一-龠])(?=[ぁ-ん])/g, '$1[ぁ-ん]?');
        return block.some(text => text.includes(needle) || loose && RegExp(loose).test(text));
      })));
      if (terms.some((term, n) => term.not == hits.some(row => row[n]))) return null;
      if (!cited) return /** @type {Result} */ ({});
      const [url, collection, title, , , summary, sections] = page;
      // What is excluded is in no block. A page that is called so is cited by its summary.
      const shown = needles.flat(), counts = hits.map(row => row.filter(hit => hit).length), most = Math.max(...counts);
      // Of what stands below the names, the first with the most of the terms.
      const best = counts[0] < most ? counts.indexOf(most) - 2 : -1;
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
    /** The files call this. Two editions have files of one key: the script tells which is meant. @param {string} key @param {any} value */
    mokuroku: (key, value) => waiting.get(document.currentScript)?.(key, value),
  });
})();
