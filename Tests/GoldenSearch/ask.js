// What the engine makes of the golden index, as lines of text: asked in Node.js by ask.mjs and in Chromium by
// Tests/Browser/test_search_golden.py.
"use strict";

/**
 * @param {string} base The folder of the index.
 * @param {{lists: string[], texts: string[], queries: string[]}} golden The lines of the golden files.
 */
globalThis.askGolden = async (base, golden) => {
  const { fold, learn, same, units } = MokurokuSearch;
  const search = await new MokurokuSearch(base).open();
  // Impacts as the lists tell them: inside 0, text 1, heading 2, name 3, its beginning more.
  const told = (impact) => impact > 48 ? impact - 45 : impact / 16;
  /** The pages of a list as runs of pages that have the same impact: `3:1 5-9:2`. */
  const runs = ({ pages, impacts }) => {
    const found = [];
    pages.forEach((page, i) => {
      const run = found.at(-1);
      if (run && run.last + 1 === page && run.impact === impacts[i]) run.last = page;
      else found.push({ first: page, last: page, impact: impacts[i] });
    });
    return found.map(({ first, last, impact }) =>
      `${first === last ? first : `${first}-${last}`}:${told(impact)}`).join(" ");
  };
  const lists = [];
  for (const line of golden.lists) {
    const gram = line.split("\t")[0];
    // The file that the engine looks in, and the gram's list there.
    const list = (await search.file(gram)).lists.get(gram);
    lists.push(`${gram}\t${list ? runs(list) : "none"}`);
  }
  const count = [...new Set(search.lists.values())].reduce((sum, { size }) => sum + size, 0);
  lists.push(`${count} lists`);

  learn(await search.load("k"));
  // How numbers are compared.
  await search.part("spellings");
  const texts = golden.texts.map((line) => {
    const text = JSON.parse(line.split("\t")[0]), folded = fold(text);
    return [text, folded, same(units(folded))].map((one) => JSON.stringify(one)).join("\t");
  });

  const answers = [];
  for (const query of golden.queries) {
    const fresh = new MokurokuSearch(base);
    const { total, exact, suggestion, results } = await fresh.search(query, { limit: 12 });
    const marked = (pieces) => pieces.map(([piece, isHit]) => isHit ? `[${piece}]` : piece).join("");
    answers.push([query, total, exact ? "exact" : "about", suggestion].join("\t"));
    for (const { url, title, heading, excerpt, hit } of results) {
      answers.push(`  ${JSON.stringify([url, marked(title), heading, marked(excerpt), hit]).slice(1, -1)}`);
    }
  }
  const facet = await (await search.part("facets")).facet(search, "kind");
  for (const { id, label, pages } of facet.values) answers.push(`kind ${id} ${label}\t${pages.join(" ")}`);
  return { lists, texts, answers };
};
