// Other spellings of a term, and slips of the finger: what search-engine.js fetches for the few queries
// that need it. Types are JSDoc's.
// @ts-check
(() => {
  'use strict';

  // @ts-ignore The engine has made the class and the function.
  const { MokurokuSearch, mokuroku } = globalThis;
  const { fold, learn, same, shift, units } = MokurokuSearch;

  /** Name, letter, the year before the first. @type {[string, string, number][]} */
  const ERAS = [['令和', 'r', 2018], ['平成', 'h', 1988], ['昭和', 's', 1925], ['大正', 't', 1911], ['明治', 'm', 1867]];

  /** The same year in the other calendar, and in full. @param {string} term folded @returns {string[]} */
  const years = term => {
    const [, era, number, year, unit] = /^(?:(令和|平成|昭和|大正|明治|[mtshr])(元|\d{1,2})|(\d{4}))(年度?|)$/.exec(term) ?? [];
    if (era) {
      const [name, , zero] = ERAS.find(one => one.includes(era)) ?? ERAS[0];
      const full = number == '1' ? [`${name}元${unit}`] : number == '元' ? [`${name}1${unit}`] : [];
      const west = `${zero + (+number || 1)}${unit || '年'}`;
      // A fiscal year in which the era changed has the names of both, a day of it only one.
      return [west, ...full, ...(era == name ? [] : [`${name}${number}${unit || '年'}`]), ...(unit == '年度' ? years(west) : [])];
    }
    // The year that an era ends in is also the first of the next.
    return !unit ? [] : ERAS.filter(([, , zero], i) => +year > zero && +year <= (i ? ERAS[i - 1][2] + 1 : Infinity))
      .flatMap(([name, , zero]) => +year - zero == 1 ? [`${name}元${unit}`, `${name}1${unit}`] : [`${name}${+year - zero}${unit}`]);
  };

  const ROWS = Object.fromEntries(
    ' あいうえお kかきくけこ sさしすせそ tたちつてと nなにぬねの hはひふへほ mまみむめも yや-ゆ-よ rらりるれろ wわ---を gがぎぐげご zざじずぜぞ dだぢづでど bばびぶべぼ pぱぴぷぺぽ f--ふ-- v--ゔ--'
      .split(' ').slice(1).map(row => /[a-z]/.test(row[0]) ? [row[0], row.slice(1)] : ['', row]));

  /** Romaji, Hepburn or kunrei, also half a word, as hiragana. @param {string} text */
  const kana = text => text
    .replace(/[āâ]/g, 'aa').replace(/[īî]/g, 'ii').replace(/[ūû]/g, 'uu').replace(/[ēê]/g, 'ei').replace(/[ōô]/g, 'ou')
    .replace(/-/g, 'ー').replace(/tch/g, 'cch').replace(/n(?=n)|n'|n(?![aiueoy])|m(?=[bmp])/g, 'ん')
    .replace(/([kstrgzdbpfcjh])(?=\1)/g, 'っ')
    .replace(/sh(?=[aueo])/g, 'sy').replace(/ch(?=[aueo])/g, 'ty').replace(/j(?=[aueo])/g, 'zy')
    .replace(/shi/g, 'si').replace(/chi/g, 'ti').replace(/tsu/g, 'tu').replace(/ji/g, 'zi')
    .replace(/([kstnhmrgzdbp])y([auoe])/g, (_, c, v) => ROWS[c][1] + ({ a: 'ゃ', u: 'ゅ', o: 'ょ', e: 'ぇ' })[v])
    .replace(/([fv])([aieo])/g, (_, c, v) => ROWS[c][2] + 'ぁぃぅぇぉ'['aiueo'.indexOf(v)])
    .replace(/([kstnhmyrwgzdbpfv]?)([aiueo])/g, (_, c, v) => ROWS[c]['aiueo'.indexOf(v)])
    .replace(/っ?[a-z]+$/, '');

  const SMALL = /[ァィゥェォッャュョぁぃぅぇぉっゃゅょ]/g;

  /** A compound of verbs, 打ち合わせ. */
  const VERB = /^([一-龠々])[ぁ-ん]?[いきしちみりぎじびえけせてねべめれげぜ]([一-龠])([ぁ-ん]{1,3})$/;

  /** Spellings that are as good as the term. @param {string} term folded @returns {string[]} */
  const equal = term => [...new Set([
    ...years(term), term.replace('(株)', '株式会社'), term.replace('株式会社', '(株)'),
    term.replace(VERB, '$1$2$3'), term.replace(VERB, (_, a, b, rest) => a + b + (rest.slice(1) || rest)),
  ])].filter(other => other != term);

  /** Spellings to look for when there is nothing else. @param {string} term folded @returns {Set<string>} */
  const guesses = term => {
    const b = term.replace(/ゔ/g, 'ヴ').replace(/ヴ([ァィェォ])/g, (_, c) => 'バビベボ'['ァィェォ'.indexOf(c)]).replace(/ヴ/g, 'ブ');
    const v = term.replace(/[バビベボ]/g, c => 'ヴ' + 'ァィェォ'['バビベボ'.indexOf(c)]).replace(/ブ/g, 'ヴ');
    const found = new Set();
    for (const one of [term, b, v, shift(term, SMALL, 1), shift(term, /[ヤユヨやゆよ]/g, -1), shift(term, /[アイエオツあいえおつ]/g, -1)]) {
      for (const other of [one, one.replace(/ー+$/, ''), one.replace(/ー/g, ''), one + 'ー']) {
        for (const script of [other, shift(other, /[ぁ-ゖ]/g, 96), same(other)]) found.add(script);
      }
    }
    if (/^[a-z'āīūēōâîûêô-]+ー?$/.test(term)) {
      // A long vowel is also typed twice, and the sign after n left out.
      const long = term.replace(/([aiueo])\1/g, '$1-');
      for (const one of [term, long]) {
        const parts = one.split(/(?<=n)(?=[aiueoy])/);
        for (let marks = 0; marks < 1 << Math.min(3, parts.length - 1); marks++) {
          found.add(kana(parts.reduce((typed, part, i) => typed + (marks >> i - 1 & 1 ? "'" : '') + part)));
        }
      }
    }
    for (const one of [term, '', 'ー']) found.delete(one);
    return found;
  };

  /** The parts of a text that are a few edits from a word (insert, delete, replace, exchange).
   * @param {string} word @param {string} text @param {number} limit @returns {[number, string][]} */
  const nearest = (word, text, limit) => {
    const m = word.length;
    /** @type {number[][]} */
    let before = [], last = Array.from({ length: m + 1 }, (_, i) => [i, 0]);
    /** @type {[number, string][]} */
    const found = [];
    for (let j = 1; j <= text.length; j++) {
      const row = [[0, j]];
      for (let i = 1; i <= m; i++) {
        const same = word[i - 1] == text[j - 1];
        let way = [last[i - 1][0] + +!same, last[i - 1][1]];
        if (last[i][0] + 1 < way[0]) way = [last[i][0] + 1, last[i][1]];
        if (row[i - 1][0] + 1 < way[0]) way = [row[i - 1][0] + 1, row[i - 1][1]];
        if (i > 1 && j > 1 && word[i - 1] == text[j - 2] && word[i - 2] == text[j - 1] && before[i - 2][0] + 1 < way[0]) {
          way = [before[i - 2][0] + 1, before[i - 2][1]];
        }
        row.push(way);
      }
      [before, last] = [last, row];
      if (row[m][0] > limit) continue;
      // A character more is likelier than another in the place of the first or the last.
      const from = row[m][1], more = [+(word[0] != text[from] && word[0] == text[from - 1]), +(word[m - 1] != text[j - 1] && word[m - 1] == text[j])];
      found.push([row[m][0], text.slice(from - more[0], j + more[1])]);
    }
    return found;
  };

  /** What the site says that is an edit or two from a term, the likeliest first. @param {any} search @param {string} term folded */
  const near = async (search, term) => {
    const word = units(term), pagesOf = async (/** @type {string} */ gram) => (await search.list(gram))[1]?.pages ?? [];
    const pairs = await Promise.all([...word.slice(1)].map((_, i) => pagesOf(word.slice(i, i + 2))));
    const lists = [...pairs], known = (/** @type {number} */ i) => pairs[i]?.length;
    for (let i = 0; i < word.length; i++) {
      // Two that may have changed places, two that may have one too many between them.
      if (i < pairs.length && (!known(i) || word.length < 7)) lists.push(await pagesOf(word[i + 1] + word[i]));
      if (i && i < pairs.length && !known(i) && !known(i - 1)) lists.push(await pagesOf(word[i - 1] + word[i + 1]));
      // A character beside the slip has no pair that the site knows: it votes by itself.
      if (!known(i - 1) && !known(i) && !/[ぁ-ゟ]/.test(word[i])) lists.push(await pagesOf(word[i]));
    }
    /** @type {Map<number, number>} */
    const votes = new Map();
    for (const pages of lists) {
      const weight = Math.log(1 + search.pages / (pages.length || 1));
      for (const page of pages) votes.set(page, (votes.get(page) ?? 0) + weight);
    }
    // What goes on from the first characters as the term does but for one edit.
    const [grams] = await search.file(word);
    for (const [gram, { pages }] of grams) {
      let same = 0;
      while (same < gram.length && gram[same] == word[same]) same++;
      const rest = gram.slice(same + 1);
      if (same < 2 || !rest || ![word.slice(same), word.slice(same + 1)].some(other => other.startsWith(rest)) && !word.slice(same + 1).startsWith(gram.slice(same))) continue;
      for (const page of pages) votes.set(page, (votes.get(page) ?? 0) + 2 * rest.length);
    }
    // On a small site pages differ little by their pairs, and are short.
    const pages = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, search.pages < 1e3 ? 128 : 32).map(([page]) => page);
    const files = await Promise.all(pages.map(page => search.load('p' + page)));
    /** @type {Set<string>} */
    let found = new Set();
    let best = term.length > 7 ? 2 : 1;
    for (const [n, page] of pages.entries()) {
      search.blocks(page, files[n]);
      const [, , title, aliases, , summary, sections] = files[n];
      for (const text of [title, ...aliases, summary, ...sections.flatMap((/** @type {string[]} */ [, ...texts]) => texts)]) {
        for (const [edits, near] of nearest(term, fold(text), best)) {
          // At either end one character for another is as good as one too many.
          for (const part of [near, near[0] == term[0] ? '' : near.slice(1), near.at(-1) == term.at(-1) ? '' : near.slice(0, -1)]) {
            // A word with a particle or a mark beside it is not meant.
            if (edits > best || !part[1] || part == term || /[ぁ-ん\s、。・「」()]/.test(part) && !/[ぁ-ん]/.test(term)) continue;
            if (edits < best) found = new Set();
            best = edits;
            found.add(part);
          }
        }
      }
    }
    // Most likely is what has the same characters.
    const shared = (/** @type {string} */ part) => [...term].filter(c => part.includes(c)).length;
    return [...found].sort((a, b) => shared(b) - shared(a) || b.length - a.length).slice(0, 4);
  };

  /** Fills an empty answer with what was probably meant. @param {any} search @param {any} answer @param {string} query
   * @param {Record<string, string[]>} filters @param {number} limit */
  const suggest = async (search, answer, query, filters, limit) => {
    let text = query;
    const terms = [];
    for (const term of answer.terms) {
      if (term.not || term.text.length < 2 || (await search.search('', { limit: 1, plain: true, terms: [term] })).total) {
        terms.push(term);
        continue;
      }
      const meant = await near(search, term.text);
      if (!meant.length) return;
      const typed = (query.match(/[^\s"“”＂]+/g) ?? []).find(word => fold(word.replace(/^[-－]/, '')) == term.text);
      text = text.replace(typed ?? term.text, () => meant[0]);
      terms.push({ text: meant[0], not: false, alts: meant });
    }
    const other = await search.search(text, { filters, limit, plain: true, terms });
    if (other.total) Object.assign(answer, other, { suggestion: text });
  };

  /** Searches once more for what is not found: in old kanji, in other spellings, as a slip. @param {any} search @param {string} query
   * @param {any[]} terms @param {Record<string, string[]>} filters @param {number} limit */
  const retry = async (search, query, terms, filters, limit) => {
    learn(await search.load('k'));
    if (terms.some(({ text }) => fold(text) != text)) return search.search(query, { filters, limit });
    const has = async (/** @type {string} */ text) => (await search.find([[text]], 0))[0].pages.length;
    const wanted = terms.filter(term => !term.not);
    for (const { text, alts } of wanted) {
      if (wanted[1] && await has(text)) continue;
      for (const guess of guesses(text)) if (await has(guess)) alts.push(guess);
    }
    const answer = await search.search(query, { filters, limit, terms, plain: true });
    if (!answer.total) await suggest(search, answer, query, filters, limit);
    return answer;
  };

  mokuroku('spellings', { equal, kana, retry });
})();
