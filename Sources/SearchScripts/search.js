// The search box of every page and the page of results. It fetches search-engine.js when a search box gets
// the focus or the page of results has something to look for. What pages must have is told in
// Documentation/decisions/0005-search-index.md. `FORMAT` stands for the constants of the index, as in the
// engine. Types are in types.d.ts.
"use strict";

(() => {
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL(root.dataset.root || "/", document.baseURI).href;
  const base = new URL(root.dataset.search || "search/", site).href;
  const engineURL = script.dataset.engine || new URL("search-engine.js", script.src).href;
  const isFile = location.protocol === "file:";
  /** How many results are shown, and how many more at a time. */
  const STEP = 10;

  /** @type {Promise<any> | undefined} */
  let engine;
  /** The engine, fetched once; again where that failed. */
  const ready = () => engine ??= new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = engineURL;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  }).catch((error) => {
    engine = undefined;
    throw error;
  });

  /**
   * The index of the edition at hand.
   * @type {Promise<Engine> | undefined}
   */
  let edition;
  /**
   * Does work with the index; from the start with the next edition where a file of this one is gone, twice
   * at most.
   * @template T
   * @param {(search: Engine) => Promise<T>} work
   * @returns {Promise<T>}
   */
  const use = async (work) => {
    await ready();
    for (let turn = 0; ; turn++) {
      const mine = edition ??= new MokurokuSearch(base).open(turn > 0);
      try {
        return await work(await mine);
      } catch (error) {
        // Others may have gone on to the next edition.
        if (edition === mine) edition = undefined;
        if (turn > 1) throw error;
      }
    }
  };

  /**
   * The address of a page of the site; a folder has no page of its own in a file system.
   * @param {string} url
   */
  const address = (url) =>
    new URL(isFile ? url.replace(/(^|\/)(?=#|$)/, "$1index.html") : url, site).href;

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
   * Text with its hits marked; its lines are facts, but behind a label and a comma.
   * @param {Piece[]} pieces
   */
  const marked = (pieces) => pieces.map(([text, isHit]) => isHit
    ? build("mark", {}, text) : text.replace(/([ 、])\n/g, "$1").replace(/\n/g, " ／ "));

  // ── The box: an editable combobox with a list, after the ARIA Authoring Practices ──

  /**
   * Adds the list of suggestions to a box.
   * @param {SearchInput} input
   * @param {number} number
   */
  const addBox = (input, number) => {
    const id = `search-list-${number}`;
    const list = build(
      "ul", { id, role: "listbox", class: "search-suggestions", "aria-label": "候補", hidden: "" });
    let active = -1, asked = 0;
    for (const [key, value] of Object.entries({
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": id,
    })) input.setAttribute(key, value);
    input.after(list);

    /** @param {number} index */
    const activate = (index) => {
      active = index;
      const option = list.children[index];
      for (const one of list.children) one.setAttribute("aria-selected", `${one === option}`);
      input.setAttribute("aria-activedescendant", option?.id ?? "");
      option?.scrollIntoView({ block: "nearest" });
    };
    /** @param {HTMLElement[]} options */
    const fill = (...options) => {
      list.replaceChildren(...options);
      list.hidden = !options.length;
      list.ariaBusy = null;
      input.setAttribute("aria-expanded", `${!list.hidden}`);
      activate(-1);
    };
    const close = () => {
      asked++;
      fill();
    };
    /**
     * Shows the list.
     * @param {"first" | "last"} [end] Where to go in it.
     */
    const complete = async (end) => {
      const mine = ++asked, text = input.value.trim();
      activate(-1);
      // What is shown until then is for what was typed before.
      list.ariaBusy = "true";
      const suggested = use(async (search) => (await search.part("names")).suggest(search, text));
      const names = text ? await suggested.catch(() => []) : [];
      if (mine !== asked || document.activeElement !== input) return;
      fill(...names.map(({ title, url, kind }, place) => {
        const option = build("li", { id: `${id}-${place}`, role: "option" }, title);
        if (kind) option.append(" ", build("span", { class: "search-kind" }, kind));
        option.onclick = () => {
          close();
          if (url) {
            location.href = address(url);
            return;
          }
          input.value = title;
          input.form.requestSubmit();
        };
        return option;
      }));
      if (end) activate(end === "first" ? 0 : names.length - 1);
    };
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      const { key } = event, count = list.children.length;
      // The keys that end a conversion are the input method's; Safari tells it by 229 alone.
      if (event.isComposing || event.keyCode === 229) {
        if (/Enter|Escape/.test(key)) event.preventDefault();
      } else if (key === "ArrowDown" || key === "ArrowUp") {
        const isDown = key === "ArrowDown";
        event.preventDefault();
        if (event.altKey && !isDown) close();
        else if (event.altKey) complete();
        else if (!count || list.ariaBusy) complete(isDown ? "first" : "last");
        // From the last to the box and on to the first.
        else activate((active + (isDown ? 1 : -1) + count + 2) % (count + 1) - 1);
      } else if (key === "Enter" && active >= 0) {
        event.preventDefault();
        /** @type {HTMLElement} */ (list.children[active]).click();
      } else if (key === "Enter") {
        close();
      } else if (key === "Escape" && count) {
        event.preventDefault();
        close();
      } else if (/Home|End|Arrow/.test(key)) {
        // These move in the text, and the reader with them.
        activate(-1);
      }
    };

    input.addEventListener("focus", () => {
      use(async () => {}).catch(() => {});
    });
    // While a conversion goes on, the place below the box is the input method's.
    input.addEventListener("compositionstart", close);
    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event)).isComposing) complete();
    });
    input.addEventListener("compositionend", () => complete());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", press);
    list.addEventListener("mousedown", (event) => event.preventDefault());
  };

  /** @type {NodeListOf<SearchInput>} */
  const inputs = document.querySelectorAll("form[role=search] input[name=q]");
  inputs.forEach(addBox);

  addEventListener("keydown", (event) => {
    const [input] = inputs;
    if (!input || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // ── The hits on the page that a result leads to ──

  const HITS = "search-hits";

  /**
   * Marks hits in an element from the section on that the address names. Browsers show `:~:text=` only where
   * words begin and end, and the first of the page, not of the section.
   * @param {Element} main
   * @param {string[]} hits
   */
  const showHits = (main, hits) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const id = decodeURIComponent(location.hash.slice(1));
    walker.currentNode = id && document.getElementById(id) || main;
    /** @type {[Node, number][]} */
    const nodes = [];
    let text = "";
    for (let node; (node = walker.nextNode());) {
      // Neither readings nor the contents beside the text.
      if (node.parentElement?.closest("rt, .panel")) continue;
      nodes.push([node, text.length]);
      text += node.nodeValue;
    }
    /**
     * @param {number} at
     * @returns {[Node, number]}
     */
    const point = (at) => {
      const [node, begin] = nodes.findLast(([, begin]) => begin <= at) ?? nodes[0];
      return [node, at - begin];
    };
    const pattern = RegExp(hits.map((hit) => hit.replace(/\W/g, "\\$&")).join("|"), "g");
    const ranges = Array.from(text.matchAll(pattern), ({ 0: hit, index = 0 }) => {
      const range = new Range();
      range.setStart(...point(index));
      range.setEnd(...point(index + hit.length));
      return range;
    });
    CSS.highlights?.set("search-hit", new Highlight(...ranges));
    const first = ranges[0]?.startContainer.parentElement;
    first?.closest("details")?.setAttribute("open", "");
    const behavior = /** @type {any} */ ("instant");
    first?.scrollIntoView({ block: "center", behavior });
  };

  try {
    const [path, ...hits] = (sessionStorage.getItem(HITS) ?? "").split("\n");
    sessionStorage.removeItem(HITS);
    const main = document.querySelector("main");
    if (main && hits[0] && path === location.pathname) addEventListener("load", () => showHits(main, hits));
  } catch {
    // Without storage there is no hit to show.
  }

  // ── The page of results ──

  const [results, count, facets, chosen, suggestion, hint, trouble, more] = [
    "results", "count", "facets", "chosen", "suggestion", "hint", "trouble", "more",
  ].map((id) => document.getElementById(`search-${id}`) ?? build("div"));
  if (!results.isConnected) return;
  const { title } = document;
  /** How many searches there have been: what is found for an earlier one comes too late. */
  let turn = 0;
  let shown = "", query = "";

  /**
   * What is cited of a result, and where its page has what is not seen there.
   * @param {Result} result
   */
  const cited = ({ excerpt, notes }) => [
    build("p", { class: "search-excerpt" }, ...marked(excerpt)),
    ...notes.map((note) => build("p", { class: "search-note" }, note)),
  ];

  /**
   * A result as an item of a list.
   * @param {Result} result
   */
  const item = (result) => {
    const { url, collection, heading, excerpt, hit } = result, isSection = url.includes("#");
    // Where the name has a hit too, a browser would go to that instead of the section.
    const isNamed = isSection && result.title.some(([, isHit]) => isHit);
    // A minus or a comma would be syntax.
    const text = isNamed ? "" : encodeURIComponent(hit).replace(/-/g, "%2D");
    const fragment = text && `${isSection ? "" : "#"}:~:text=${text}`;
    const link = build("a", { href: address(url) + fragment }, ...marked(result.title));
    link.onclick = () => {
      const hits = [...result.title, ...excerpt].filter(([, isHit]) => isHit).map(([piece]) => piece);
      // Where there is no storage, the link leads on and only the marks are lost.
      sessionStorage.setItem(HITS, [link.pathname, ...new Set(hits)].join("\n"));
    };
    const where = [collection, heading].filter(Boolean).join(" › ");
    return build("li", {}, link, build("p", { class: "search-where" }, where), ...cited(result));
  };

  /**
   * Tells of shown results where their pages have what is not seen of them.
   * @param {Engine} search
   * @param {Result[]} found
   * @param {Term[]} terms
   * @param {HTMLElement[]} items
   */
  const explain = async (search, found, terms, items) => {
    const { comparable } = MokurokuSearch;
    for (const [place, result] of found.entries()) {
      const { title, excerpt, collection, terms: own = terms } = result;
      const seen = comparable([...title, ...excerpt].map(([text, isHit]) => isHit ? text : "。").join(""));
      const hidden = own.filter(({ not, kind, alts }) =>
        !not && kind !== collection && !alts.some((one) => seen.includes(comparable(one))));
      if (!hidden.length) continue;
      await (await search.part("names")).note(search, result, hidden);
      items[place].lastElementChild?.replaceWith(...cited(result));
    }
  };

  /**
   * Goes to another search of this page.
   * @param {string[][] | URLSearchParams} parameters
   */
  const go = (parameters) => {
    history.pushState(null, "", `?${new URLSearchParams(parameters)}`);
    show();
  };

  /**
   * Shows the facets of some pages.
   * @param {Engine} search
   * @param {number[]} all
   * @param {Filters} filters
   * @param {number} mine Which turn this is.
   */
  const showFacets = async (search, all, filters, mine) => {
    const { panels, names } = await (await search.part("facets")).show(search, all, filters, facets);
    if (mine !== turn) return;
    // The box that has the focus keeps it.
    const box = /** @type {HTMLInputElement | null | undefined} */ (
      document.activeElement?.closest("#search-facets input"));
    facets.replaceChildren(...panels);
    if (box) {
      const same = `[name="${box.name}"][value="${box.value}"]`;
      (/** @type {HTMLElement | null} */ (facets.querySelector(same)) ?? count).focus();
    }
    chosen.querySelector("strong")?.replaceChildren(names.join("、"));
  };

  /**
   * Says how many results there are.
   * @param {string} text
   * @param {number} [number]
   */
  const tell = (text, number = 0) => {
    count.dataset.count = `${number}`;
    count.textContent = text;
  };

  /**
   * Says how many results there are, and whether there are more.
   * @param {Answer} answer
   */
  const tellAll = ({ exact, total, results }) => {
    tell(`${exact ? "" : "約"}${total}件見つかりました`, total);
    more.hidden = results.length >= total;
  };

  /**
   * Says that there is no result for what was typed.
   * @param {Answer} answer
   */
  const tellNone = ({ all, suggestion, parts = [], apart }) => {
    const what = all.length && !suggestion && !parts.length ? "条件に合うもの" : `「${query}」`;
    const words = parts.map((part) => `「${part}」`).join("と");
    const instead = apart ? `。${words}のすべてがあるページはないので、別々に探しました`
      : words ? `。${words}で探しました` : suggestion && "。近い言葉の結果を示します";
    tell(`${what}は見つかりませんでした${instead}`);
  };

  /**
   * Shows further results.
   * @param {Engine} search
   * @param {Answer} answer
   * @param {number} mine Which turn this is.
   */
  const showMore = async (search, answer, mine) => {
    const before = answer.results.length;
    more.hidden = true;
    // Where the edition is gone, all is looked up in the next and shown anew.
    const isThere = await search.more(answer, STEP).then(() => true, () => false);
    if (mine !== turn) return;
    // As many are shown when the reader comes back.
    history.replaceState(isThere ? answer.results.length : before + STEP, "");
    if (isThere) {
      const found = answer.results.slice(before), items = found.map(item);
      results.append(...items);
      tellAll(answer);
      await explain(search, found, answer.terms, items);
    } else {
      await show();
    }
    (results.children[before]?.querySelector("a") ?? count).focus();
  };

  /**
   * Shows the results of words that were probably meant.
   * @param {Answer} answer
   * @param {HTMLElement[]} items
   * @param {URLSearchParams} parameters
   */
  const showSuggestion = ({ suggestion: meant, others = [], parts, apart, total }, items, parameters) => {
    suggestion.hidden = false;
    const found = apart ?? [{ text: parts ? parts.join(" ") : meant, total }, ...others];
    const links = found.flatMap(({ text, total }) => {
      parameters.set("q", text);
      return ["、", build("a", { href: `?${parameters}` }, text), `（${total}件）`];
    });
    suggestion.replaceChildren(
      build("h3", {}, apart ? "別々に探しました：" : parts ? "分けて探しました：" : "もしかして：", ...links.slice(1)),
      build("ol", { id: "search-suggested" }, ...items));
  };

  /**
   * Answers what the address asks for.
   * @param {Engine} search
   * @param {URLSearchParams} parameters
   * @param {number} mine Which turn this is.
   */
  const answerWith = async (search, parameters, mine) => {
    /** @type {Filters} */
    const filters = {};
    for (const key of search.directory.facets) filters[key] = parameters.getAll(key);
    const answer = await search.search(query, { filters, limit: history.state ?? STEP });
    if (mine !== turn) return;
    const isChosen = Object.values(filters).some((ids) => ids.length);
    const isMeant = answer.suggestion !== "" || !!answer.parts;
    const isBlank = !isChosen && !query.trim(), items = answer.results.map(item);
    results.replaceChildren(...isMeant ? [] : items);
    chosen.hidden = !isChosen;
    hint.hidden = isBlank || items.length > 0 || isChosen;
    if (isBlank) tell("");
    else if (items.length && !isMeant) tellAll(answer);
    else tellNone(answer);
    if (isMeant) showSuggestion(answer, items, parameters);
    await explain(search, answer.results, answer.terms, items);
    const apart = await (await search.part("facets")).apart(search, answer, filters, STEP);
    if (mine !== turn) return;
    if (apart) {
      const others = apart.results.map(item);
      showSuggestion(apart, others, parameters);
      await explain(search, apart.results, apart.terms, others);
    }
    more.onclick = () => showMore(search, answer, mine);
    if (!isChosen && (isMeant || !answer.all.length)) {
      facets.replaceChildren();
      return;
    }
    // The engine has looked at the pages that are shown; the counts are of those beside them too.
    const isNarrowed = isChosen && query.trim();
    const all = isNarrowed ? (await search.search(query, { limit: 0 })).all : answer.all;
    await showFacets(search, all, filters, mine);
  };

  /** Shows a page where nothing is asked for. */
  const showBlank = () => {
    results.replaceChildren();
    facets.replaceChildren();
    tell("");
    chosen.hidden = true;
  };

  /** Shows what the address asks for. */
  const show = async () => {
    const mine = ++turn;
    root.dataset.searchState = "busy";
    shown = location.search;
    const parameters = new URLSearchParams(shown);
    query = parameters.get("q") ?? "";
    for (const input of inputs) input.value = query;
    document.title = (query && `「${query}」の`) + title;
    for (const element of [suggestion, hint, trouble, more]) element.hidden = true;
    try {
      if ([...parameters.values()].some((value) => value.trim())) {
        await use((search) => answerWith(search, parameters, mine));
      } else {
        showBlank();
      }
    } catch (error) {
      console.error(error);
      if (mine === turn) {
        showBlank();
        more.hidden = true;
        trouble.hidden = false;
      }
    } finally {
      if (mine === turn) root.dataset.searchState = "done";
    }
  };

  facets.onchange = () => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = facets.querySelectorAll(":checked");
    go([["q", query], ...Array.from(boxes, ({ name, value }) => [name, value])]);
  };
  for (const element of [chosen, trouble]) {
    element.onclick = (event) => {
      if (!(/** @type {Element} */ (event.target)).matches("button")) return;
      // The button will be gone.
      count.focus();
      if (element === chosen) go([["q", query]]);
      else show();
    };
  }
  for (const input of inputs) {
    input.form.onsubmit = (event) => {
      event.preventDefault();
      const parameters = new URLSearchParams(shown);
      parameters.set("q", input.value);
      go(parameters);
      // The keyboard on the screen would lie on the results.
      if (matchMedia("(pointer: coarse)").matches) count.focus();
    };
  }
  addEventListener("popstate", () => {
    if (shown !== location.search) show();
  });
  // WebKit empties a box without completion when its page comes back as it was left.
  addEventListener("pageshow", () => setTimeout(() => {
    for (const input of inputs) input.value ||= query;
  }));
  show();
})();
