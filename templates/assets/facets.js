// Narrows a list in place: the links of the facets become checkboxes of the GET form around them, and
// the address carries the choice (?ministries=meti&kind=税制&kind=制度&sort=newest). Values of one
// facet widen the choice, different facets narrow it. Without this script each link leads to a page
// with the same list narrowed to that value.
//
// On such a page (data-fixed-key) only a part of the list is there: its value is checked, and any other
// choice goes to the whole list with the choice in its address.
"use strict";

/**
 * @typedef {object} Value A value of a facet.
 * @property {string} slug
 * @property {string} label
 * @property {HTMLInputElement} box
 * @property {HTMLElement} count
 * @property {number} total How many of the whole list have it.
 *
 * @typedef {object} Facet A field by which the list can be narrowed.
 * @property {string} key
 * @property {string} label
 * @property {HTMLDetailsElement} element
 * @property {HTMLElement} chosen Says how many values are chosen.
 * @property {Value[]} values
 *
 * @typedef {object} Entry An entry of the list.
 * @property {HTMLElement} element
 * @property {Map<string, Set<string>>} slugs By the key of the facet.
 * @property {string} moment
 */

/** A facet with more values has a box to look for them. */
const MANY_VALUES = 12;

/**
 * Makes an element.
 * @param {string} name
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElement}
 */
