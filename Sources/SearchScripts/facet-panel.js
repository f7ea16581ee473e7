// The facets beside a list: their links become checkboxes of the form around them, and what is chosen in
// them is known and shown here. The list is that of list.js; facets.js shows what matches.
"use strict";

(() => {
  /** A facet with more values has a box to look for them. */
  const MANY_VALUES = 12;
  /** How many values that the page does not show are added for what is typed. */
  const ADDED_VALUES = 30;
  /** Up to this width the facets are a sheet over the page. */
  const NARROW = "(max-width: 63.99em)";

  /**
   * @typedef {object} Value A value of a facet that has a checkbox.
   * @property {string} slug
   * @property {string} label
   * @property {HTMLInputElement} box
   * @property {HTMLElement} count
   * @property {string} total How many of the whole list have it.
   *
   * @typedef {object} Facet A field by which the list can be narrowed.
   * @property {string} key
   * @property {string} label
   * @property {HTMLDetailsElement} element
   * @property {HTMLElement} list
   * @property {HTMLElement} told Says how many values are chosen.
   * @property {Value[]} values
   * @property {boolean} isCut Whether it has more values than the page shows.
   * @property {HTMLElement | null} mode The choice between one of the values and all, in this order.
   * @property {string[]} missing Values of the address that the page does not show.
   */

  const { make } = mokurokuList;

  /**
   * Makes a box that is chosen.
   * @param {string} type
   * @param {string} name
   * @param {string} value
   */
  const boxOf = (type, name, value) => {
    const box = document.createElement("input");
    box.type = type;
    box.name = name;
    box.value = value;
    return box;
  };

  /**
   * Makes a label around a box.
   * @param {HTMLInputElement} box
   * @param {...HTMLElement} parts
   */
  const labelled = (box, ...parts) => {
    const label = make("label");
    label.append(box, ...parts);
    return label;
  };

  const plain = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase();

  /** @implements {FacetPanel} */
  class Panel {
    /**
     * @param {HTMLFormElement} form
     * @param {{ counter: string, fixed: [string, string], list: () => Promise<CatalogueList> }} options
     */
    constructor(form, { counter, fixed, list }) {
      this.form = form;
      this.counter = counter;
      this.fixed = fixed;
      this.list = list;
      /** @type {Facet[]} */
      this.facets = [...form.querySelectorAll("details.facet")].map((element) =>
        this.facet(/** @type {HTMLDetailsElement} */ (element)));
      this.done = /** @type {HTMLButtonElement} */ (make("button", "search-button finder-done"));
      this.sheet();
    }

    /**
     * Turns the links of a facet into checkboxes.
     * @param {HTMLDetailsElement} element
     * @returns {Facet}
     */
    facet(element) {
      const { key = "", label = "", several, cut } = element.dataset;
      const list = /** @type {HTMLElement} */ (element.querySelector(".facet-values"));
      /** @type {Facet} */
      const facet = { key, label, element, list, told: make("span", "facet-chosen"), values: [],
        isCut: cut !== undefined, mode: null, missing: [] };
      element.querySelector("summary")?.append(facet.told);
      for (const item of [...list.children]) {
        const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
        const count = /** @type {HTMLElement} */ (item.querySelector(".facet-count"));
        const name = link.textContent ?? "";
        const box = boxOf("checkbox", key, link.dataset.slug ?? "");
        link.replaceWith(labelled(box, make("span", "", name)));
        facet.values.push({ slug: box.value, label: name, box, count,
          total: (count.textContent ?? "").replace(/\D+$/, "") });
      }
      if (several !== undefined) {
        facet.mode = this.mode(key, label);
        list.before(facet.mode);
      }
      if (facet.values.length > MANY_VALUES) list.before(this.filter(facet));
      return facet;
    }

    /**
     * The choice whether an entry has to have one of the chosen values, or all. It has its room before there
     * is anything to choose, since it would move the values under the pointer.
     * @param {string} key
     * @param {string} label
     * @returns {HTMLElement}
     */
    mode(key, label) {
      const mode = make("fieldset", "facet-mode");
      mode.append(make("legend", "facet-count", `${label}を2つ以上選んだとき`));
      for (const [value, text] of [["any", "いずれか"], ["all", "すべて"]]) {
        const box = boxOf("radio", `mode-${key}`, value);
        box.checked = value === "any";
        box.disabled = true;
        const name = make("span", "", text);
        name.append(make("span", "facet-count"));
        mode.append(labelled(box, name));
      }
      return mode;
    }

    /**
     * The boxes of a facet for one of the values and for all.
     * @param {Facet} facet
     * @returns {HTMLInputElement[]}
     */
    modeBoxes({ mode }) { return mode ? [...mode.querySelectorAll("input")] : []; }

    /**
     * Whether a facet asks for all of its chosen values.
     * @param {Facet} facet
     */
    isAll(facet) { return Boolean(this.modeBoxes(facet)[1]?.checked); }

    /**
     * A box that narrows a long facet to the values with some letters in them.
     * @param {Facet} facet
     */
    filter(facet) {
      const filter = boxOf("search", "", "");
      filter.className = "facet-filter";
      filter.autocomplete = "off";
      filter.placeholder = "名前で絞る";
      filter.setAttribute("aria-label", `${facet.label}の選択肢を名前で絞る`);
      const apply = () => {
        const wanted = plain(filter.value.trim());
        for (const { box, label } of facet.values) {
          const item = box.closest("li");
          if (item) item.hidden = !box.checked && !plain(label).includes(wanted);
        }
        return wanted;
      };
      filter.addEventListener("input", async () => {
        if (!apply() || !facet.isCut) return;
        const list = await this.list().catch(() => null);
        const wanted = plain(filter.value.trim());
        if (!list || !wanted) return;
        this.add(facet, list, (_, label) => plain(label).includes(wanted));
        apply();
      });
      filter.addEventListener("change", (event) => event.stopPropagation());
      return filter;
    }

    /**
     * Adds values of the list that the page does not show.
     * @param {Facet} facet
     * @param {CatalogueList} list
     * @param {(slug: string, label: string) => boolean} isWanted
     */
    add(facet, list, isWanted) {
      const known = new Set(facet.values.map(({ slug }) => slug));
      const values = list.facets.find(({ key }) => key === facet.key)?.values ?? [];
      const wanted = values.filter(([slug, label]) => !known.has(slug) && isWanted(slug, label));
      for (const [slug, label] of wanted.slice(0, ADDED_VALUES)) {
        const item = make("li");
        const count = make("span", "facet-count");
        const box = boxOf("checkbox", facet.key, slug);
        item.append(labelled(box, make("span", "", label)), " ", count);
        facet.list.append(item);
        facet.values.push({ slug, label, box, count, total: "" });
      }
    }

    /** On a narrow page the facets open as a sheet, with what they show fixed below. */
    sheet() {
      const panel = this.form.querySelector("details.finder-panel");
      const body = panel?.querySelector(".panel-body");
      const summary = panel?.querySelector("summary");
      if (!panel || !body || !summary) return;
      const sheet = document.createElement("dialog");
      sheet.className = "finder-sheet";
      sheet.setAttribute("aria-labelledby", "finder-heading");
      this.done.type = "button";
      this.done.addEventListener("click", () => sheet.close());
      const foot = make("div", "finder-foot");
      foot.append(this.done);
      sheet.append(foot);
      this.form.append(sheet);
      summary.addEventListener("click", (event) => {
        if (!matchMedia(NARROW).matches) return;
        event.preventDefault();
        sheet.prepend(body);
        sheet.showModal();
      });
      sheet.addEventListener("close", () => {
        panel.append(body);
        summary.focus();
      });
    }

    /**
     * What the button of the sheet says.
     * @param {string} text
     */
    set told(text) { this.done.textContent = `${text}を表示`; }

    /** The facets of which something is chosen. */
    chosen() {
      return this.facets.map((facet) => ({
        facet, label: facet.label, isAll: this.isAll(facet),
        values: facet.values.filter(({ box }) => box.checked),
      })).filter(({ values }) => values.length);
    }

    /**
     * Takes the choice from an address.
     * @param {URLSearchParams} query
     */
    restore(query) {
      const [fixedKey, fixedSlug] = this.fixed;
      for (const facet of this.facets) {
        const wanted = new Set(query.getAll(facet.key));
        if (facet.key === fixedKey) wanted.add(fixedSlug);
        for (const { box, slug } of facet.values) box.checked = wanted.delete(slug);
        facet.missing = [...wanted];
        const isAll = query.getAll("all").includes(facet.key);
        this.modeBoxes(facet).forEach((box, place) => box.checked = isAll === (place === 1));
        if (facet.values.some(({ box }) => box.checked)) facet.element.open = true;
      }
      this.tellChosen();
    }

    /** Whether the address names values that the page does not show. */
    get isMissing() { return this.facets.some(({ missing }) => missing.length); }

    /**
     * Adds the values of the address that the page does not show.
     * @param {CatalogueList} list
     * @returns {string[]} Those that the list does not have either, in words.
     */
    addMissing(list) {
      const strange = this.facets.flatMap((facet) => {
        const wanted = new Set(facet.missing);
        facet.missing = [];
        if (!wanted.size) return [];
        this.add(facet, list, (slug) => wanted.has(slug));
        for (const { box, slug } of facet.values) if (wanted.delete(slug)) box.checked = true;
        return [...wanted].map((slug) => `「${slug}」という${facet.label}`);
      });
      this.tellChosen();
      return strange;
    }

    /**
     * Writes the choice into an address.
     * @param {URLSearchParams} query
     */
    append(query) {
      for (const { facet, values, isAll } of this.chosen()) {
        for (const { slug } of values) query.append(facet.key, slug);
        if (isAll && values.length > 1) query.append("all", facet.key);
      }
    }

    /**
     * The choice as the list understands it.
     * @param {CatalogueList} list
     * @returns {FacetChoice[]}
     */
    choices(list) {
      return this.chosen().flatMap(({ facet, values, isAll }) => {
        const place = list.facets.findIndex(({ key }) => key === facet.key);
        if (place < 0) return [];
        const slugs = list.facets[place].values.map(([slug]) => slug);
        const places = values.map(({ slug }) => slugs.indexOf(slug)).filter((found) => found >= 0);
        return [{ facet: place, places, isAll: isAll && places.length > 1 }];
      });
    }

    /** Says of each facet how many of its values are chosen. */
    tellChosen() {
      for (const { values, told } of this.facets) {
        const count = values.filter(({ box }) => box.checked).length;
        told.textContent = count ? `${count}つ選択中` : "";
      }
    }

    /**
     * @param {Value} value
     * @param {string} number
     * @param {boolean} isEmpty
     */
    setCount({ box, count }, number, isEmpty) {
      count.replaceChildren(number, make("span", "visually-hidden", this.counter));
      count.style.visibility = "";
      box.closest("li")?.classList.toggle("is-empty", isEmpty && !box.checked);
    }

    /** Shows the counts of the whole list. */
    showTotals() {
      this.tellChosen();
      for (const facet of this.facets) {
        this.closeModes(facet);
        for (const value of facet.values) this.setCount(value, value.total, false);
      }
    }

    /** Shows no counts until those of the choice are known. */
    hideCounts() {
      this.tellChosen();
      for (const facet of this.facets) {
        this.closeModes(facet);
        for (const { count } of facet.values) count.style.visibility = "hidden";
      }
    }

    /**
     * Shows how many records each value would show together with the choice.
     * @param {CatalogueList} list
     * @param {FacetChoice[]} choices
     */
    showCounts(list, choices) {
      this.tellChosen();
      for (const facet of this.facets) {
        const place = list.facets.findIndex(({ key }) => key === facet.key);
        if (place < 0) continue;
        const counts = list.counts(place, choices);
        const numbers = new Map(
          list.facets[place].values.map(([slug], number) => [slug, counts[number]]));
        for (const value of facet.values) {
          const number = numbers.get(value.slug) ?? 0;
          this.setCount(value, mokurokuList.grouped(number), number === 0);
        }
        this.showModes(facet, list, choices.find((choice) => choice.facet === place), choices);
      }
    }

    /**
     * Shows how many records one of the chosen values would show, and how many all.
     * @param {Facet} facet
     * @param {CatalogueList} list
     * @param {FacetChoice | undefined} own
     * @param {FacetChoice[]} choices
     */
    showModes(facet, list, own, choices) {
      if (!own || own.places.length < 2) {
        this.closeModes(facet);
        return;
      }
      const others = choices.filter((choice) => choice !== own);
      this.modeBoxes(facet).forEach((box, place) => {
        box.disabled = false;
        const found = list.matching([...others, { ...own, isAll: place === 1 }]).length;
        const count = box.labels?.[0].querySelector(".facet-count");
        if (count) count.textContent = `（${mokurokuList.grouped(found)}${this.counter}）`;
      });
    }

    /**
     * Closes the choice between one value and all, where there are no two.
     * @param {Facet} facet
     */
    closeModes(facet) {
      for (const box of this.modeBoxes(facet)) {
        box.disabled = true;
        box.labels?.[0].querySelector(".facet-count")?.replaceChildren();
      }
    }
  }

  mokurokuList.panel = (form, options) => new Panel(form, options);
})();
