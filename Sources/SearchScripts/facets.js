// Narrows and sorts a list in place; the address carries the choice
// (?ministries=meti&ministries=mext&all=ministries&sort=amount&page=2). Different facets narrow the list;
// values of one facet widen it, or narrow it too where all are asked for. The list comes from list.js, the
// facets are those of facet-panel.js, what stands around is that of facets-frame.js, and fifty entries are
// drawn. Without this script each link leads to a page with the list of that value, and the list goes over
// several pages.
//
// On the page of a value (data-fixed-key) its value is checked. Any other choice, there and on further
// pages, is one of the whole list: it gets that list's address, and what it stands on stays in place.
"use strict";

(() => {
  /** How many entries are drawn, as on the pages. */
  const ENTRIES = 50;

  const { make, root } = mokurokuList;

  /**
   * Whether a title is English, by the rule of the pages (`EnglishText` in Swift).
   * @param {string} title
   */
  const isEnglish = (title) =>
    /^[ -~]+$/.test(title) && title.includes(" ") && /[a-z]{2}/.test(title);

  /**
   * Makes a button.
   * @param {string} className
   * @param {string} text
   * @param {() => void} act
   */
  const button = (className, text, act) => {
    const element = /** @type {HTMLButtonElement} */ (make("button", className, text));
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  };

  class Finder {
    /**
     * @param {HTMLFormElement} form
     * @param {HTMLElement} list
     */
    constructor(form, list) {
      this.form = form;
      this.list = list;
      this.noun = list.dataset.noun ?? "";
      this.counter = list.dataset.counter ?? "件";
      const { fixedKey = "", fixedSlug = "" } = list.dataset;
      this.isFixed = Boolean(fixedKey);
      /** What the address of the whole list has where it is narrowed to what stands on the page. */
      this.start = this.isFixed ? `?${new URLSearchParams([[fixedKey, fixedSlug]])}` : "";
      /** The address of the whole list, before that of the page changes. */
      this.action = form.action;
      this.url = new URL(list.dataset.list ?? "", location.href).href;
      this.status = /** @type {HTMLElement} */ (document.querySelector(".finder-count") ?? make("p"));
      this.bar = this.status.parentElement ?? list;
      this.pager = /** @type {HTMLElement} */ (document.querySelector(".pager") ?? make("nav", "pager"));
      if (!this.pager.isConnected) {
        this.pager.hidden = true;
        this.pager.setAttribute("aria-label", "ページ");
        list.after(this.pager);
      }
      /** What stands on the page before anything is chosen, and where that is. */
      this.first = { path: location.pathname, entries: [...list.children],
        status: [...this.status.childNodes], pager: [...this.pager.childNodes] };
      this.head = mokurokuList.head(this.noun);
      this.doors = mokurokuList.doors(ENTRIES, (page, place) => this.goTo(page, place));
      /** The bars of the periods, which are those of what stands on the page. */
      this.spans = /** @type {HTMLElement | null} */ (document.querySelector(".finder-main .spans-section"));
      this.choice = make("div", "finder-choice");
      this.empty = make("p", "finder-empty", "条件に合う項目はありません。選んだ条件をいくつか外してください。");
      this.notice = make("div", "finder-notice");
      this.notice.setAttribute("role", "alert");
      for (const part of [this.choice, this.empty, this.notice]) part.hidden = true;
      this.bar.before(this.notice, this.choice);
      list.before(this.empty);
      this.panel = mokurokuList.panel(form, { counter: this.counter,
        fixed: [fixedKey, fixedSlug], list: () => this.open() });
      this.sort = this.sorting();
      this.bar.append(button("finder-table", "この一覧をCSVで", () => this.takeTable()));
      this.page = 1;
      /** How many choices were made, so that what comes late is not drawn. */
      this.turn = 0;
      /** @type {Promise<CatalogueList> | null} */
      this.data = null;
      form.addEventListener("change", () => this.changed());
      form.addEventListener("submit", (event) => event.preventDefault());
      addEventListener("popstate", () => this.restore());
      this.restore();
      // Before it is wanted, so that a choice shows at once.
      for (const type of ["pointerover", "focusin"]) {
        for (const part of [form, this.bar]) {
          part.addEventListener(type, () => this.open().catch(() => {}), { once: true });
        }
      }
    }

    /**
     * The list, read once; after a failure again.
     * @returns {Promise<CatalogueList>}
     */
    open() {
      this.data ??= mokurokuList.open(this.url).catch((error) => {
        this.data = null;
        throw error;
      });
      return this.data;
    }

    /**
     * Offers the orders that the list has.
     * @returns {HTMLSelectElement}
     */
    sorting() {
      const { momentLabel, amountLabel, orderLabel } = this.list.dataset;
      const select = document.createElement("select");
      select.name = "sort";
      select.append(new Option(orderLabel || "五十音順", ""));
      if (momentLabel) select.append(new Option(`${momentLabel}の新しい順`, "newest"));
      if (amountLabel) select.append(new Option(`${amountLabel}の大きい順`, "amount"));
      const box = make("label", "finder-sort", "並べ方");
      box.append(select);
      if (select.length > 1) this.bar.append(box);
      select.addEventListener("change", () => this.changed());
      return select;
    }

    /** Takes the choice from the address. */
    restore() {
      const query = new URLSearchParams(location.search);
      this.panel.restore(query);
      this.sort.value = query.get("sort") ?? "";
      if (this.sort.selectedIndex < 0) this.sort.value = "";
      this.page = Math.max(1, parseInt(query.get("page") ?? "1", 10) || 1);
      this.notice.hidden = true;
      this.draw();
    }

    /**
     * The address of the whole list with the choice.
     * @param {number} [page]
     */
    address(page = this.page) {
      const url = new URL(this.action);
      const query = new URLSearchParams();
      this.panel.append(query);
      if (this.sort.value) query.set("sort", this.sort.value);
      if (page > 1) query.set("page", String(page));
      url.search = query.toString();
      if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
      return url;
    }

    /** Puts the choice into the address and shows it. */
    changed() {
      this.page = 1;
      this.go();
    }

    /** Goes to what is chosen. */
    async go() {
      const url = this.address();
      if (url.pathname !== location.pathname) this.head.holdLinks();
      try {
        history.pushState(null, "", url);
      } catch {
        // In a folder each page is on its own.
        location.assign(url);
        return;
      }
      this.notice.hidden = true;
      await this.draw();
    }

    /**
     * Goes to a page of what is chosen: to the head of the list, or to an entry.
     * @param {number} page
     * @param {number} [place]
     */
    async goTo(page, place) {
      this.page = page;
      await this.go();
      const results = document.getElementById("results");
      const entry = place === undefined ? null : this.list.children[place];
      (entry?.querySelector("a") ?? results)?.focus({ preventScroll: true });
      (entry ?? results)?.scrollIntoView();
    }

    /** Whether what is chosen is what stood on the page when it came. */
    get isFirst() {
      return location.pathname === this.first.path && !this.panel.isMissing
        && this.address().search === this.start;
    }

    /** Shows the entries that match, the counts, and what is chosen. */
    async draw() {
      const turn = ++this.turn;
      const { isFirst } = this;
      this.head.show(location.pathname === this.first.path);
      this.showChoice(isFirst);
      if (isFirst) this.showFirst();
      if (isFirst && !this.isFixed) return;
      try {
        const list = await this.open();
        if (turn !== this.turn) return;
        if (this.panel.isMissing) {
          const strange = this.panel.addMissing(list);
          if (strange.length) this.tell(make("p", "", `${strange.join("、")}は、この一覧にありません。`));
          this.showChoice(false);
        }
        const { choices, records, year } = this.matching(list);
        this.panel.showCounts(list, choices);
        if (isFirst) return;
        const pages = Math.max(1, Math.ceil(records.length / ENTRIES));
        this.page = Math.min(this.page, pages);
        const drawn = records.slice((this.page - 1) * ENTRIES, this.page * ENTRIES);
        this.doors.show(records, Boolean(this.sort.value), this.counter, (page) => this.address(page));
        this.showStatus(records.length, choices.length ? list.count : 0);
        const texts = await list.texts(drawn);
        if (turn !== this.turn) return;
        this.list.replaceChildren(...texts.map((text, place) =>
          this.entry(text, list.facts(drawn[place], year, text))));
        this.empty.hidden = records.length > 0;
        if (this.spans) this.spans.hidden = true;
        this.showPager(pages);
      } catch {
        if (turn === this.turn && !isFirst) this.tellTrouble(() => this.draw());
      }
    }

    /** Shows what stood on the page when it came. */
    showFirst() {
      const { entries, status, pager } = this.first;
      this.list.replaceChildren(...entries);
      this.status.replaceChildren(...status);
      this.pager.replaceChildren(...pager);
      this.pager.hidden = !pager.length;
      this.empty.hidden = true;
      if (this.spans) this.spans.hidden = false;
      this.doors.showFirst();
      // On the page of a value those of the whole list would mislead.
      if (this.isFixed) this.panel.hideCounts();
      else this.panel.showTotals();
      this.panel.told = (this.status.querySelector("strong")?.textContent ?? "") + this.counter;
    }

    /**
     * What matches, in the chosen order.
     * @param {CatalogueList} list
     */
    matching(list) {
      const choices = this.panel.choices(list);
      const own = choices.find(({ facet, places }) =>
        list.facets[facet].namesYears && places.length === 1);
      const slug = own ? list.facets[own.facet].values[own.places[0]][0] : "";
      const year = /^\d{4}$/.test(slug) ? Number(slug) : null;
      return { choices, year, records: list.sorted(list.matching(choices), this.sort.value, year) };
    }

    /**
     * Draws an entry as the template does.
     * @param {string[]} text Title, path and summary.
     * @param {[string, string][]} facts
     * @returns {HTMLElement}
     */
    entry([title, path, summary], facts) {
      const item = make("li", "entry");
      const link = /** @type {HTMLAnchorElement} */ (make("a", "entry-title", title));
      link.href = new URL(path, root).href;
      if (isEnglish(title)) link.lang = "en";
      const pairs = make("dl");
      for (const [label, value] of facts) {
        const pair = make("div");
        pair.append(make("dt", "", label), make("dd", "", value));
        pairs.append(pair);
      }
      item.append(link, make("p", "", summary), pairs);
      return item;
    }

    /**
     * Says how many there are.
     * @param {number} count
     * @param {number} total The number of the whole list, where it is narrowed.
     */
    showStatus(count, total) {
      const number = mokurokuList.grouped(count);
      const all = total ? `（全${mokurokuList.grouped(total)}${this.counter}）` : "";
      this.status.replaceChildren(make("strong", "", number), this.counter + all);
      this.panel.told = number + this.counter;
    }

    /**
     * Draws the way to the other pages of what is shown.
     * @param {number} pages
     */
    showPager(pages) {
      this.pager.replaceChildren();
      this.pager.hidden = pages < 2;
      if (pages < 2) return;
      const step = (/** @type {number} */ to, /** @type {string} */ text, /** @type {string} */ rel) => {
        const link = /** @type {HTMLAnchorElement} */ (make("a", `pager-${rel}`, text));
        link.href = this.address(to).href;
        link.rel = rel;
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.goTo(to);
        });
        return link;
      };
      if (this.page > 1) this.pager.append(step(this.page - 1, "← 前のページ", "prev"));
      this.pager.append(make("span", "pager-position", `${this.page} / ${pages}ページ`));
      if (this.page < pages) this.pager.append(step(this.page + 1, "次のページ →", "next"));
    }

    /**
     * Says in words what is chosen, with a button to take away each value.
     * @param {boolean} isFirst The head of the page says it.
     */
    showChoice(isFirst) {
      const chosen = this.panel.chosen();
      this.choice.hidden = !chosen.length || isFirst;
      if (this.choice.hidden) {
        this.choice.replaceChildren();
        return;
      }
      const tags = make("ul", "finder-tags");
      const clauses = chosen.map(({ label, values, isAll }) => {
        for (const value of values) {
          tags.append(this.tag(value.label, `${label}「${value.label}」を外す`, "finder-tag", [value.box]));
        }
        const joint = isAll ? "」と「" : "」か「";
        return `${label}が「${values.map((value) => value.label).join(joint)}」`;
      });
      const boxes = chosen.flatMap(({ values }) => values.map(({ box }) => box));
      tags.append(this.tag("すべて外す", "", "finder-clear", boxes));
      const sentence = `${clauses.join("で、")}の${this.noun}を表示しています。`;
      this.choice.replaceChildren(make("p", "", sentence), tags);
    }

    /**
     * A button that takes values out of the choice.
     * @param {string} text
     * @param {string} name What it does, where the text alone does not say it.
     * @param {string} className
     * @param {HTMLInputElement[]} boxes
     * @returns {HTMLElement}
     */
    tag(text, name, className, boxes) {
      const item = make("li");
      const element = button(className, text, () => {
        for (const box of boxes) box.checked = false;
        this.changed();
        // The button is gone; the reader goes on from the next one, or from the list.
        const next = this.choice.querySelector("button") ?? document.getElementById("results");
        next?.focus();
      });
      if (name) element.setAttribute("aria-label", name);
      item.append(element);
      return item;
    }

    /**
     * Tells something above the list.
     * @param {...HTMLElement} parts
     */
    tell(...parts) {
      this.notice.replaceChildren(...parts);
      this.notice.hidden = false;
    }

    /**
     * Says that the list could not be read, and offers to try again.
     * @param {() => void} again
     */
    tellTrouble(again) {
      const text = "一覧のデータを読み込めませんでした。少し待ってもう一度試すか、このページを開き直してください。";
      const repeat = button("finder-clear", "もう一度試す", () => {
        this.notice.hidden = true;
        again();
      });
      this.tell(make("p", "", text), repeat);
    }

    /** Hands over what is shown as a table. */
    async takeTable() {
      try {
        const list = await this.open();
        const { records, year } = this.matching(list);
        const blob = new Blob([await list.table(records, year)], { type: "text/csv;charset=utf-8" });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${this.noun}（${records.length}${this.counter}）.csv`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      } catch {
        this.tellTrouble(() => this.takeTable());
      }
    }
  }

  const form = document.querySelector("form.finder-side");
  const list = document.querySelector(".finder-main .entries");
  // A template of an older version does not say where the list is; its links go on as they are.
  if (form instanceof HTMLFormElement && list instanceof HTMLElement && list.dataset.list) {
    new Finder(form, list);
  }
})();
