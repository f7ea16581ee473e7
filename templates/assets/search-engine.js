// The search engine of the site: reads the index that Sources/CatalogueSearch writes.
// How it works: Documentation/decisions/0005-search-index.md. No build step; types are JSDoc's.
// @ts-check
(() => {
  'use strict';

  // ── Folding: the twin of Sources/TextFolding, told in Tools/generate-folding.py ──

  const DROPPED = /[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
  const SPACE = /([⺀-\u3098\u309b-\ua4cf가-힣豈-\ufaff︰-﹏\u{20000}-\u{3fffd}]?)[\s\x85]+(?=([⺀-\u3098\u309b-\ua4cf가-힣豈-\ufaff︰-﹏\u{20000}-\u{3fffd}]?))/gu;
  const DASH = /([ァ-ヺー])(?:[-‐-―−─━](?=[ァ-ヺ])|[—―─━](?![-‐-―−─━ ]))/g;

  /** Radicals, old and variant kanji, as far as they are known yet. @type {Map<string, string>} */
  const kanji = new Map();
  let kanjiPattern = /(?!)/gu;

  /** @param {string} pairs old kanji, each followed by the one in use */
  const learn = pairs => {
    const all = [...pairs];
    for (let i = 0; i < all.length; i += 2) kanji.set(all[i], all[i + 1]);
    if (all.length) kanjiPattern = new RegExp(`[${[...kanji.keys()].join('')}]`, 'gu');
  };

  /** Makes spellings equal that a reader takes for the same word. @param {string} text */
  const fold = text => text.replace(DROPPED, '')
    .replace(/[\s\x85]+(?=[\u3099-\u309c\uff9e\uff9f])/g, '')
    .replace(/[゛゜]/g, mark => mark == '゛' ? '\u3099' : '\u309a')
    .normalize('NFKC').toLowerCase().normalize('NFKC').replace(/ς/g, 'σ')
    .replace(kanjiPattern, one => kanji.get(one) ?? one)
    .replace(SPACE, (_, before, after) => before || (after ? '' : ' ')).trim()
    .replace(DASH, '$1ー');

  /** @param {string} text @param {RegExp} range @param {number} by */
  const shift = (text, range, by) =>
    text.replace(range, c => String.fromCharCode(c.charCodeAt(0) + by));
  /** Folded text with katakana as hiragana: what is compared. @param {string} text */
  const same = text => shift(text, /[ァ-ヶ]/g, -96);

  // ── Spellings of a term that mean the same ──

  const ERAS = /** @type {[string, string, number][]} */ (
    [['令和', 'r', 2018], ['平成', 'h', 1988], ['昭和', 's', 1925], ['大正', 't', 1911], ['明治', 'm', 1867]]);

  /** The same year in the other calendar. @param {string} term folded */
  const years = term => {
    const found = /^(?:(令和|平成|昭和|大正|明治|[rhstm])(元|\d{1,2})|(\d{4}))(年度?|)$/.exec(term);
    if (!found) return [];
    const [, era, number, year, unit] = found;
    if (era) {
      const [name, , zero] = ERAS.find(one => one.includes(era)) ?? ERAS[0];
      return [zero + (+number || 1) + unit].concat(name == era ? [] : name + number + (unit || '年'));
    }
    return ERAS.filter(([, , zero], i) => unit && +year > zero && +year <= (ERAS[i - 1]?.[2] ?? 1e4) + (i ? 1 : 0))
      .flatMap(([name, , zero]) => +year - zero == 1 ? [`${name}元${unit}`, `${name}1${unit}`] : name + (+year - zero) + unit);
  };

  /** Romaji, Hepburn or kunrei, also half a word, as hiragana. @param {string} text */
  const kana = text => {
    const row = 'aiueo';
    const rows = /** @type {Record<string, string>} */ ({
      '': 'あいうえお', k: 'かきくけこ', s: 'さしすせそ', t: 'たちつてと', n: 'なにぬねの', h: 'はひふへほ',
      m: 'まみむめも', y: 'や-ゆ-よ', r: 'らりるれろ', w: 'わ---を', g: 'がぎぐげご', z: 'ざじずぜぞ',
      d: 'だぢづでど', b: 'ばびぶべぼ', p: 'ぱぴぷぺぽ', f: '--ふ--', v: '--ゔ--',
    });
    return text.replace(/[-']/g, c => c == '-' ? 'ー' : c)
      .replace(/ā|â/g, 'aa').replace(/ī|î/g, 'ii').replace(/[ūû]/g, 'uu').replace(/ē|ê/g, 'ei').replace(/[ōô]/g, 'ou')
      .replace(/tch/g, 'cch').replace(/([kstnhmyrwgzjdbpfcv])(?=\1)/g, (_, c) => c == 'n' ? 'ん' : 'っ')
      .replace(/n(?![aiueoy])|m(?=[bmp])/g, 'ん').replace(/ん'/g, 'ん')
      .replace(/sh(?=[aueo])/g, 'sy').replace(/ch(?=[aueo])/g, 'ty').replace(/j(?=[aueo])/g, 'zy')
      .replace(/shi/g, 'si').replace(/chi/g, 'ti').replace(/tsu/g, 'tu').replace(/ji/g, 'zi')
      .replace(/([kstnhmrgzdbpf])y([auo])/g, (_, c, v) => (rows[c][1] + { a: 'ゃ', u: 'ゅ', o: 'ょ' }[/** @type {'a'} */ (v)]))
      .replace(/([szt])ye/g, (_, c) => rows[c][1] + 'ぇ')
      .replace(/([fv])([aieo])/g, (_, c, v) => rows[c][2] + 'ぁぃぅぇぉ'[row.indexOf(v)])
      .replace(/([kstnhmyrwgzdbpfv]?)([aiueo])/g, (_, c, v) => rows[c][row.indexOf(v)])
      .replace(/っ?[a-z]+$/, '');
  };

  /** Spellings to look for beside the term itself, always. @param {string} term folded */
  const spellings = term => years(term)
    .concat(/^(.+)?\(株\)(.+)?$/.test(term) ? term.replace('(株)', '株式会社') : [])
    .concat(term.includes('株式会社') ? term.replace('株式会社', '(株)') : [])
    .concat(term.replace(/([一-龠々])[ぁ-ん]{1,2}(?=[一-龠々][ぁ-ん])/g, '$1'));

  /** Spellings to look for when nothing else is found. @param {string} term folded */
  const guesses = term => {
    const v = term.replace(/ゔ/g, 'ヴ').replace(/ヴ([ァィェォ])/g, (_, c) => 'バビベボ'['ァィェォ'.indexOf(c)]).replace(/ヴ/g, 'ブ');
    const large = shift(term, /[ァィゥェォッャュョぁぃぅぇぉっゃゅょ]/g, 1);
    const found = [
      shift(term, /[ぁ-ゖ]/g, 96), same(term), v, shift(v, /[ぁ-ゖ]/g, 96),
      term.replace(/ー+$/, ''), term.replace(/ー/g, ''), term.replace(/([ァ-ヺ])$/, '$1ー'),
      term.replace(/[バビベボ]/g, c => 'ヴ' + 'ァィェォ'['バビベボ'.indexOf(c)]), term.replace(/ブ/g, 'ヴ'),
      large, shift(term, /[ヤユヨやゆよ]/g, -1), shift(term, /[アイエオツ]/g, -1),
    ];
    if (/^[a-z'āīūēōâîûêô-]+$/.test(term)) found.unshift(kana(term));
    return found;
  };

  // ── Grams ──

  const BREAK = /[^0-9a-z\xc0-\xd6\xd8-\xf6\xf8-\u1fff\u2c00-\u2fff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\ufdff\ufe70-\ufeff]+/;
  const units = (/** @type {string} */ text) =>
    text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, c => String.fromCharCode(0xe000 | (c.codePointAt(0) ?? 0) & 0xfff));
  /** How little a gram tells: threes are best, hiragana worst. @param {string} gram */
  const vague = gram => (gram.length > 2 ? 0 : 1) + gram.replace(/[^ぁ-ゟ]/g, '').length;

  /** The grams that all pages with the term have, the telling ones first. @param {string} term folded */
  const gramsOf = term => {
    const grams = /** @type {string[]} */ ([]);
    for (const run of units(term).split(BREAK)) {
      const three = (/** @type {number} */ i) => i >= 0 && i + 2 < run.length && !/[ぁ-ゟ]/.test(run.substr(i, 3));
      if (run.length == 1) grams.push(run);
      for (let i = 0; i < run.length - 1;) {
        if (three(i)) { grams.push(run.substr(i, 3)); i += 2; }
        else if (i == run.length - 2 && three(i - 1)) { grams.push(run.substr(i - 1, 3)); i++; }
        else { grams.push(run.substr(i, 2)); i++; }
      }
    }
    return [...new Set(grams)].sort((a, b) => vague(a) - vague(b));
  };

  /** Pages in order, each with its impact (bits 6 and 7) and sections (bits 0 to 5).
   * @typedef {{pages: number[], marks: number[]}} List */

  /** What a mention is worth: inside another word, in the text, in a heading, in a name. */
  const WORTH = [0, 2, 4, 9];

  /** The pages that both lists have in the same section. @param {List} a @param {List} b @returns {List} */
  const both = (a, b) => {
    const pages = [], marks = [];
    for (let i = 0, j = 0; i < a.pages.length && j < b.pages.length;) {
      const gap = a.pages[i] - b.pages[j];
      if (!gap && a.marks[i] & b.marks[j] & 63) {
        pages.push(a.pages[i]);
        marks.push(Math.min(a.marks[i] & 192, b.marks[j] & 192) | a.marks[i] & b.marks[j] & 63);
      }
      if (gap <= 0) i++;
      if (gap >= 0) j++;
    }
    return { pages, marks };
  };

  /** The pages that either list has; those of `b` count as mentions only. @param {List} a @param {List} b @returns {List} */
  const either = (a, b) => {
    const pages = [], marks = [];
    for (let i = 0, j = 0; i < a.pages.length || j < b.pages.length;) {
      const gap = (a.pages[i] ?? Infinity) - (b.pages[j] ?? Infinity);
      pages.push(gap <= 0 ? a.pages[i] : b.pages[j]);
      marks.push((gap <= 0 ? a.marks[i] : Math.min(b.marks[j] & 192, 64)) | (gap >= 0 ? b.marks[j] & 63 : 0));
      if (gap <= 0) i++;
      if (gap >= 0) j++;
    }
    return { pages, marks };
  };

  /** A page's file: [url, collection, title, aliases, readings, summary, sections, kanji].
   * @typedef {[string, string, string, string[], string[], string, [string, string, string][], string]} Page */
  /** A piece of shown text, and whether it is a hit. @typedef {[string, boolean]} Piece */
  /** @typedef {{text: string, not: boolean, alts: string[]}} Term */
  /** @typedef {{page: number, url: string, collection: string, title: Piece[], heading: string, excerpt: Piece[], hit: string}} Result */
  /** @typedef {{total: number, exact: boolean, pages: number[], terms: Term[], suggestion: string, results: Result[]}} Answer */

  /** Which part of `text` folds to the part of its fold from `start` to `end`.
   * @param {string} text @param {number} start @param {number} end @returns {[number, number]} */
  const source = (text, start, end) => {
    const least = (/** @type {(length: number) => boolean} */ enough) => {
      let low = 0, high = text.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (enough(fold(text.slice(0, middle)).length)) high = middle; else low = middle + 1;
      }
      return low;
    };
    let from = Math.max(0, least(length => length > start) - 1);
    let to = least(length => length >= end);
    if (/[\udc00-\udfff]/.test(text[from] ?? '')) from--;
    while (/^[\udc00-\udfff\ufe00-\ufe0f\u3099\u309aﾞﾟ\u0300-\u036f]|^\udb40/.test(text.slice(to, to + 1))) to++;
    return [from, to];
  };

  /** Where the needles are in a text. @param {string} text @param {string[]} needles @returns {[number, number][]} */
  const spans = (text, needles) => {
    const found = /** @type {[number, number][]} */ ([]);
    let at = 0;
    for (const part of text.match(/[^。]*。?/g) ?? []) {
      const folded = same(fold(part));
      for (const needle of needles) {
        for (let i = folded.indexOf(needle); i >= 0; i = folded.indexOf(needle, i + needle.length)) {
          const [from, to] = source(part, i, i + needle.length);
          found.push([at + from, at + to]);
        }
      }
      at += part.length;
    }
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };

  /** A text from `from` to `to` cut into what is a hit and what is not.
   * @param {string} text @param {[number, number][]} marks @param {number} from @param {number} to @returns {Piece[]} */
  const pieces = (text, marks, from = 0, to = text.length) => {
    const found = /** @type {Piece[]} */ ([]);
    for (const [start, end] of marks) {
      if (start < from || end > to) continue;
      if (start > from) found.push([text.slice(from, start), false]);
      found.push([text.slice(start, end), true]);
      from = end;
    }
    return from < to ? found.concat([[text.slice(from, to), false]]) : found;
  };

  class MokurokuSearch {
    /** @param {string} base the folder of the index, with `/` at the end */
    constructor(base) {
      this.base = base;
      /** @type {Map<string, Promise<any>>} */
      this.files = new Map();
      /** @type {Map<number, string[][]>} */
      this.folded = new Map();
    }

    /** A file of the index, fetched once. @param {string} key @returns {Promise<any>} */
    load(key) {
      let file = this.files.get(key);
      if (!file) {
        file = new Promise((resolve, reject) => {
          const script = document.createElement('script');
          waiting.set(key, resolve);
          script.src = this.base + (key == 'index' ? key : `${this.version}/${key}`) + '.js';
          script.onload = () => script.remove();
          script.onerror = () => { this.files.delete(key); script.remove(); reject(new Error(script.src)); };
          document.head.append(script);
        });
        this.files.set(key, file);
      }
      return file;
    }

    /** Fetches the directory: worth doing as soon as the box has the focus. */
    async open() {
      if (this.version) return;
      const [version, pages, cold, hot, parts, symbols, lengths, names, facets] = await this.load('index');
      this.version = /** @type {string} */ (version);
      this.pages = /** @type {number} */ (pages);
      this.names = names;
      this.facets = /** @type {string[]} */ (facets);
      this.cold = cold;
      this.hot = hot;
      let start = cold;
      this.parts = [...parts].map(c => [start, start += c.charCodeAt(0) - 256]);
      /** Canonical codes: symbols by length and order. @type {number[][]} */
      this.codes = [];
      [...symbols].forEach((c, i) => {
        (this.codes[lengths.charCodeAt(i) - 256] ??= []).push(c.charCodeAt(0) - 256);
      });
    }

    /** Decodes a list of pages. @param {string} text @param {boolean} marked @returns {List} */
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
      while ((count << low + 1) * 10 < this.pages * 7 && count) low++;
      const pages = new Array(count), marks = new Array(count);
      for (let i = 0; i < count; i++) {
        let gap = 0;
        while (bit()) gap++;
        for (let n = low; n--;) gap = gap * 2 + bit();
        pages[i] = page += gap;
        page++;
        for (let length = 1, code = 0, first = 0; marked; length++) {
          code = code * 2 + bit();
          const these = this.codes[length], n = these ? these.length : 0;
          if (code - first < n) { marks[i] = these[code - first]; break; }
          first = first + n << 1;
        }
      }
      return { pages, marks };
    }

    /** The list of a gram. @param {string} gram @returns {Promise<List>} */
    async list(gram) {
      const place = this.hot.indexOf(gram[0]);
      let shard = gram.charCodeAt(0) % this.cold;
      if (place >= 0) {
        const [start, end] = this.parts[place];
        shard = start + ((gram.charCodeAt(1) || 0) * 31 + (gram.charCodeAt(2) || 0)) % (end - start);
      }
      const text = await this.load('s' + shard);
      for (let i = 0, last = ''; i < text.length;) {
        let head = text.charCodeAt(i++) - 0x100;
        if (head >= 0x6000) head = (head - 0x6000) * 0x4000 + text.charCodeAt(i++) - 0x100;
        const kept = head % 3, length = (head / 3 | 0) % 3 + 1;
        last = last.slice(0, kept) + text.slice(i, i += length - kept);
        const end = i + (head / 9 | 0);
        if (last == gram) return this.decode(text.slice(i, end), true);
        i = end;
      }
      return { pages: [], marks: [] };
    }

    /** The pages with all the grams. @param {string[]} grams @param {List=} known */
    async all(grams, known) {
      const lists = await Promise.all(grams.map(gram => this.list(gram)));
      if (known) lists.push(known);
      return lists.sort((a, b) => a.pages.length - b.pages.length).reduce(both);
    }

    /** The pages that have a term in one of its spellings, as far as `few` grams tell.
     * @param {Term} term @param {boolean} few @returns {Promise<List>} */
    async find(term, few) {
      const lists = await Promise.all(term.alts.map(alt => {
        const grams = gramsOf(alt);
        return grams.length ? this.all(few ? grams.slice(0, 2) : grams) : { pages: [], marks: [] };
      }));
      return lists.reduce(either);
    }

    /** What is typed as terms: words, "phrases", -without. @param {string} query @returns {Term[]} */
    parse(query) {
      const terms = [];
      for (const [, minus, quoted, word] of query.matchAll(/([-－]?)(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/g)) {
        const text = fold(quoted ?? word ?? '');
        if (text) terms.push({ text, not: !!minus, alts: [...new Set([text].concat(quoted == null ? spellings(text) : []))] });
      }
      return terms;
    }

    /** Searches. @param {string} query
     * @param {{filters?: Record<string, string[]>, limit?: number, plain?: boolean}} options @returns {Promise<Answer>} */
    async search(query, { filters = {}, limit = 10, plain = false } = {}) {
      await this.open();
      const terms = this.parse(query);
      const answer = /** @type {Answer} */ ({ total: 0, exact: true, pages: [], terms, suggestion: '', results: [] });
      const wanted = terms.filter(term => !term.not);
      if (!wanted.length && !Object.values(filters).some(ids => ids.length)) return answer;
      let lists = await Promise.all(wanted.map(term => this.find(term, true)));
      // A kanji that is in no list may be an old form; other spellings come next.
      for (const [i, term] of wanted.entries()) {
        if (lists[i].pages.length || plain) continue;
        if (!kanji.has('亞') && /[⺀-⻿\u3400-\u9fff\ud840-\udbff]/.test(term.text)) {
          learn(await this.load('k'));
          if (fold(term.text) != term.text) return this.search(query, { filters, limit });
        }
        const tried = new Set(term.alts);
        for (const guess of guesses(term.text)) {
          if (!guess || tried.has(guess)) continue;
          tried.add(guess);
          const list = await this.find({ text: guess, not: false, alts: [guess] }, false);
          if (!list.pages.length) continue;
          lists[i] = either(lists[i], list);
          term.alts.push(guess);
        }
      }
      let hits = this.rank(lists);
      if (hits.length > 8 && wanted.some(term => term.alts.some(alt => gramsOf(alt).length > 2))) {
        lists = await Promise.all(wanted.map(term => this.find(term, false)));
        hits = this.rank(lists);
      }
      for (const term of terms.filter(term => term.not)) {
        const { pages } = await this.find(term, false);
        const without = new Set(pages);
        // Only a list of one gram is sure that a page has the term; others are looked at below.
        if (gramsOf(term.text).join('') == term.text) hits = hits.filter(page => !without.has(page));
      }
      hits = await this.narrow(hits, filters);
      answer.pages = hits;
      answer.exact = terms.every(term => term.alts.every(alt => gramsOf(alt).join('') == alt)) || !hits.length;
      await this.more(answer, hits.length <= 8 && !answer.exact ? 8 : limit);
      if (!answer.total && wanted.length && !plain) await this.suggest(answer, wanted, query, filters, limit);
      return answer;
    }

    /** Pages that are in all lists, best first. @param {List[]} lists @returns {number[]} */
    rank(lists) {
      if (!lists.length) return Array.from({ length: this.pages }, (_, page) => page);
      let { pages, marks } = lists[0];
      let scores = marks.map(mark => WORTH[mark >> 6]);
      for (const other of lists.slice(1)) {
        const kept = /** @type {number[][]} */ ([[], [], []]);
        for (let i = 0, j = 0; i < pages.length && j < other.pages.length;) {
          const gap = pages[i] - other.pages[j];
          if (!gap) {
            kept[0].push(pages[i]);
            kept[1].push(marks[i] & other.marks[j]);
            kept[2].push(scores[i] + WORTH[other.marks[j] >> 6]);
          }
          if (gap <= 0) i++;
          if (gap >= 0) j++;
        }
        [pages, marks, scores] = kept;
      }
      const ranked = /** @type {number[][]} */ ([]);
      // Terms in one section are worth more than terms apart.
      pages.forEach((page, i) => (ranked[scores[i] * 2 + +!!(marks[i] & 63)] ??= []).push(page));
      return ranked.reverse().flatMap(equal => equal ?? []);
    }

    /** The hits that have what the filters say. @param {number[]} hits @param {Record<string, string[]>} filters */
    async narrow(hits, filters) {
      for (const [key, ids] of Object.entries(filters)) {
        if (!ids.length) continue;
        const { values } = await this.facet(key);
        const kept = new Set(values.filter(({ id }) => ids.includes(id)).flatMap(({ pages }) => pages));
        hits = hits.filter(page => kept.has(page));
      }
      return hits;
    }

    /** A facet with its values and their pages. @param {string} key
     * @returns {Promise<{key: string, label: string, values: {id: string, label: string, pages: number[]}[]}>} */
    async facet(key) {
      await this.open();
      const [label, values] = await this.load('f-' + key);
      return {
        key, label,
        values: values.map((/** @type {string[]} */ [id, label, list]) => ({ id, label, pages: this.decode(list, false).pages })),
      };
    }

    /** Verifies and cites further pages of an answer. @param {Answer} answer @param {number} count */
    async more(answer, count) {
      const { terms, results } = answer;
      const until = results.length + count;
      while (results.length < until && results.length < answer.pages.length) {
        const these = answer.pages.slice(results.length, until);
        const found = await Promise.all(these.map(async page => this.result(page, await this.load('p' + page), terms)));
        answer.pages = answer.pages.filter(page => !these.includes(page) || found[these.indexOf(page)]);
        for (const one of found) if (one) results.push(one);
      }
      answer.total = answer.pages.length;
      if (results.length == answer.total) answer.exact = true;
    }

    /** The blocks of a page as they are compared. @param {number} number @param {Page} page */
    blocks(number, page) {
      let blocks = this.folded.get(number);
      if (!blocks) {
        learn(page[7]);
        const [, , title, aliases, readings, summary, sections] = page;
        blocks = [[title, ...aliases, ...readings], [summary], ...sections.map(([, heading, text]) => [heading, text])]
          .map(texts => texts.map(text => same(fold(text))));
        this.folded.set(number, blocks);
      }
      return blocks;
    }

    /** What is shown of a page, null if it does not have the terms. @param {number} number @param {Page} page
     * @param {Term[]} terms @returns {Result | null} */
    result(number, page, terms) {
      const blocks = this.blocks(number, page);
      const needles = terms.map(term => term.alts.map(same));
      /** @type {(block: string[], n: number) => boolean} */
      const has = (block, n) => needles[n].some(needle => block.some(text => text.includes(needle)));
      if (terms.some((term, n) => term.not == blocks.some(block => has(block, n)))) return null;
      const shown = needles.filter((_, n) => !terms[n].not).flat().sort((a, b) => b.length - a.length);
      const [url, collection, title, , , summary, sections] = page;
      const counts = blocks.map(block => terms.filter((term, n) => !term.not && has(block, n)).length);
      // The block with most of the terms; the summary and the text before headings have no address.
      let best = 1;
      for (let i = 2; i < blocks.length; i++) if (counts[i] > counts[best]) best = i;
      const [anchor, heading, body] = best > 1 ? sections[best - 2] : ['', '', summary || sections[0]?.[2] || ''];
      const marks = spans(body, shown);
      const start = Math.max(0, (marks[0]?.[0] ?? 0) - 30);
      const from = /[\udc00-\udfff]/.test(body[start] ?? '') ? start - 1 : start;
      const end = Math.min(body.length, from + 120);
      const to = /[\ud800-\udbff]/.test(body[end - 1] ?? '') ? end - 1 : end;
      const hit = marks[0] ? body.slice(...marks[0]) : '';
      /** @type {Piece[]} */
      const excerpt = [...(from ? [/** @type {Piece} */ (['…', false])] : []), ...pieces(body, marks, from, to),
        ...(to < body.length ? [/** @type {Piece} */ (['…', false])] : [])];
      return { page: number, url: url + (anchor ? '#' + anchor : ''), collection, title: pieces(title, spans(title, shown)), heading, excerpt, hit };
    }

    /** Fills an empty answer with what was probably meant. @param {Answer} answer @param {Term[]} wanted
     * @param {string} query @param {Record<string, string[]>} filters @param {number} limit */
    async suggest(answer, wanted, query, filters, limit) {
      let text = query;
      for (const term of wanted) {
        if (term.text.length < 2 || (await this.find(term, false)).pages.length) continue;
        const near = await this.near(term.text);
        if (!near) return;
        const typed = query.match(/[^\s"“”＂]+/g)?.find(word => fold(word.replace(/^[-－]/, '')) == term.text);
        text = text.replace(typed ?? term.text, near);
      }
      if (text == query) return;
      const other = await this.search(text, { filters, limit, plain: true });
      if (other.total) Object.assign(answer, other, { suggestion: text });
    }

    /** What the site says that is an edit or two from the term. @param {string} term folded */
    async near(term) {
      const word = units(term), grams = [];
      for (let i = 0; i < word.length - 1; i++) grams.push(word.slice(i, i + 2));
      const lists = await Promise.all([...new Set(grams)].map(gram => this.list(gram)));
      const votes = new Map();
      for (const { pages } of lists) {
        const weight = Math.log(1 + this.pages / (pages.length || 1));
        for (const page of pages) votes.set(page, (votes.get(page) ?? 0) + weight);
      }
      const pages = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 24).map(([page]) => page);
      const limit = term.length > 7 ? 2 : 1;
      let best = limit + 1, found = '';
      for (let i = 0; i < pages.length && best > 1; i += 6) {
        for (const page of pages.slice(i, i + 6)) this.load('p' + page);
        for (const page of pages.slice(i, i + 6)) {
          const file = await this.load('p' + page);
          this.blocks(page, file);
          const [, , title, aliases, , summary, sections] = file;
          for (const text of [title, ...aliases, summary, ...sections.flat()]) {
            const [edits, part] = nearest(term, fold(text));
            if (edits < best) { best = edits; found = part; }
          }
        }
      }
      return found;
    }

    /** Names that begin with what is typed, by title, alias, reading or romaji.
     * @param {string} typed @returns {Promise<{title: string, url: string}[]>} */
    async complete(typed) {
      await this.open();
      const text = fold(typed);
      const keys = [same(text)].concat(/^[a-z'-]+$/.test(text) ? kana(text) : []);
      const found = new Map();
      for (const key of keys) {
        const start = units(key);
        if (start.length < 2) continue;
        const names = await this.load('n' + (start.charCodeAt(0) * 31 + start.charCodeAt(1)) % this.names);
        for (const [name, title, url] of names) {
          if ((name || same(fold(title))).startsWith(start) && !found.has(title + url)) found.set(title + url, { title, url });
        }
      }
      return [...found.values()].sort((a, b) => +!a.url - +!b.url || a.title.length - b.title.length).slice(0, 8);
    }
  }

  /** The part of a text that is the fewest edits from a word (insert, delete, replace, exchange).
   * @param {string} word @param {string} text @returns {[number, string]} */
  const nearest = (word, text) => {
    const m = word.length;
    let before = /** @type {number[]} */ ([]), last = Array.from({ length: m + 1 }, (_, i) => i);
    let starts = new Array(m + 1).fill(0), startsBefore = starts, best = m, found = '';
    for (let j = 1; j <= text.length; j++) {
      const row = [0], from = [j];
      for (let i = 1; i <= m; i++) {
        const ways = [
          [last[i - 1] + (word[i - 1] == text[j - 1] ? 0 : 1), starts[i - 1]],
          [last[i] + 1, starts[i]], [row[i - 1] + 1, from[i - 1]],
        ];
        if (i > 1 && j > 1 && word[i - 1] == text[j - 2] && word[i - 2] == text[j - 1]) {
          ways.push([before[i - 2] + 1, startsBefore[i - 2]]);
        }
        const [edits, start] = ways.reduce((a, b) => b[0] < a[0] ? b : a);
        row.push(edits);
        from.push(start);
      }
      if (row[m] < best) { best = row[m]; found = text.slice(from[m], j); }
      [before, last, startsBefore, starts] = [last, row, starts, from];
    }
    return [best, found];
  };

  /** Who waits for which file. @type {Map<string, (value: any) => void>} */
  const waiting = new Map();
  Object.assign(globalThis, {
    MokurokuSearch,
    /** Files of the index call this. @param {string} key @param {any} value */
    mokuroku: (key, value) => waiting.get(key)?.(value),
  });
  Object.assign(MokurokuSearch, { fold, learn, kana });
})();
