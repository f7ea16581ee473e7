// Chooses records on lists to be compared: a box at each entry, and a bar at the foot of the window with the
// way to the page that shows them side by side. What is chosen is kept while the tab is open, over
// narrowing, pages and lists.
"use strict";

(() => {
  const { compared, make, root } = mokurokuList;

  class Choice {
    /** @param {HTMLElement} list */
    constructor(list) {
      this.list = list;
      this.chosen = compared.read();
      this.told = make("p", "compare-told");
      this.told.setAttribute("role", "status");
      this.tags = make("ul", "finder-tags");
      this.link = make("a", "compare-go");
      this.clear = make("button", "finder-clear", "すべて外す");
      this.clear.type = "button";
      this.clear.addEventListener("click", () => this.set([]));
      this.bar = make("section", "compare-bar");
      this.bar.setAttribute("aria-label", "比べる項目");
      const frame = make("div", "frame compare-bar-row");
      frame.append(this.told, this.tags, this.link, this.clear);
      this.bar.append(frame);
      document.body.append(this.bar);
      // Entries come and go with the choice of the facets.
      new MutationObserver(() => this.show()).observe(list, { childList: true });
      addEventListener("pageshow", (event) => {
        if (!event.persisted) return;
        this.chosen = compared.read();
        this.show();
      });
      this.show();
    }

    /**
     * Keeps another choice.
     * @param {[string, string][]} chosen
     */
    set(chosen) {
      const hadFocus = this.bar.contains(document.activeElement);
      this.chosen = chosen;
      compared.write(chosen);
      this.show();
      // The button is gone; the reader goes on from the next one, or from the list.
      if (hadFocus) (this.tags.querySelector("button") ?? document.getElementById("results"))?.focus();
    }

    /** Shows what is chosen, at the entries and in the bar. */
    show() {
      const ids = new Set(this.chosen.map(([id]) => id));
      for (const entry of this.list.children) {
        const link = entry.querySelector("a.entry-title");
        if (!(link instanceof HTMLAnchorElement)) continue;
        const box = entry.querySelector(".compare-box input") ?? this.box(entry, link);
        if (!(box instanceof HTMLInputElement)) continue;
        box.checked = ids.has(box.value);
        box.disabled = !box.checked && ids.size >= compared.most;
      }
      const count = this.chosen.length;
      this.bar.hidden = !count;
      this.told.textContent = count === 0 ? ""
        : count === 1 ? "1件を選びました。あと1件選ぶと、並べて比べられます。"
        : count < compared.most ? `${count}件を選びました（${compared.most}件まで）。`
        : `${count}件を選びました。これより多くは比べられません。`;
      this.link.hidden = count < 2;
      this.link.textContent = `${count}件を比べる`;
      const page = new URL(`compare/${root.protocol === "file:" ? "index.html" : ""}`, root);
      this.link.href = `${page.href}?ids=${[...ids].join(",")}`;
      this.tags.replaceChildren(...this.chosen.map(([id, title]) => this.tag(id, title)));
    }

    /**
     * The box of an entry.
     * @param {Element} entry
     * @param {HTMLAnchorElement} link
     */
    box(entry, link) {
      const title = link.textContent?.trim() ?? "";
      const box = make("input");
      box.type = "checkbox";
      // What is kept says whether it is chosen, not what the browser remembers of the page.
      box.autocomplete = "off";
      box.value = link.href.slice(root.href.length).replace(/\/(index\.html)?$/, "");
      box.setAttribute("aria-label", `${title}を比べる`);
      box.addEventListener("change", () => {
        const others = this.chosen.filter(([id]) => id !== box.value);
        this.set(box.checked ? [...others, [box.value, title]] : others);
      });
      const label = make("label", "compare-box");
      label.append(box, "比べる");
      entry.append(label);
      return box;
    }

    /**
     * A chosen record as a button that takes it away.
     * @param {string} id
     * @param {string} title
     */
    tag(id, title) {
      const button = make("button", "finder-tag");
      button.append(make("span", "", title));
      button.type = "button";
      button.setAttribute("aria-label", `${title}を比べる項目から外す`);
      button.addEventListener("click", () => this.set(this.chosen.filter(([other]) => other !== id)));
      const item = make("li");
      item.append(button);
      return item;
    }
  }

  const list = document.querySelector(".finder-main .entries[data-list]");
  if (list instanceof HTMLElement) new Choice(list);
})();
