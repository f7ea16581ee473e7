// What stands around a list that is narrowed in place: the head of the page with its links, and the doors to
// the rows of the readings. It comes in one file with facets.js.
"use strict";

(() => {
  const { make } = mokurokuList;

  /**
   * What tells where one is, while a page shows what has the address of the whole list.
   * @implements {ListHead}
   */
  class Head {
    /** @param {string} noun */
    constructor(noun) {
      this.noun = noun;
      this.heading = document.querySelector("h1");
      this.step = document.querySelector(".breadcrumbs [aria-current]");
      this.first = { title: document.title, name: this.heading?.textContent ?? "",
        heading: [...this.heading?.childNodes ?? []], step: this.step?.textContent ?? "" };
      this.isFirst = true;
    }

    /**
     * Says what the page says of itself, or what the whole list does.
     * @param {boolean} isFirst
     */
    show(isFirst) {
      if (isFirst === this.isFirst) return;
      this.isFirst = isFirst;
      const { title, name, heading, step } = this.first;
      document.title = isFirst ? title : title.replace(name, this.noun);
      if (this.step) this.step.textContent = isFirst ? step : "絞り込み";
      if (!this.heading) return;
      // A shorter one would move what stands below.
      if (!isFirst) this.heading.style.minHeight = `${this.heading.offsetHeight}px`;
      this.heading.replaceChildren(...isFirst ? heading : [this.noun]);
    }

    /** Keeps where the links of the page lead, which are relative, under another address. */
    holdLinks() {
      for (const link of document.querySelectorAll("a[href], form[action]")) {
        const name = link.localName === "form" ? "action" : "href";
        const href = link.getAttribute(name) ?? "";
        if (!href.startsWith("#")) link.setAttribute(name, new URL(href, document.baseURI).href);
      }
    }
  }

  /**
   * The doors to the rows of the readings: of what is narrowed they have their own counts and pages.
   * @implements {ListDoors}
   */
  class Doors {
    /**
     * @param {number} length How many entries a page has.
     * @param {(page: number, place: number) => void} go Goes to an entry of a page of what is shown.
     */
    constructor(length, go) {
      this.length = length;
      let end = 0;
      this.isNarrowed = false;
      this.doors = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (
        document.querySelectorAll(".index-rows a"))].flatMap((link) => {
        const count = link.querySelector(".chip-count");
        if (!count) return [];
        const start = end;
        end += Number((count.textContent ?? "").replace(/\D/g, ""));
        const door = { link, count, href: link.href, parts: [...count.childNodes], start, end, place: -1 };
        link.addEventListener("click", (event) => {
          if (!this.isNarrowed || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          if (door.place >= 0) go(Math.floor(door.place / length) + 1, door.place % length);
        });
        return [door];
      });
    }

    /** Shows the doors of the page. */
    showFirst() {
      this.isNarrowed = false;
      for (const { link, count, href, parts } of this.doors) {
        link.href = href;
        link.style.visibility = "";
        count.replaceChildren(...parts);
      }
    }

    /**
     * Shows how many of the records stand behind each door.
     * @param {number[]} records
     * @param {boolean} isSorted Whether they have another order, in which no row begins anywhere.
     * @param {string} counter
     * @param {(page: number) => URL} address
     */
    show(records, isSorted, counter, address) {
      this.isNarrowed = true;
      for (const door of this.doors) {
        const isBehind = (/** @type {number} */ record) => record >= door.start && record < door.end;
        const number = records.filter(isBehind).length;
        door.place = number && !isSorted ? records.findIndex(isBehind) : -1;
        door.count.replaceChildren(mokurokuList.grouped(number), make("span", "visually-hidden", counter));
        // The others stay where they are under the pointer.
        door.link.style.visibility = door.place < 0 ? "hidden" : "";
        door.link.href = address(Math.floor(door.place / this.length) + 1).href;
      }
    }
  }

  mokurokuList.head = (noun) => new Head(noun);
  mokurokuList.doors = (length, go) => new Doors(length, go);
})();
