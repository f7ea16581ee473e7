// The search box of every page and the page of results. Needs search-engine.js beside it, which is
// fetched when a search box gets the focus or the page of results has something to look for.
// What pages must have: Documentation/decisions/0005-search-index.md. Types are JSDoc's.
// @ts-check
(() => {
  'use strict';

  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL(root.dataset.root || '/', document.baseURI).href;
  const base = new URL(root.dataset.search || 'search/', site).href;
  const engineURL = script.dataset.engine || new URL('search-engine.js', script.src).href;
  const isFile = location.protocol == 'file:';

  /** @type {Promise<any> | undefined} */
  let engine;
  /** The engine, fetched once; again where that failed. */
  const ready = () => engine ??= new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = engineURL;
    // The engine fetches the spellings itself, and published names carry a digest that it cannot guess.
    if (script.dataset.spellings) element.dataset.spellings = script.dataset.spellings;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  }).catch(error => {
    engine = undefined;
    throw error;
  });
  /** The index of the edition at hand. @type {Promise<any> | undefined} */
  let edition;
  /** Does work with the index; from the start with the next edition where a file of this one is gone, twice at most.
   * @template T @param {(search: any) => Promise<T>} work @returns {Promise<T>} */
  const use = async work => {
    await ready();
    for (let turn = 0; ; turn++) {
      // @ts-ignore The script has made the class.
      const mine = edition ??= new globalThis.MokurokuSearch(base).open(turn > 0);
      try {
        return await work(await mine);
      } catch (error) {
        // Others may have gone on to the next edition.
        if (edition == mine) edition = undefined;
        if (turn > 1) throw error;
      }
    }
  };

  /** Names that begin with what is typed, by title, alias, reading or romaji. @param {any} search @param {string} typed
   * @returns {Promise<{title: string, url: string}[]>} */
  const namesOf = async (search, typed) => {
    const { fold, same, units } = search.constructor;
    const text = fold(typed), keys = [same(text)], found = new Map();
    if (/^[a-z'-]{2,}$/.test(text)) keys.push((await search.spellings()).kana(text));
    for (const start of keys.map(units)) {
      if (!start[1]) continue;
      for (const [key, title, url] of await search.load('n' + (start.charCodeAt(0) * 31 + start.charCodeAt(1)) % search.names)) {
        // Keys other than titles are kept to eight characters.
        if (key ? key.startsWith(start.slice(0, 8)) : same(fold(title)).startsWith(start)) found.set(title + url, { title, url });
      }
    }
    return [...found.values()].sort((a, b) => +!a.url - +!b.url || a.title.length - b.title.length).slice(0, 8);
  };

  /** The address of a page of the site; a folder has no page of its own in a file system. @param {string} url */
  const address = url => new URL(isFile ? url.replace(/(^|\/)(?=#|$)/, '$1index.html') : url, site).href;

  /** An element with attributes and children. @param {string} name @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /** Text with its hits marked; its lines are facts. @param {[string, boolean][]} pieces */
  const marked = pieces => pieces.map(([text, hit]) => hit ? make('mark', {}, text) : text.replace(/\n/g, ' ／ '));

  // ── The box: an editable combobox with a list, after the ARIA Authoring Practices ──

  /** @param {HTMLInputElement & {form: HTMLFormElement}} input @param {number} number */
  const addBox = (input, number) => {
    const id = `search-list-${number}`;
    const list = make('ul', { id, role: 'listbox', class: 'search-suggestions', 'aria-label': '候補', hidden: '' });
    let active = -1, asked = 0;
    for (const [key, value] of Object.entries({
      role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
    })) input.setAttribute(key, value);
    input.after(list);

    /** @param {number} index */
    const activate = index => {
      active = index;
      const option = list.children[index];
      for (const one of list.children) one.setAttribute('aria-selected', `${one == option}`);
      input.setAttribute('aria-activedescendant', option?.id ?? '');
      option?.scrollIntoView({ block: 'nearest' });
    };
    /** @param {HTMLElement[]} options */
    const fill = (...options) => {
      list.replaceChildren(...options);
      list.hidden = !options[0];
      list.ariaBusy = null;
      input.setAttribute('aria-expanded', `${!list.hidden}`);
      activate(-1);
    };
    const close = () => {
      asked++;
      fill();
    };
    /** Shows the list. @param {number=} first where to go: 0 to the first, another number to the last */
    const complete = async first => {
      const mine = ++asked, text = input.value.trim();
      activate(-1);
      // What is shown until then is for what was typed before.
      list.ariaBusy = 'true';
      const names = text ? await use(search => namesOf(search, text)).catch(() => []) : [];
      if (mine != asked || document.activeElement != input) return;
      fill(...names.map((/** @type {{title: string, url: string}} */ { title, url }, /** @type {number} */ i) => {
        const option = make('li', { id: `${id}-${i}`, role: 'option' }, title);
        option.onclick = () => {
          close();
          if (url) location.href = address(url);
          else {
            input.value = title;
            input.form.requestSubmit();
          }
        };
        return option;
      }));
      if (first != null) activate(first && names.length - 1);
    };

    input.addEventListener('focus', () => { use(async () => {}).catch(() => {}); });
    // While a conversion goes on, the place below the box is the input method's.
    input.addEventListener('compositionstart', close);
    input.addEventListener('input', event => {
      if (!(/** @type {InputEvent} */ (event)).isComposing) complete();
    });
    input.addEventListener('compositionend', () => complete());
    input.addEventListener('blur', close);
    input.addEventListener('keydown', event => {
      const { key } = event, count = list.children.length;
      // The keys that end a conversion are the input method's; Safari tells it by 229 alone.
      if (event.isComposing || event.keyCode == 229) {
        if (/Enter|Escape/.test(key)) event.preventDefault();
      } else if (key == 'ArrowDown' || key == 'ArrowUp') {
        const step = key == 'ArrowDown' ? 1 : -1;
        event.preventDefault();
        if (event.altKey && step < 0) close();
        else if (event.altKey || !count || list.ariaBusy) complete(event.altKey ? undefined : step - 1);
        else activate((active + step + count + 2) % (count + 1) - 1);
      } else if (key == 'Enter' && active >= 0) {
        event.preventDefault();
        /** @type {HTMLElement} */ (list.children[active]).click();
      } else if (key == 'Enter') {
        close();
      } else if (key == 'Escape' && count) {
        event.preventDefault();
        close();
      } else if (/Home|End|Arrow/.test(key)) {
        // These move in the text, and the reader with them.
        activate(-1);
      }
    });
    list.addEventListener('mousedown', event => event.preventDefault());
  };

  const inputs = /** @type {NodeListOf<HTMLInputElement & {form: HTMLFormElement}>} */ (document.querySelectorAll('form[role=search] input[name=q]'));
  inputs.forEach(addBox);

  addEventListener('keydown', event => {
    const [input] = inputs;
    if (!input || event.key != '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/** @type {Element} */ (event.target).closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // ── The hits on the page that a result leads to ──

  // Browsers show `:~:text=` only where words begin and end, and the first of the page, not of the section.
  try {
    const [path, ...hits] = (sessionStorage.getItem('search-hits') ?? '').split('\n');
    sessionStorage.removeItem('search-hits');
    const main = document.querySelector('main');
    if (main && hits[0] && path == location.pathname) addEventListener('load', () => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      walker.currentNode = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? main;
      /** @type {[Node, number][]} */
      const nodes = [];
      let text = '';
      for (let node; (node = walker.nextNode());) {
        // Neither readings nor the contents beside the text.
        if (node.parentElement?.closest('rt, .panel')) continue;
        nodes.push([node, text.length]);
        text += node.nodeValue;
      }
      /** @param {number} at @returns {[Node, number]} */
      const point = at => {
        const [node, begin] = nodes.findLast(([, begin]) => begin <= at) ?? nodes[0];
        return [node, at - begin];
      };
      const pattern = RegExp(hits.map(hit => hit.replace(/\W/g, '\\$&')).join('|'), 'g');
      const ranges = Array.from(text.matchAll(pattern), ({ 0: hit, index }) => {
        const range = new Range();
        range.setStart(...point(index));
        range.setEnd(...point(index + hit.length));
        return range;
      });
      CSS.highlights?.set('search-hit', new Highlight(...ranges));
      const first = ranges[0]?.startContainer.parentElement;
      first?.closest('details')?.setAttribute('open', '');
      first?.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
  } catch {
    // Without storage there is no hit to show.
  }

  // ── The page of results ──

  const [results, count, facets, chosen, suggestion, hint, trouble, more] =
    ['results', 'count', 'facets', 'chosen', 'suggestion', 'hint', 'trouble', 'more'].map(id => document.getElementById('search-' + id) ?? make('div'));
  if (!results.isConnected) return;
  const { title } = document;
  let turn = 0, shown = '', query = '';

  /** The result as an item of a list. @param {any} result */
  const item = result => {
    // Where the name has a hit too, a browser would go to that instead of the section. A minus or a comma would be syntax.
    const named = result.url.includes('#') && result.title.some((/** @type {[string, boolean]} */ [, hit]) => hit);
    const text = named ? '' : encodeURIComponent(result.hit).replace(/-/g, '%2D');
    const link = /** @type {HTMLAnchorElement} */ (make('a', { href: address(result.url) + (text ? (result.url.includes('#') ? '' : '#') + ':~:text=' + text : '') }, ...marked(result.title)));
    link.onclick = () => {
      const hits = [...result.title, ...result.excerpt].flatMap(([piece, hit]) => hit ? piece : []);
      // Where there is no storage, the link leads on and only the marks are lost.
      sessionStorage.setItem('search-hits', [link.pathname, ...new Set(hits)].join('\n'));
    };
    return make('li', {}, link, make('p', { class: 'search-where' }, [result.collection, result.heading].filter(Boolean).join(' › ')),
      make('p', { class: 'search-excerpt' }, ...marked(result.excerpt)));
  };

  /** Goes to another search of this page. @param {string[][] | URLSearchParams} parameters */
  const go = parameters => {
    history.pushState(null, '', '?' + new URLSearchParams(/** @type {any} */ (parameters)));
    show();
  };

  /** Shows the facets with how many pages each value would leave. @param {any} search @param {number[]} all
   * @param {Record<string, string[]>} filters @param {number} mine */
  const showFacets = async (search, all, filters, mine) => {
    const panels = [], names = [];
    for (const { key, label, values } of await Promise.all(search.facets.map((/** @type {string} */ key) => search.facet(key)))) {
      // The other facets narrow the counts of this one; its own values add to each other.
      const among = new Set(await search.narrow(all, { ...filters, [key]: [] })), labels = [];
      for (const { id, label, pages } of values) {
        const left = `${pages.filter((/** @type {number} */ page) => among.has(page)).length}`;
        const box = /** @type {HTMLInputElement} */ (make('input', { type: 'checkbox', name: key, value: id }));
        box.checked = filters[key].includes(id);
        if (box.checked) names.push(label);
        if (+left || box.checked) labels.push(make('label', {}, box, label, make('span', { class: 'search-facet-count', 'data-count': left }, left + '件')));
      }
      // What the reader has opened or closed stays so.
      const before = facets.querySelector(`[data-facet="${key}"]`)?.closest('details');
      const panel = /** @type {HTMLDetailsElement} */ (make('details', { class: 'facet' }, make('summary', { class: 'facet-label' }, label),
        make('fieldset', { 'data-facet': key, 'aria-label': label }, ...labels)));
      panel.open = before ? before.open : !!filters[key][0] || !labels[12];
      if (labels[0]) panels.push(panel);
    }
    if (mine != turn) return;
    // The box that has the focus keeps it.
    const { name, value } = /** @type {any} */ (document.activeElement?.closest('#search-facets input') ?? {});
    facets.replaceChildren(...panels);
    if (name) (/** @type {HTMLElement | null} */ (facets.querySelector(`[name="${name}"][value="${value}"]`)) ?? count).focus();
    chosen.querySelector('strong')?.replaceChildren(names.join('、'));
  };

  const show = async () => {
    const mine = ++turn;
    root.dataset.searchState = 'busy';
    shown = location.search;
    const parameters = new URLSearchParams(shown);
    query = parameters.get('q') ?? '';
    for (const input of inputs) input.value = query;
    document.title = (query && `「${query}」の`) + title;
    /** @param {string} text @param {number=} number */
    const tell = (text, number = 0) => {
      count.dataset.count = `${number}`;
      count.textContent = text;
    };
    suggestion.hidden = hint.hidden = trouble.hidden = more.hidden = true;
    /** @param {any} error */
    const failed = error => {
      console.error(error);
      if (mine != turn) return;
      results.replaceChildren();
      facets.replaceChildren();
      tell('');
      trouble.hidden = !(chosen.hidden = more.hidden = true);
    };
    /** @param {any} search the index, if there is something to look for */
    const answerWith = async search => {
      /** @type {Record<string, string[]>} */
      const filters = {};
      for (const key of search.facets ?? []) filters[key] = parameters.getAll(key);
      const answer = search ? await search.search(query, { filters, limit: history.state ?? 10 }) : { all: [], results: [] };
      if (mine != turn) return;
      const items = answer.results.map(item), meant = answer.suggestion;
      const tellAll = () => {
        tell(`${answer.exact ? '' : '約'}${answer.total}件見つかりました`, answer.total);
        more.hidden = answer.results.length >= answer.total;
      };
      results.replaceChildren(...meant ? [] : items);
      chosen.hidden = !Object.values(filters).some(ids => ids[0]);
      suggestion.hidden = !meant;
      const isBlank = chosen.hidden && !query.trim();
      hint.hidden = isBlank || !!items[0] || !chosen.hidden;
      if (items[0] && !meant) tellAll();
      else tell(isBlank ? '' : `${answer.all.length && !meant ? '条件に合うもの' : `「${query}」`}は見つかりませんでした${meant && '。近い言葉の結果を示します'}`);
      if (meant) {
        parameters.set('q', meant);
        suggestion.replaceChildren(make('h3', {}, 'もしかして：', make('a', { href: '?' + parameters }, meant), `（${answer.total}件）`), make('ol', { id: 'search-suggested' }, ...items));
      }
      more.onclick = async () => {
        const before = answer.results.length;
        more.hidden = true;
        // Where the edition is gone, all is looked up in the next and shown anew.
        const isThere = await search.more(answer, 10).then(() => true, () => false);
        if (mine != turn) return;
        // As many are shown when the reader comes back.
        history.replaceState(isThere ? answer.results.length : before + 10, '');
        if (isThere) {
          results.append(...answer.results.slice(before).map(item));
          tellAll();
        } else await show();
        (results.children[before]?.querySelector('a') ?? count).focus();
      };
      // The engine has looked at the pages that are shown; the counts are of those beside them too.
      if (!chosen.hidden || answer.all.length && !meant) await showFacets(search, chosen.hidden || !query.trim() ? answer.all : (await search.search(query, { limit: 0 })).all, filters, mine);
      else facets.replaceChildren();
    };
    try {
      await ([...parameters.values()].some(value => value.trim()) ? use(answerWith) : answerWith(''));
    } catch (error) {
      failed(error);
    } finally {
      if (mine == turn) root.dataset.searchState = 'done';
    }
  };

  facets.onchange = () => go([['q', query], ...Array.from(facets.querySelectorAll(':checked'), (/** @type {any} */ box) => [box.name, box.value])]);
  for (const element of [chosen, trouble]) {
    element.onclick = event => {
      if (!(/** @type {Element} */ (event.target)).matches('button')) return;
      // The button will be gone.
      count.focus();
      if (element == chosen) go([['q', query]]);
      else show();
    };
  }
  for (const input of inputs) {
    input.form.onsubmit = event => {
      event.preventDefault();
      const parameters = new URLSearchParams(shown);
      parameters.set('q', input.value);
      go(parameters);
      // The keyboard on the screen would lie on the results.
      if (matchMedia('(pointer: coarse)').matches) count.focus();
    };
  }
  addEventListener('popstate', () => {
    if (shown != location.search) show();
  });
  show();
})();