const make = (name, className = "", text = "") => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
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
    this.fixedKey = list.dataset.fixedKey ?? "";
    this.fixedSlug = list.dataset.fixedSlug ?? "";
    /** @type {HTMLElement} */
    this.status = document.querySelector(".finder-count") ?? make("p");
    this.bar = this.status.parentElement ?? list;
    this.choice = make("div", "finder-choice");
    this.empty = make("p", "finder-empty", "条件に合う項目はありません。選んだ条件をいくつか外してください。");
    /** @type {Facet[]} */
    this.facets = [...form.querySelectorAll("details.facet")].map((element) =>
      this.facet(/** @type {HTMLDetailsElement} */ (element)));
    /** @type {Entry[]} In the order of the page. */
    this.entries = [...list.querySelectorAll(":scope > .entry")].map((element) =>
      this.entry(/** @type {HTMLElement} */ (element)));
    this.choice.hidden = true;
    this.empty.hidden = true;
    this.bar.before(this.choice);
    list.before(this.empty);
    this.sort = this.fixedKey ? null : this.sorting();
    this.shownOrder = "";
    form.addEventListener("change", (event) => this.changed(event));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => this.restore());
    this.restore();
  }

  /**
   * Turns the links of a facet into checkboxes.
   * @param {HTMLDetailsElement} element
   * @returns {Facet}
   */
  facet(element) {
    const key = element.dataset.key ?? "";
    const chosen = make("span", "facet-chosen");
    element.querySelector("summary")?.append(chosen);
    const values = [...element.querySelectorAll("li")].map((item) => {
      const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
      const label = make("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.name = key;
      box.value = link.dataset.slug ?? "";
      label.append(box, make("span", "", link.textContent ?? ""));
      link.replaceWith(label);
      const count = /** @type {HTMLElement} */ (item.querySelector(".facet-count"));
      const total = parseInt(count.textContent ?? "0", 10);
      return { slug: box.value, label: label.textContent ?? "", box, count, total };
    });
    if (values.length > MANY_VALUES) this.addFilter(element, values);
    return { key, label: element.dataset.label ?? "", element, chosen, values };
  }

  /**
   * Adds a box that narrows a long facet to the values with some letters in them.
   * @param {HTMLDetailsElement} element
   * @param {Value[]} values
   */
  addFilter(element, values) {
    const filter = document.createElement("input");
    filter.type = "search";
    filter.className = "facet-filter";
    filter.autocomplete = "off";
    filter.placeholder = "名前で絞る";
    filter.setAttribute("aria-label", `${element.dataset.label}の選択肢を名前で絞る`);
    const plain = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase();
    const apply = () => {
      const wanted = plain(filter.value.trim());
      for (const value of values) {
        const item = value.box.closest("li");
        if (item) item.hidden = !value.box.checked && !plain(value.label).includes(wanted);
      }
    };
    filter.addEventListener("input", apply);
    filter.addEventListener("change", (event) => event.stopPropagation());
    element.querySelector("ul")?.before(filter);
  }

  /**
   * Reads an entry.
   * @param {HTMLElement} element
   * @returns {Entry}
   */
  entry(element) {
    const slugs = new Map(this.facets.map(({ key }) =>
      [key, new Set((element.getAttribute(`data-${key}`) ?? "").split(" ").filter(Boolean))]));
    return { element, slugs, moment: element.dataset.moment ?? "" };
  }

  /**
   * Offers the newest first where entries have a year or a date.
   * @returns {HTMLSelectElement | null}
   */
  sorting() {
    const label = this.list.dataset.momentLabel;
    if (!label || !this.entries.some(({ moment }) => moment)) return null;
    const select = document.createElement("select");
    select.name = "sort";
    select.append(new Option("五十音順", ""), new Option(`${label}の新しい順`, "newest"));
    const box = make("label", "finder-sort", "並べ方");
    box.append(select);
    this.bar.append(box);
    select.addEventListener("change", () => this.changed());
    return select;
  }

  /** Takes the choice from the address. */
  restore() {
    const query = new URLSearchParams(location.search);
    for (const { key, element, values } of this.facets) {
      const wanted = new Set(query.getAll(key));
      if (key === this.fixedKey) wanted.add(this.fixedSlug);
      for (const { box, slug } of values) box.checked = wanted.has(slug);
      if (values.some(({ box }) => box.checked)) element.open = true;
    }
    if (this.sort) this.sort.value = query.get("sort") === "newest" ? "newest" : "";
    this.show();
  }

  /**
   * The choice as a query.
   * @returns {string}
   */
  query() {
    const query = new URLSearchParams();
    for (const { key, values } of this.facets) {
      for (const { box, slug } of values) if (box.checked) query.append(key, slug);
    }
    if (this.sort?.value) query.set("sort", this.sort.value);
    const text = query.toString();
    return text ? `?${text}` : "";
  }

  /**
   * Puts the choice into the address and shows it.
   * @param {Event} [event]
   */
  changed(event) {
    if (event?.target instanceof HTMLInputElement && event.target.type !== "checkbox") return;
    if (this.fixedKey) {
      const url = new URL(this.form.action);
      url.search = this.query();
      if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
      location.assign(url);
      return;
    }
    history.pushState(null, "", location.pathname + this.query());
    this.show();
  }

  /**
   * Whether an entry has one of the chosen values of every facet but one.
   * @param {Entry} entry
   * @param {Map<string, Set<string>>} chosen
   * @param {string} [except] The key of the facet that is left out.
   */
  matches(entry, chosen, except) {
    for (const [key, wanted] of chosen) {
      if (key === except) continue;
      const slugs = entry.slugs.get(key);
      if (!slugs || ![...wanted].some((slug) => slugs.has(slug))) return false;
    }
    return true;
  }

  /** Shows the entries that match, the counts, and what is chosen. */
  show() {
    /** @type {Map<string, Set<string>>} */
    const chosen = new Map();
    for (const { key, values } of this.facets) {
      const slugs = values.filter(({ box }) => box.checked).map(({ slug }) => slug);
      if (slugs.length) chosen.set(key, new Set(slugs));
    }
    let shown = 0;
    for (const entry of this.entries) {
      const matches = this.matches(entry, chosen);
      entry.element.hidden = !matches;
      if (matches) shown += 1;
    }
    for (const facet of this.facets) this.showCounts(facet, chosen);
    this.order();
    this.showChoice(shown, chosen.size > 0);
  }

  /**
   * Counts what each value of a facet would show together with the choice in the other facets.
   * @param {Facet} facet
   * @param {Map<string, Set<string>>} chosen
   */
  showCounts(facet, chosen) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const entry of this.entries) {
      if (!this.matches(entry, chosen, facet.key)) continue;
      for (const slug of entry.slugs.get(facet.key) ?? []) {
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
      }
    }
    let checked = 0;
    for (const { box, count, slug, total } of facet.values) {
      // On the page of a value the rest of its own facet is not there; nothing else is chosen, so
      // that the counts of the whole list hold.
      const number = facet.key === this.fixedKey ? total : counts.get(slug) ?? 0;
      const unit = make("span", "visually-hidden", this.counter);
      count.replaceChildren(String(number), unit);
      box.closest("li")?.classList.toggle("is-empty", number === 0 && !box.checked);
      if (box.checked) checked += 1;
    }
    facet.chosen.textContent = checked ? `${checked}つ選択中` : "";
  }

  /** Puts the entries into the chosen order, if they are not in it. */
  order() {
    if (!this.sort || this.sort.value === this.shownOrder) return;
    this.shownOrder = this.sort.value;
    const entries = [...this.entries];
    if (this.sort.value === "newest") {
      entries.sort((left, right) =>
        left.moment < right.moment ? 1 : left.moment > right.moment ? -1 : 0);
    }
    this.list.append(...entries.map(({ element }) => element));
  }

  /**
   * Says in words what is chosen, with a button to take away each value.
   * @param {number} shown
   * @param {boolean} isNarrowed
   */
  showChoice(shown, isNarrowed) {
    const number = make("strong", "", String(shown));
    const all = isNarrowed && !this.fixedKey ? `（全${this.entries.length}${this.counter}）` : "";
    this.status.replaceChildren(number, this.counter + all);
    this.empty.hidden = shown > 0;
    this.choice.hidden = !isNarrowed || Boolean(this.fixedKey);
    if (this.choice.hidden) {
      this.choice.replaceChildren();
      return;
    }
    /** @type {string[]} */
    const clauses = [];
    const tags = make("ul", "finder-tags");
    for (const { label, values } of this.facets) {
      const chosen = values.filter(({ box }) => box.checked);
      if (!chosen.length) continue;
      clauses.push(`${label}が「${chosen.map((value) => value.label).join("」か「")}」`);
      for (const value of chosen) {
        tags.append(this.tag(value.label, `${label}「${value.label}」を外す`, "finder-tag", [value]));
      }
    }
    const every = this.facets.flatMap(({ values }) => values);
    tags.append(this.tag("すべて外す", "", "finder-clear", every));
    const sentence = `${clauses.join("で、")}の${this.noun}を表示しています。`;
    this.choice.replaceChildren(make("p", "", sentence), tags);
  }

  /**
   * A button that takes values out of the choice.
   * @param {string} text
   * @param {string} name What it does, where the text alone does not say it.
   * @param {string} className
   * @param {Value[]} values
   * @returns {HTMLElement}
   */
  tag(text, name, className, values) {
    const item = make("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = className;
    button.textContent = text;
    if (name) button.setAttribute("aria-label", name);
    button.addEventListener("click", () => {
      for (const { box } of values) box.checked = false;
      this.changed();
      // The button is gone; the reader goes on from the next one, or from the list.
      const next = this.choice.querySelector("button") ?? document.getElementById("results");
      next?.focus();
    });
    item.append(button);
    return item;
  }
}

{
  const form = document.querySelector("form.finder-side");
  const list = document.querySelector(".finder-main .entries");
  if (form instanceof HTMLFormElement && list instanceof HTMLElement) new Finder(form, list);
}
