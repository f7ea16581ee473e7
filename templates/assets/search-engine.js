// The search engine of the site: reads the index that Sources/CatalogueSearch writes.
// How it works: Documentation/decisions/0005-search-index.md. No build step; types are JSDoc's.
// @ts-check
(() => {
  'use strict';

  // Folding, the twin of Sources/TextFolding; the steps are told in Tools/generate-folding.py.

  const DROPPED = /[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
  const WIDE = '([⺀-\u3098\u309b-\ua4cf가-힣豈-\ufaff︰-﹏\u{20000}-\u{3fffd}]?)';
  const SPACE = new RegExp(`${WIDE}[\\s\\x85]+(?=${WIDE})`, 'gu');
  const DASH = /([ァ-ヺー])(?:[-‐-―−─━](?=[ァ-ヺ])|[—―─━](?![-‐-―−─━ ]))/g;

  /** Radicals, old and variant kanji, as far as they are known yet. @type {Map<string, string>} */
  const kanji = new Map();
  let kanjiPattern = /(?!)/g;

  /** @param {string} pairs old kanji, each followed by the one in use */
  const learn = pairs => {
    if (!pairs) return;
    for (const [, old, now] of pairs.matchAll(/(.)(.)/gu)) kanji.set(old, now);
    kanjiPattern = new RegExp(`[${[...kanji.keys()].join('')}]`, 'gu');
  };

  /** @param {string} text */
  const fold = text => text.replace(DROPPED, '')
    .replace(/[\s\x85]+(?=[\u3099-\u309c\uff9e\uff9f])/g, '')
    .replace(/[゛゜]/g, mark => mark == '゛' ? '\u3099' : '\u309a')
    .normalize('NFKC').toLowerCase().normalize('NFKC').replace(/ς/g, 'σ')
    .replace(kanjiPattern, one => kanji.get(one) ?? one)
    .replace(SPACE, (_, before, after) => before || (after ? '' : ' ')).trim()
    .replace(DASH, '$1ー');

  /** @param {string} text @param {RegExp} range @param {number} by */
  const shift = (text, range, by) => text.replace(range, c => String.fromCharCode(c.charCodeAt(0) + by));
  /** Katakana as hiragana: what is compared. @param {string} text folded */
  const same = text => shift(text, /[ァ-ヶ]/g, -96);

  // Grams

  const BREAK = /[^0-9a-z\xc0-\xd6\xd8-\xf6\xf8-\u1fff\u2c00-\u2fff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\ufdff\ufe70-\ufeff]+/;
  /** @param {string} text */
  const units = text => text.replace(/[\ud800-\udbff]./gs, c => String.fromCharCode(0xe000 | c.codePointAt(0) & 0xfff));
  /** How little a gram tells: threes are best, hiragana worst. @param {string} gram */
  const vague = gram => +(gram.length < 3) + gram.replace(/[^ぁ-ゟ]/g, '').length;

  /** Grams that all pages with the term have, the telling ones first. @param {string} term folded */
  const gramsOf = term => {
    /** @type {Set<string>} */
    const grams = new Set();
    for (const run of units(term).split(BREAK)) {
      const three = i => i >= 0 && i + 2 < run.length && !/[ぁ-ゟ]/.test(run.substr(i, 3));
      if (run.length == 1) grams.add(run);
      for (let i = 0; i < run.length - 1; i++) {
        if (three(i)) grams.add(run.substr(i, 3));
        else if (!three(i - 1)) grams.add(run.substr(i, 2));
      }
    }
    return [...grams].sort((a, b) => vague(a) - vague(b));
  };
  /** Whether one gram tells all of a term. @param {string} term */
  const isGram = term => gramsOf(term)[0] == term;

  /** Pages in order, each with its impact (bits 6, 7) and where in it (bits 0 to 5).
   * @typedef {{pages: number[], marks: number[]}} List */
  const WORTH = [0, 2, 4, 9];

  /** Goes through two lists together. @param {List} a @param {List} b @param {(page: number, one?: number, other?: number) => void} each */
  const zip = (a, b, each) => {
    for (let i = 0, j = 0; i < a.pages.length || j < b.pages.length;) {
      const page = a.pages[i] ?? Infinity, other = b.pages[j] ?? Infinity;
      each(Math.min(page, other), page <= other ? a.marks[i++] : undefined, other <= page ? b.marks[j++] : undefined);
    }
  };

  /** The pages that both lists have in the same place. @param {List} a @param {List} b @returns {List} */
  const both = (a, b) => {
    const pages = [], marks = [];
    for (let i = 0, j = 0; i < a.pages.length && j < b.pages.length;) {
      const gap = a.pages[i] - b.pages[j], x = a.marks[i], y = b.marks[j], where = x & y & 63;
      if (!gap && where) {
        pages.push(a.pages[i]);
        marks.push(Math.min(x & 192, y & 192) | where);
      }
      if (gap <= 0) i++;
      if (gap >= 0) j++;
    }
    return { pages, marks };
  };

  /** The pages that either list has; those of `b` count as mentions. @param {List} a @param {List} b @returns {List} */
  const either = (a, b) => {
    const pages = [], marks = [];
    zip(a, b, (page, x, y) => {
      pages.push(page);
      marks.push((x ?? Math.min(y & 192, 64)) | y & 63);
    });
    return { pages, marks };
  };

  /** A page's file: [url, collection, title, aliases, readings, summary, sections, kanji].
   * @typedef {[string, string, string, string[], string[], string, [string, string, string][], string]} Page
   * A piece of text, and whether it is a hit. @typedef {[string, boolean]} Piece
   * @typedef {{text: string, not: boolean, alts: string[]}} Term
   * @typedef {{page: number, url: string, collection: string, title: Piece[], heading: string, excerpt: Piece[], hit: string}} Result
   * `all` are the pages before filters, `exact` is false while some are not looked at.
   * @typedef {{total: number, exact: boolean, pages: number[], all: number[], terms: Term[], suggestion: string, results: Result[]}} Answer */

  /** The part of a text that folds to what stands from `start` to `end` in its fold.
   * @param {string} text @param {number} start @param {number} end */
  const source = (text, start, end) => {
    const least = length => {
      let low = 0, high = text.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (fold(text.slice(0, middle)).length >= length) high = middle; else low = middle + 1;
      }
      return low;
    };
    let from = Math.max(0, least(start + 1) - 1), to = least(end);
    if (/[\udc00-\udfff]/.test(text[from])) from--;
    while (/[\udc00-\udfff\ufe00-\ufe0f\u3099\u309aﾞﾟ\u0300-\u036f\udb40]/.test(text[to])) to++;
    return [from, to];
  };

  /** Where the needles are in a text. @param {string} text @param {string[]} needles */
  const spans = (text, needles) => {
    const found = [];
    let at = 0;
    for (const part of text.match(/[^。]*。?/g)) {
      const folded = same(fold(part));
      for (const needle of needles) {
        for (let i = -1; (i = folded.indexOf(needle, i + 1)) >= 0;) found.push(source(part, i, i + needle.length).map(n => n + at));
      }
      at += part.length;
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

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** Who waits for which file. @type {Map<string, (value: any) => void>} */
  const waiting = new Map();

  class MokurokuSearch {
    /** @type {Map<string, Promise<any>>} */
    files = new Map();
    /** @type {Map<number, string[][]>} */
    folded = new Map();

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
          element.onerror = () => { this.files.delete(key); reject(new Error(url)); };
          document.head.append(element);
        });
        this.files.set(key, file);
      }
      return file;
    }

    /** Fetches the directory. */
    async open() {
      if (this.version) return;
      const [version, pages, cold, hot, parts, symbols, lengths, names, facets] = await this.load('index', this.base + 'index.js');
      Object.assign(this, { version, pages, cold, hot, names, facets });
      let start = cold;
      this.parts = Array.from(parts, c => [start, start += c.charCodeAt(0) - 256]);
      /** The symbols by the lengths of their codes. @type {number[][]} */
      this.codes = [];
      for (let i = 0; i < symbols.length; i++) (this.codes[lengths.charCodeAt(i) - 256] ??= []).push(symbols.charCodeAt(i) - 256);
    }

    /** The spellings and slips that few queries need. */
    spellings() {
      return this.load('spellings', script.dataset.spellings || script.src.replace('engine', 'spellings'));
    }

    /** Decodes a list of pages. @param {string} text @param {boolean=} marked @returns {List} */
    decode(text, marked) {
      let at = 0, left = 0, held = 0;
      const bit = () => {
        if (!left) { held = text.charCodeAt(at++) - 0x4e00; left = 15; }
        return held >> --left & 1;
      };
      let width = 0, count = 1, low = 0, page = 0;
      while (!bit()) width++;
      while (width--) count = count * 2 + bit();
      count--;
      const pages = [], marks = [];
      while (count && (count << low + 1) * 10 < this.pages * 7) low++;
      for (; count--; page++) {
        let gap = 0;
        while (bit()) gap++;
        for (let n = low; n--;) gap = gap * 2 + bit();
        pages.push(page += gap);
        for (let length = 1, code = 0, first = 0; marked; length++) {
          code = code * 2 + bit();
          const n = this.codes[length]?.length ?? 0;
          if (code - first < n) { marks.push(this.codes[length][code - first]); break; }
          first = first + n << 1;
        }
      }
      return { pages, marks };
    }

    /** The list of a gram. @param {string} gram @returns {Promise<List>} */
    async list(gram) {
      const [start, end] = this.parts[this.hot.indexOf(gram[0])] ?? [gram.charCodeAt(0) % this.cold, 0];
      const text = await this.load('s' + (end ? start + ((gram.charCodeAt(1) || 0) * 31 + (gram.charCodeAt(2) || 0)) % (end - start) : start));
      for (let i = 0, last = ''; i < text.length;) {
        let head = text.charCodeAt(i++) - 256;
        if (head >= 0x6000) head = (head - 0x6000) * 0x4000 + text.charCodeAt(i++) - 256;
        const kept = head % 3, end = i + (head / 3 | 0) % 3 + 1 - kept;
        last = last.slice(0, kept) + text.slice(i, end);
        i = end + (head / 9 | 0);
        if (last == gram) return this.decode(text.slice(end, i), true);
      }
      return { pages: [], marks: [] };
    }

    /** The pages that have a term in one of its spellings, as far as `most` grams tell.
     * @param {string[]} alts @param {number=} most @returns {Promise<List>} */
    async find(alts, most) {
      const lists = await Promise.all(alts.map(async alt => {
        const all = await Promise.all(gramsOf(alt).slice(0, most).map(gram => this.list(gram)));
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
        if (word && /\d年|元|^[mtshr]\d|株|[一-龠々][ぁ-ん]{1,2}[一-龠][ぁ-ん]/.test(text)) alts.push(...(await this.spellings()).equal(text));
        if (text) terms.push({ text, not: !!minus, alts });
      }
      return terms;
    }

    /** Searches. @param {string} query @param {{filters?: Record<string, string[]>, limit?: number, plain?: boolean}=} options
     * @returns {Promise<Answer>} */
    async search(query, { filters = {}, limit = 10, plain } = {}) {
      await this.open();
      const terms = await this.parse(query), wanted = terms.filter(term => !term.not);
      const find = most => Promise.all(wanted.map(term => this.find(term.alts, most)));
      let lists = await find(2);
      for (const [i, term] of wanted.entries()) {
        if (lists[i].pages.length || plain) continue;
        // A kanji that is in no list may be an old form; other spellings come next.
        if (!kanji.has('亞')) {
          learn(await this.load('k'));
          if (fold(term.text) != term.text) return this.search(query, { filters, limit });
        }
        for (const guess of (await this.spellings()).guesses(term.text)) {
          if ((await this.find([guess])).pages.length) term.alts.push(guess);
        }
        lists[i] = await this.find(term.alts);
      }
      let all = this.rank(lists);
      if (all.length > 8 && wanted.some(({ alts }) => alts.some(alt => gramsOf(alt).length > 2))) all = this.rank(await find());
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
      await this.more(answer, answer.exact ? limit : Math.max(limit, 8));
      if (!answer.total && wanted.length && !plain) await (await this.spellings()).suggest(this, answer, query, filters, limit);
      return answer;
    }

    /** Pages that are in all lists, best first. @param {List[]} lists @returns {number[]} */
    rank(lists) {
      const every = Array.from({ length: this.pages }, (_, page) => page);
      if (!lists.length) return every;
      let [{ pages, marks }, ...others] = lists, scores = marks.map(mark => WORTH[mark >> 6]);
      for (const other of others) {
        const kept = [[], [], []];
        zip({ pages, marks: pages.map((_, i) => i) }, other, (page, i, mark) => {
          if (i == null || mark == null) return;
          kept[0].push(page);
          kept[1].push(marks[i] & mark);
          kept[2].push(scores[i] + WORTH[mark >> 6]);
        });
        [pages, marks, scores] = kept;
      }
      /** @type {number[][]} */
      const ranked = [];
      // Terms in one place are worth more than terms apart.
      pages.forEach((page, i) => (ranked[scores[i] * 2 + +!!(marks[i] & 63)] ??= []).push(page));
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
      return { key, label, values: values.map(([id, label, list]) => ({ id, label, pages: this.decode(list).pages })) };
    }

    /** Looks at further pages of an answer and cites them. @param {Answer} answer @param {number} count */
    async more(answer, count) {
      const { terms, results } = answer, until = results.length + count;
      while (results.length < Math.min(until, answer.pages.length)) {
        const these = answer.pages.slice(results.length, until);
        const found = await Promise.all(these.map(async page => this.result(page, await this.load('p' + page), terms)));
        results.push(...found.filter(one => one));
        const kept = page => found[these.indexOf(page)] !== null;
        answer.pages = answer.pages.filter(kept);
        answer.all = answer.all.filter(kept);
      }
      answer.total = answer.pages.length;
      answer.exact ||= results.length == answer.total;
    }

    /** The blocks of a page as they are compared. @param {number} number @param {Page} page */
    blocks(number, page) {
      let blocks = this.folded.get(number);
      if (!blocks) {
        const [, , title, aliases, readings, summary, sections, pairs] = page;
        learn(pairs);
        blocks = [[title, ...aliases, ...readings], [summary], ...sections.map(([, ...texts]) => texts)].map(texts => texts.map(text => same(fold(text))));
        this.folded.set(number, blocks);
      }
      return blocks;
    }

    /** What is shown of a page, null if it does not have the terms. @param {number} number @param {Page} page
     * @param {Term[]} terms @returns {Result | null} */
    result(number, page, terms) {
      const blocks = this.blocks(number, page), needles = terms.map(term => term.alts.map(same));
      const has = (block, n) => needles[n].some(needle => block.some(text => text.includes(needle)));
      if (terms.some((term, n) => term.not == blocks.some(block => has(block, n)))) return null;
      const shown = needles.filter((_, n) => !terms[n].not).flat();
      const [url, collection, title, , , summary, sections] = page;
      const counts = blocks.map(block => terms.filter((term, n) => !term.not && has(block, n)).length);
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
        excerpt: pieces(body, marks, from, to), hit: marks[0] ? body.slice(...marks[0]) : '',
      };
    }

    /** Names that begin with what is typed, by title, alias, reading or romaji.
     * @param {string} typed @returns {Promise<{title: string, url: string}[]>} */
    async complete(typed) {
      await this.open();
      const text = fold(typed), keys = [same(text)], found = new Map();
      if (/^[a-z'-]{2,}$/.test(text)) keys.push((await this.spellings()).kana(text));
      for (const start of keys.map(units)) {
        if (!start[1]) continue;
        const names = await this.load('n' + (start.charCodeAt(0) * 31 + start.charCodeAt(1)) % this.names);
        for (const [name, title, url] of names) {
          if ((name || same(fold(title))).startsWith(start)) found.set(title + url, { title, url });
        }
      }
      return [...found.values()].sort((a, b) => +!a.url - +!b.url || a.title.length - b.title.length).slice(0, 8);
    }
  }

  Object.assign(MokurokuSearch, { fold, learn, same, shift, units });
  Object.assign(globalThis, {
    MokurokuSearch,
    /** The files call this. @param {string} key @param {any} value */
    mokuroku: (key, value) => waiting.get(key)?.(value),
  });
})();
