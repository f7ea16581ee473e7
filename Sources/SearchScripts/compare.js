// Shows two to four records side by side: those of the address (?ids=programmes/tia,bases/oil), from the
// files of their lists, by list.js. Rows that are alike are pale, the others say that they differ.
"use strict";

(() => {
  const { compared, make, root } = mokurokuList;
  /** What the lists are called, as where the search is narrowed. */
  const KIND = "種別";
  /** Longer values are sentences, which do not stand out as a whole. */
  const WORDS = 60;

  /**
   * A record as a column; it has no row of a field that its collection does not have.
   * @typedef {{
   *   id: string, title: string, path: string, collection: string, rows: Map<string, string[]>,
   * }} Column
   */

  /**
   * Takes a record out of what was chosen on lists.
   * @param {string} id
   */
  const forget = (id) => compared.write(compared.read().filter(([other]) => other !== id));

  /**
   * The ids in an address or in what was chosen, each once.
   * @param {string} text
   */
  const idsIn = (text) => [...new Set(
    text.split(",").map((id) => id.trim().replace(/^\/+|\/+$/g, "")).filter(Boolean))];

  /**
   * The address of this page with other records.
   * @param {string[]} ids
   */
  const address = (ids) => {
    const url = new URL(location.href);
    url.hash = "";
    url.search = ids.length ? `?ids=${ids.map((id) => encodeURI(id)).join(",")}` : "";
    return url.href;
  };

  class Comparison {
    /**
     * @param {HTMLElement} place Where the table is drawn.
     * @param {Map<string, DOMStringMap>} lists What is said of each list, by the key of its collection.
     */
    constructor(place, lists) {
      this.place = place;
      this.lists = lists;
      this.notice = make("div", "finder-notice");
      this.notice.setAttribute("role", "status");
      this.notice.hidden = true;
      place.before(this.notice);
      const given = idsIn(new URLSearchParams(location.search).get("ids") ?? "");
      this.ids = given.length ? given : idsIn(compared.read().map(([id]) => id).join(","));
      if (!given.length && this.ids.length) history.replaceState(null, "", address(this.ids));
      if (this.ids.length) this.draw();
    }

    /** Reads the records and shows them. */
    async draw() {
      const { most } = compared;
      const wanted = this.ids.slice(0, most);
      try {
        const keys = [...new Set(wanted.map((id) => id.split("/")[0]))];
        const known = new Map((await Promise.all(keys.map((name) => this.columns(name, wanted)))).flat()
          .map((column) => [column.id, column]));
        const columns = wanted.flatMap((id) => known.get(id) ?? []);
        const missing = wanted.filter((id) => !known.has(id));
        this.tell([
          ...missing.map((id) => `「${id}」という項目は、この目録にありません。`),
          ...this.ids.length > most ? [`並べられるのは${most}件までです。はじめの${most}件を示しています。`] : [],
          ...columns.length === 1 ? ["比べるには、下の一覧からあと1件を選びます。"] : [],
        ]);
        this.place.replaceChildren(...columns.length ? this.parts(columns) : []);
        this.place.hidden = !columns.length;
      } catch {
        this.tellTrouble();
      }
    }

    /**
     * Those of the wanted records that one list has.
     * @param {string} name The key of the collection.
     * @param {string[]} wanted
     * @returns {Promise<Column[]>}
     */
    async columns(name, wanted) {
      const about = this.lists.get(name);
      if (!about) return [];
      const list = await mokurokuList.open(new URL(about.list ?? "", location.href).href);
      const found = await list.find(wanted.filter((id) => id.startsWith(`${name}/`))
        .map((id) => id.slice(name.length + 1)));
      const records = found.map(({ record }) => record);
      const [texts, fields] = await Promise.all([list.texts(records), list.fields(records)]);
      return found.map(({ id, record }, place) => {
        const [title, path] = texts[place];
        /** @type {[string, string[]][]} */
        const rows = [[KIND, [about.label ?? ""]], ...fields[place]];
        for (const amount of list.amounts(record)) {
          rows.push([`${list.amountLabel} ${amount.year}年度`, [mokurokuList.sum(amount)]]);
        }
        return { id: `${name}/${id}`, title, path, collection: about.label ?? "", rows: new Map(rows) };
      });
    }

    /**
     * The labels of the rows: those of the fields that any has, as they come, then the amounts, the newest year first.
     * @param {Column[]} columns
     */
    labels(columns) {
      const labels = [...new Set(columns.flatMap(({ rows }) => [...rows.keys()]))]
        .filter((label) => columns.some(({ rows }) => rows.get(label)?.length));
      const isOne = new Set(columns.map(({ collection }) => collection)).size === 1;
      const year = (/** @type {string} */ label) => Number(/ (\d+)年度$/.exec(label)?.[1] ?? NaN);
      const fields = labels.filter((label) => isNaN(year(label)) && !(isOne && label === KIND));
      const amounts = labels.filter((label) => !isNaN(year(label)));
      amounts.sort((left, right) => year(right) - year(left));
      return [...fields, ...amounts];
    }

    /**
     * The table with what stands above it.
     * @param {Column[]} columns
     * @returns {HTMLElement[]}
     */
    parts(columns) {
      const table = make("table", "comparison");
      const caption = make("caption", "", "行の見出しに「ちがう」とある行は、項目によって値が違います。");
      const head = make("thead");
      const titles = make("tr");
      titles.append(make("td"), ...columns.map((column) => this.head(column, columns)));
      head.append(titles);
      const body = make("tbody");
      const rows = this.labels(columns).map((label) => this.row(label, columns));
      body.append(...rows);
      table.append(caption, head, body);
      const scroll = make("div", "table-scroll");
      scroll.tabIndex = 0;
      scroll.setAttribute("role", "region");
      scroll.setAttribute("aria-label", `${columns.length}件の比較`);
      scroll.append(table);
      return [this.bar(rows, columns), scroll];
    }

    /**
     * How many rows differ, and what can be done with the table.
     * @param {HTMLElement[]} rows
     * @param {Column[]} columns
     */
    bar(rows, columns) {
      const bar = make("div", "compare-tools");
      const alike = rows.filter((row) => row.classList.contains("is-alike"));
      const told = `${rows.length}行のうち${rows.length - alike.length}行が違います。`;
      if (columns.length > 1) bar.append(make("p", "", told));
      if (columns.length > 1 && alike.length) {
        const box = make("input");
        box.type = "checkbox";
        box.addEventListener("change", () => {
          for (const row of alike) row.hidden = box.checked;
        });
        const label = make("label", "compare-box");
        label.append(box, "違う行だけを示す");
        bar.append(label);
      }
      const print = make("button", "finder-table", "印刷する");
      print.type = "button";
      print.addEventListener("click", () => window.print());
      bar.append(print);
      return bar;
    }

    /**
     * The head of a column.
     * @param {Column} column
     * @param {Column[]} columns
     */
    head(column, columns) {
      const { id, title, path, collection } = column;
      const cell = make("th");
      cell.scope = "col";
      const link = make("a", "", title);
      link.href = new URL(path, root).href;
      const out = make("a", "compare-out", "外す");
      out.href = address(columns.map((other) => other.id).filter((other) => other !== id));
      out.setAttribute("aria-label", `${title}を外す`);
      out.addEventListener("click", () => forget(id));
      cell.append(link, make("small", "", collection), out);
      return cell;
    }

    /**
     * A row; what not every record has stands out.
     * @param {string} label
     * @param {Column[]} columns
     */
    row(label, columns) {
      const row = make("tr");
      const sets = columns.map(({ rows }) => rows.get(label));
      const isAmount = / \d+年度$/.test(label);
      const isAlike = sets.every((set) => JSON.stringify(set) === JSON.stringify(sets[0]));
      const head = make("th");
      head.scope = "row";
      head.append(label);
      if (columns.length > 1) {
        head.append(make("span", "compare-mark", isAlike ? "同じ" : "ちがう"));
        row.classList.add(isAlike ? "is-alike" : "is-different");
      }
      row.append(head, ...sets.map((values, place) => {
        const cell = make("td");
        // On a phone the columns stand below each other.
        cell.append(make("span", "compare-of", columns[place].title));
        if (!values && !isAmount) cell.append(make("span", "blank", "この欄はない"));
        else if (!values?.length) cell.append(make("span", "blank", "記載なし"));
        (values ?? []).forEach((value, number) => {
          const isShared = sets.every((set) => set?.includes(value));
          const isPlain = isShared || value.length > WORDS || columns.length === 1;
          const joint = !number || values?.[number - 1].endsWith("。") ? "" : "、";
          cell.append(joint, isPlain ? value : make("strong", "", value));
        });
        return cell;
      }));
      return row;
    }

    /**
     * Tells sentences above the table.
     * @param {string[]} sentences
     */
    tell(sentences) {
      this.notice.replaceChildren(...sentences.map((sentence) => make("p", "", sentence)));
      this.notice.hidden = !sentences.length;
    }

    /** Says that a list could not be read, and offers to try again. */
    tellTrouble() {
      this.tell(["一覧のデータを読み込めませんでした。少し待ってもう一度試すか、このページを開き直してください。"]);
      const again = make("button", "finder-clear", "もう一度試す");
      again.type = "button";
      again.addEventListener("click", () => this.draw());
      this.notice.append(again);
    }
  }

  const place = document.getElementById("comparison");
  const lists = [...document.querySelectorAll(".compare-lists [data-key]")].flatMap((list) =>
    list instanceof HTMLElement ? [list.dataset] : []);
  if (place) new Comparison(place, new Map(lists.map((list) => [list.key ?? "", list])));
})();
