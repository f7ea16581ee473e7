// The list of a collection as CatalogueLists writes it: what matches a choice, in which order, with which
// counts, and the texts of the entries that are drawn; besides what the scripts of lists have in common.
"use strict";

(() => {
  /** The version of the files that this script reads. */
  const VERSION = 1;
  /** What is said where amounts are not in the sum. */
  const MORE = "ほかに注のある金額";

  /** @type {Map<string, (data: any) => void>} Who waits for a file, by the key that it calls with. */
  const waiting = new Map();

  /**
   * Reads a file, which is a script, so that it is read from a folder too.
   * @param {string} url
   * @param {string} key What the file calls with.
   * @returns {Promise<any>}
   */
  const read = (url, key) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(key, resolve);
    script.src = url;
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      reject(Error(url));
    };
    document.head.append(script);
  });

  /**
   * As the files have it.
   * @typedef {[year: number, yen: number | null, more: number, stages: string, leftOut: string]} RawAmount
   */

  /**
   * What a record has in a year.
   * @param {RawAmount} amount
   * @returns {ListAmount}
   */
  const amountFrom = ([year, yen, more, stages = "", leftOut = ""]) =>
    ({ year, yen, hasMore: Boolean(more), stages, leftOut });

  /** @implements {CatalogueList} */
  class List {
    /**
     * @param {string} folder Where the files stand.
     * @param {any} data
     */
    constructor(folder, data) {
      this.folder = folder;
      this.data = data;
      this.count = data.count;
      /** @type {ListFacet[]} */
      this.facets = data.facets.map((/** @type {any} */ facet) => ({
        key: facet.key, label: facet.label, namesYears: facet.years, values: facet.values,
        of: facet.of.map((/** @type {number | number[]} */ places) => [places].flat()),
      }));
      /** @type {Map<string, Promise<any[]>>} */
      this.files = new Map();
    }

    /**
     * Whether a record has the chosen values of a facet: one of them, or each.
     * @param {number} record
     * @param {FacetChoice} choice
     */
    has(record, { facet, places, isAll }) {
      const own = this.facets[facet].of[record];
      return isAll ? places.every((place) => own.includes(place))
        : places.some((place) => own.includes(place));
    }

    /**
     * The records that match every choice.
     * @param {FacetChoice[]} choices
     * @returns {number[]} In the order of the pages.
     */
    matching(choices) {
      const records = [];
      for (let record = 0; record < this.count; record++) {
        if (choices.every((choice) => this.has(record, choice))) records.push(record);
      }
      return records;
    }

    /**
     * How many records each value of a facet would show together with the other choices.
     * @param {number} facet
     * @param {FacetChoice[]} choices
     * @returns {number[]}
     */
    counts(facet, choices) {
      const { of, values } = this.facets[facet];
      // Where all values have to be there, a further one narrows what the own choice shows.
      const narrowing = choices.filter((choice) => choice.facet !== facet || choice.isAll);
      const counts = values.map(() => 0);
      for (const record of this.matching(narrowing)) {
        for (const place of of[record]) counts[place]++;
      }
      return counts;
    }

    /**
     * What a record has in a year, or in its newest one.
     * @param {number} record
     * @param {number | null} year
     * @returns {ListAmount | null}
     */
    amountOf(record, year) {
      /** @type {RawAmount[]} */
      const amounts = this.data.amount?.of[record] ?? [];
      const found = year === null ? amounts[0] : amounts.find(([own]) => own === year);
      return found ? amountFrom(found) : null;
    }

    /** What amounts are called; empty where records have none. */
    get amountLabel() {
      return this.data.amount?.label ?? "";
    }

    /**
     * What a record has in each of its years, the newest first.
     * @param {number} record
     * @returns {ListAmount[]}
     */
    amounts(record) {
      return (this.data.amount?.of[record] ?? []).map(amountFrom);
    }

    /**
     * Where records stand, by the last part of their ids; those that are not there are left out.
     * @param {string[]} ids
     */
    async find(ids) {
      const known = /** @type {string[]} */ (await this.file(this.data.ids));
      const wanted = new Set(ids);
      return known.flatMap((id, record) => wanted.has(id) ? [{ id, record }] : []);
    }

    /**
     * Records in an order: "newest", "amount" or that of the pages.
     * @param {number[]} records In the order of the pages.
     * @param {string} order
     * @param {number | null} year
     */
    sorted(records, order, year) {
      /** @type {((record: number) => string | number) | null} */
      const worth = order === "newest" ? (record) => this.data.moment?.of[record] ?? ""
        : order === "amount" ? (record) => this.amountOf(record, year)?.yen ?? -Infinity
        : null;
      if (!worth) return records;
      const keyed = records.map((record) => ({ record, worth: worth(record) }));
      keyed.sort((left, right) =>
        left.worth < right.worth ? 1 : left.worth > right.worth ? -1 : left.record - right.record);
      return keyed.map(({ record }) => record);
    }

    /**
     * What files of so many records each have of some.
     * @param {number[]} records
     * @param {number} length
     * @param {string[]} files
     * @returns {Promise<any[]>}
     */
    async parts(records, length, files) {
      const numbers = new Set(records.map((record) => Math.floor(record / length)));
      const parts = new Map(await Promise.all([...numbers].map(async (number) =>
        /** @type {[number, any[]]} */ ([number, await this.file(files[number])]))));
      return records.map((record) => parts.get(Math.floor(record / length))?.[record % length]);
    }

    /**
     * The title, the path and the summary of records; their newest time as pages and as tables have it,
     * where no facet shows it.
     * @param {number[]} records
     * @returns {Promise<string[][]>}
     */
    async texts(records) {
      return this.parts(records, this.data.length, this.data.texts);
    }

    /**
     * All fields of records: labels with values, in the order of the definition.
     * @param {number[]} records
     * @returns {Promise<[string, string[]][][]>}
     */
    async fields(records) {
      const { length, labels, files } = this.data.fields;
      const found = await this.parts(records, length, files);
      return found.map((values) =>
        labels.map((/** @type {string} */ label, /** @type {number} */ place) => [label, values[place]]));
    }

    /**
     * The facts of a record that a list shows: labels with values.
     * @param {number} record
     * @param {number | null} year The year whose amount is shown; the newest if there is none.
     * @param {string[]} text What `texts` has of it.
     * @returns {[string, string][]}
     */
    facts(record, year, [, , , moment]) {
      /** @type {[string, string][]} */
      const facts = this.facets.filter(({ of }) => of[record].length).map(({ label, values, of }) =>
        [label, of[record].map((place) => values[place][1]).join("、")]);
      if (moment) facts.push([this.data.moment.label, moment]);
      const amount = this.amountOf(record, year);
      if (amount) {
        facts.push([this.amountLabel, `${amount.year}年度 ${sum(amount)}`]);
      }
      return facts;
    }

    /**
     * Records as a table that spreadsheets open: a byte order mark, by which they know UTF-8, and CRLF.
     * @param {number[]} records
     * @param {number | null} year
     */
    async table(records, year) {
      const { amount, moment, site } = this.data;
      const texts = await this.texts(records);
      const rows = [["名称", "要約", ...this.facets.map(({ label }) => label),
        ...moment?.apart ? [moment.label] : [],
        ...amount ? ["の年度", "（円）", "の段階", "の注"].map((part) => amount.label + part) : [],
        "アドレス"]];
      records.forEach((record, place) => {
        const [title, path, summary, , time = ""] = texts[place];
        const own = this.amountOf(record, year);
        rows.push([title, summary,
          ...this.facets.map(({ of, values }) => of[record].map((value) => values[value][1]).join("；")),
          ...moment?.apart ? [time] : [],
          // What is not in the sum is told as it is written, and of which stages the sum is.
          ...!amount ? [] : own ? [`${own.year}年度`, String(own.yen ?? ""), own.stages, own.leftOut]
            : ["", "", "", ""],
          site + path]);
      });
      return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
    }

    /**
     * What a file has that the list names, read once.
     * @param {string} name
     * @returns {Promise<any[]>}
     */
    file(name) {
      const known = this.files.get(name);
      if (known) return known;
      const file = read(this.folder + name, name.split(".").slice(0, 2).join("."));
      this.files.set(name, file);
      // The next time it is asked for again.
      file.catch(() => this.files.delete(name));
      return file;
    }
  }

  /**
   * Makes an element.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} [className]
   * @param {string} [text]
   */
  const make = (name, className = "", text = "") => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  /**
   * A count with commas between groups of digits.
   * @param {number} count
   */
  const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

  /** The units above 円, as Yen.display(.kanji) writes them. */
  const UNITS = /** @type {[string, number][]} */ ([["兆", 1e12], ["億", 1e8], ["万", 1e4]]);

  /**
   * An amount in 兆, 億 and 万.
   * @param {number} yen
   */
  const money = (yen) => {
    let text = "";
    let rest = Math.abs(yen);
    for (const [unit, scale] of UNITS) {
      if (rest >= scale) text += grouped(Math.floor(rest / scale)) + unit;
      rest %= scale;
    }
    if (rest || !text) text += grouped(rest);
    return `${yen < 0 ? "△" : ""}${text}円`;
  };

  /**
   * What a record has in a year, in words.
   * @param {ListAmount} amount
   */
  const sum = ({ yen, hasMore }) => yen === null ? "注のある金額だけ"
    : money(yen) + (hasMore ? `（${MORE}）` : "");

  /**
   * A cell of a CSV table (RFC 4180).
   * @param {string} text
   */
  const cell = (text) => /[",\r\n]/.test(text) ? `"${text.replace(/"/g, "\"\"")}"` : text;

  /** The base of the site, before the address of a list changes. */
  const root = new URL(document.documentElement.dataset.root ?? "", location.href);
  /** Other sites may stand beside this one. */
  const key = `mokuroku-compare ${root.pathname}`;

  /** What is chosen to be compared, kept while the tab is open: ids with titles. */
  const compared = {
    /** How many records stand side by side at most. */
    most: 4,

    /**
     * What was chosen before; a browser may refuse to keep anything.
     * @returns {[id: string, title: string][]}
     */
    read() {
      try {
        const chosen = JSON.parse(sessionStorage.getItem(key) ?? "[]");
        const isPair = (/** @type {any} */ pair) => Array.isArray(pair) && pair.length === 2
          && pair.every((text) => typeof text === "string");
        return Array.isArray(chosen) ? chosen.filter(isPair).slice(0, this.most) : [];
      } catch {
        return [];
      }
    },

    /**
     * Keeps another choice, where the browser does.
     * @param {[id: string, title: string][]} chosen
     */
    write(chosen) {
      try {
        sessionStorage.setItem(key, JSON.stringify(chosen));
      } catch {
        // It holds on this page.
      }
    },
  };

  /**
   * Takes what a file tells.
   * @param {string} key
   * @param {any} data
   */
  const take = (key, data) => {
    waiting.get(key)?.(data);
    waiting.delete(key);
  };

  /**
   * Reads the list at an address.
   * @param {string} url
   * @returns {Promise<CatalogueList>}
   */
  take.open = async (url) => {
    const folder = url.slice(0, url.lastIndexOf("/") + 1);
    const data = await read(url, url.slice(folder.length, -".js".length));
    if (data.version !== VERSION) throw Error(`${url}: ${data.version}`);
    return new List(folder, data);
  };

  take.grouped = grouped;
  take.sum = sum;
  take.make = make;
  take.root = root;
  take.compared = compared;
  // The panel comes with its own script.
  globalThis.mokurokuList = /** @type {any} */ (take);
})();
