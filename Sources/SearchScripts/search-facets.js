// What results can be narrowed by, and what kinds there are: the page of results fetches this. `FORMAT`
// stands for the constants of the index. Types are in types.d.ts.
"use strict";

(() => {
  const { bits, fold, NAME } = MokurokuSearch;
  /** A facet with more values is closed at first. */
  const MANY_VALUES = 12;

  /**
   * A facet with its values and their pages.
   * @param {Engine} search
   * @param {string} key
   * @returns {Promise<SearchFacet>}
   */
  const facet = async (search, key) => {
    const { facets, pages: total } = search.directory;
    const [label, values] = await search.load(FORMAT.facetKey + facets.indexOf(key));
    return {
      key, label, values: values.map((/** @type {[string, string, string]} */ [id, label, codes]) =>
        ({ id, label, pages: codes ? bits(codes, total).pages() : [] })),
    };
  };

  /**
   * The pages that have what the filters say.
   * @param {Engine} search
   * @param {number[]} pages
   * @param {Filters} filters
   */
  const narrow = async (search, pages, filters) => {
    for (const [key, ids] of Object.entries(filters)) {
      if (!ids.length) continue;
      const { values } = await facet(search, key);
      const chosen = values.filter(({ id }) => ids.includes(id));
      const kept = new Set(chosen.flatMap((value) => value.pages));
      pages = pages.filter((page) => kept.has(page));
    }
    return pages;
  };

  /**
   * The pages of the kind that one of some words may mean, where they have the other words: those first that
   * have the word itself too. What has all words in its names comes before these.
   * @param {Engine} search
   * @param {Term[]} terms
   * @param {Found} found What has all words.
   */
  const ofKind = async (search, terms, { list }) => {
    const isKnown = search.directory.facets.includes("collection");
    const { values } = isKnown ? await facet(search, "collection") : { values: [] };
    for (const term of terms) {
      const kind = values.find(({ label }) => fold(label).startsWith(term.text));
      const others = terms.filter((other) => other !== term);
      if (!kind || term.isPhrase || term.text.length < 2) continue;
      const more = await search.find(others, search.directory.limit), mine = new Set(kind.pages);
      const worth = new Map(list.pages.map((page, place) => [page, list.impacts[place]]));
      more.list.pages.forEach((page, place) => {
        // Less than any that has the word.
        if (!worth.has(page)) worth.set(page, more.list.impacts[place] - NAME * terms.length);
      });
      term.kind = kind.label;
      const named = NAME * terms.length;
      const leading = [...worth].filter(([page, worth]) => mine.has(page) || worth >= named)
        .sort(([one, worth], [other, others]) =>
          +(others >= named) - +(worth >= named) || others - worth || one - other)
        .map(([page]) => page);
      return { leading, isExact: more.isExact };
    }
    return { leading: [], isExact: true };
  };

  /**
   * The labels of the collections, as they are folded.
   * @param {Engine} search
   */
  const kinds = async (search) => {
    if (!search.directory.facets.includes("collection")) return [];
    const { values } = await facet(search, "collection");
    return values.map(({ label }) => fold(label));
  };

  /** Of so many results or more none are added. */
  const MANY = 10;

  /**
   * What the words of a query find apart from each other that names a kind and finds little as it is typed,
   * 経済産業省の施策; nothing where that is no more.
   * @param {Engine} search
   * @param {Answer} answer
   * @param {Filters} filters
   * @param {number} limit
   * @returns {Promise<Answer | undefined>}
   */
  const apart = async (search, { terms, all, suggestion, parts }, filters, limit) => {
    if (terms.length !== 1) return;
    const [{ text, isPhrase, not }] = terms;
    const isMany = all.length >= MANY || !all.length;
    if (suggestion || parts || isPhrase || not || isMany || text.length < 4) return;
    if (!(await kinds(search)).some((kind) => text.length > kind.length && text.endsWith(kind))) return;
    const { inParts } = await search.part("cuts");
    const found = await inParts(search, terms, filters, limit);
    if (found && !found.apart && found.all.length > all.length) return found;
  };

  /**
   * Makes an element with attributes and children.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  const build = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /**
   * A facet as a panel of boxes, with how many pages each value would leave; nothing where none would.
   * @param {SearchFacet} facet
   * @param {Set<number>} among The pages that the other facets leave.
   * @param {string[]} wanted The values that are chosen.
   * @param {HTMLElement} facets Where panels stand already.
   */
  const panelOf = ({ key, label, values }, among, wanted, facets) => {
    const labels = [];
    for (const { id, label, pages } of values) {
      const left = pages.filter((page) => among.has(page)).length;
      const box = build("input", { type: "checkbox", name: key, value: id });
      box.checked = wanted.includes(id);
      if (!left && !box.checked) continue;
      const number = build("span", { class: "search-facet-count", "data-count": `${left}` }, `${left}`,
        build("span", { class: "visually-hidden" }, "件"));
      labels.push(build("label", {}, box, label, number));
    }
    if (!labels.length) return [];
    // What the reader has opened or closed stays so.
    const before = facets.querySelector(`[data-facet="${key}"]`)?.closest("details");
    const panel = build(
      "details", { class: "facet" }, build("summary", { class: "facet-label" }, label),
      build("fieldset", { "data-facet": key, "aria-label": label }, ...labels));
    panel.open = before ? before.open : wanted.length > 0 || labels.length <= MANY_VALUES;
    return [panel];
  };

  /**
   * The facets of some pages as panels, and the names of the values that are chosen.
   * @param {Engine} search
   * @param {number[]} all
   * @param {Filters} filters
   * @param {HTMLElement} facets Where panels stand already.
   */
  const show = async (search, all, filters, facets) => {
    /** @type {HTMLElement[]} */
    const panels = [];
    /** @type {string[]} */
    const names = [];
    /** @type {string[]} */
    const keys = search.directory.facets;
    for (const one of await Promise.all(keys.map((key) => facet(search, key)))) {
      const wanted = filters[one.key];
      // The other facets narrow the counts of this one; its own values add to each other.
      const among = new Set(await narrow(search, all, { ...filters, [one.key]: [] }));
      panels.push(...panelOf(one, among, wanted, facets));
      for (const { id, label } of one.values) if (wanted.includes(id)) names.push(label);
    }
    return { panels, names };
  };

  mokuroku("facets", { apart, facet, kinds, narrow, ofKind, show });
})();
