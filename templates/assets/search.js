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
  /** The engine with its directory, fetched once. */
  const ready = () => engine ??= new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = engineURL;
    // The engine fetches the spellings itself, and published names carry a digest that it cannot guess.
    if (script.dataset.spellings) element.dataset.spellings = script.dataset.spellings;
    element.onload = () => {
      // @ts-ignore The script has made the class.
      const made = new globalThis.MokurokuSearch(base);
      made.open().then(() => resolve(made), reject);
    };
    element.onerror = reject;
    document.head.append(element);
  });

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

  /** Text with its hits marked. @param {[string, boolean][]} pieces */
  const marked = pieces => pieces.map(([text, hit]) => hit ? make('mark', {}, text) : text);

  // ── The box: an editable combobox with a list, after the ARIA Authoring Practices ──

  let boxes = 0;

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  const addBox = (form, input) => {
    const id = `search-list-${++boxes}`;
    const list = make('ul', { id, role: 'listbox', class: 'search-suggestions', 'aria-label': '候補', hidden: '' });
    let active = -1, asked = 0;
    for (const [key, value] of Object.entries({
      role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
    })) input.setAttribute(key, value);
    input.after(list);
    if (isFile) form.action = form.action.replace(/\/$/, '/index.html');

    const close = () => {
      asked++;
      active = -1;
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    /** @param {number} index */
    const activate = index => {
      active = index;
      [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i == index)));
      const option = list.children[index];
      if (option) option.scrollIntoView({ block: 'nearest' });
      if (option) input.setAttribute('aria-activedescendant', option.id);
      else input.removeAttribute('aria-activedescendant');
    };
    /** @param {Element} option */
    const choose = option => {
      const { url, text } = /** @type {HTMLElement} */ (option).dataset;
      close();
      if (url) location.href = address(url);
      else {
        input.value = text ?? '';
        form.requestSubmit();
      }
    };
    const complete = async () => {
      const mine = ++asked, text = input.value.trim();
      if (!text) return close();
      const names = await ready().then(search => namesOf(search, text)).catch(() => []);
      if (mine != asked || document.activeElement != input) return;
      if (!names.length) return close();
      list.replaceChildren(...names.map((/** @type {{title: string, url: string}} */ { title, url }, /** @type {number} */ i) =>
        make('li', { id: `${id}-${i}`, role: 'option', 'aria-selected': 'false', 'data-url': url, 'data-text': title }, title)));
      list.hidden = false;
      active = -1;
      input.setAttribute('aria-expanded', 'true');
      input.removeAttribute('aria-activedescendant');
    };

    input.addEventListener('focus', () => { ready().catch(() => { engine = undefined; }); });
    input.addEventListener('input', event => {
      if (!(/** @type {InputEvent} */ (event)).isComposing) complete();
    });
    input.addEventListener('compositionend', complete);
    input.addEventListener('blur', close);
    input.addEventListener('keydown', event => {
      // The Enter that ends a conversion is the input method's; Safari tells it by 229 alone.
      if (event.isComposing || event.keyCode == 229) {
        if (event.key == 'Enter') event.preventDefault();
        return;
      }
      const count = list.children.length;
      if (event.key == 'ArrowDown' || event.key == 'ArrowUp') {
        event.preventDefault();
        if (!count) complete();
        else activate(((active + (event.key == 'ArrowDown' ? 1 : -1) + 1 + count + 1) % (count + 1)) - 1);
      } else if (event.key == 'Enter' && active >= 0) {
        event.preventDefault();
        choose(list.children[active]);
      } else if (event.key == 'Enter') {
        close();
      } else if (event.key == 'Escape' && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = /** @type {Element} */ (event.target).closest('[role=option]');
      if (option) choose(option);
    });
  };

  for (const form of document.querySelectorAll('form[role=search]')) {
    const input = form.querySelector('input[name=q]');
    if (input) addBox(/** @type {HTMLFormElement} */ (form), /** @type {HTMLInputElement} */ (input));
  }

  addEventListener('keydown', event => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key != '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector('form[role=search] input[name=q]'));
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // ── The hit on the page that a result leads to, where the browser does not show `:~:text=` ──

  if (!('fragmentDirective' in document)) {
    try {
      const hit = sessionStorage.getItem('search-hit');
      sessionStorage.removeItem('search-hit');
      const start = document.getElementById(decodeURIComponent(location.hash.slice(1).split(':~:')[0])) ?? document.querySelector('main');
      const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node; hit && start && (node = walker.nextNode());) {
        const at = (node.nodeValue ?? '').indexOf(hit);
        if (at < 0 || start.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + hit.length);
        CSS.highlights?.set('search-hit', new Highlight(range));
        node.parentElement?.scrollIntoView({ block: 'center' });
        break;
      }
    } catch { /* Without storage there is no hit to show. */ }
  }

  // ── The page of results ──

  const results = document.getElementById('search-results');
  const count = document.getElementById('search-count');
  if (!results || !count) return;
  const facetsPlace = document.getElementById('search-facets') ?? count.parentElement?.insertBefore(make('div', { id: 'search-facets' }), count);
  const more = /** @type {HTMLButtonElement} */ (make('button', { id: 'search-more', type: 'button', hidden: '' }, 'さらに表示'));
  const suggestion = make('div', { id: 'search-suggestion', hidden: '' });
  results.after(suggestion, more);
  let turn = 0;

  /** The result as an item of a list. @param {any} result */
  const item = result => {
    // A minus or a comma would be syntax in a text directive.
    const text = encodeURIComponent(result.hit).replace(/-/g, '%2D');
    const link = make('a', { href: address(result.url) + (text ? (result.url.includes('#') ? '' : '#') + ':~:text=' + text : '') }, ...marked(result.title));
    link.addEventListener('click', () => {
      try { sessionStorage.setItem('search-hit', result.hit); } catch { /* Only the mark on the page is lost. */ }
    });
    const about = [result.collection, result.heading].filter(Boolean).join(' › ');
    return make('li', {}, link, ...(about ? [make('p', { class: 'search-where' }, about)] : []),
      make('p', { class: 'search-excerpt' }, ...marked(result.excerpt)));
  };

  /** What the address asks for. @param {any} search */
  const wanted = search => {
    const parameters = new URLSearchParams(location.search);
    /** @type {Record<string, string[]>} */
    const filters = {};
    for (const key of search?.facets ?? []) filters[key] = parameters.getAll(key);
    return { query: parameters.get('q') ?? '', filters };
  };

  /** Goes to another search of this page. @param {string} query @param {Record<string, string[]>} filters */
  const go = (query, filters) => {
    const parameters = new URLSearchParams({ q: query });
    for (const [key, ids] of Object.entries(filters)) for (const id of ids) parameters.append(key, id);
    history.pushState(null, '', '?' + parameters);
    show();
  };

  /** Shows the facets with how many pages each value would leave. @param {any} search @param {any} answer @param {string} query
   * @param {Record<string, string[]>} filters @param {number} mine */
  const showFacets = async (search, answer, query, filters, mine) => {
    if (!search.facets.length || !facetsPlace) return;
    const facets = await Promise.all(search.facets.map((/** @type {string} */ key) => search.facet(key)));
    const fieldsets = [];
    for (const { key, label, values } of facets) {
      // The other facets narrow the counts of this one; its own values add to each other.
      const among = new Set(await search.narrow(answer.all, { ...filters, [key]: [] }));
      const fieldset = make('fieldset', { 'data-facet': key }, make('legend', {}, label));
      for (const { id, label, pages } of values) {
        const left = pages.filter((/** @type {number} */ page) => among.has(page)).length;
        const box = /** @type {HTMLInputElement} */ (make('input', { type: 'checkbox', name: key, value: id }));
        box.checked = (filters[key] ?? []).includes(id);
        if (!left && !box.checked) continue;
        box.addEventListener('change', () => {
          const others = (filters[key] ?? []).filter(other => other != id);
          go(query, { ...filters, [key]: box.checked ? [...others, id] : others });
        });
        fieldset.append(make('label', {}, box, ` ${label} `, make('span', { class: 'search-facet-count', 'data-count': String(left) }, String(left))));
      }
      if (fieldset.children.length > 1) fieldsets.push(fieldset);
    }
    if (mine != turn) return;
    // The box that has the focus keeps it.
    const focus = /** @type {HTMLInputElement | null} */ (document.activeElement?.closest('#search-facets input'));
    facetsPlace.replaceChildren(...fieldsets);
    if (focus) /** @type {HTMLElement | null} */ (facetsPlace.querySelector(`input[name="${CSS.escape(focus.name)}"][value="${CSS.escape(focus.value)}"]`))?.focus();
  };

  const show = async () => {
    const mine = ++turn;
    root.dataset.searchState = 'busy';
    const query = new URLSearchParams(location.search).get('q') ?? '';
    for (const input of document.querySelectorAll('form[role=search] input[name=q]')) /** @type {HTMLInputElement} */ (input).value = query;
    more.hidden = suggestion.hidden = true;
    try {
      if (!location.search.replace(/^\?(q=)?$/, '')) {
        results.replaceChildren();
        facetsPlace?.replaceChildren();
        count.textContent = '';
        count.dataset.count = '0';
        return;
      }
      const search = await ready();
      const { filters } = wanted(search);
      const answer = await search.search(query, { filters });
      if (mine != turn) return;
      const total = answer.suggestion ? 0 : answer.total;
      const tell = () => {
        count.dataset.count = String(answer.suggestion ? 0 : answer.total);
        count.textContent = total ? `${answer.exact ? '' : '約'}${answer.total}件` : '見つかりませんでした';
        more.hidden = !total || answer.results.length >= answer.total;
      };
      tell();
      const items = answer.results.map(item);
      results.replaceChildren(...(answer.suggestion ? [] : items));
      if (answer.suggestion) {
        const link = make('a', { href: '?' + new URLSearchParams({ q: answer.suggestion }) }, answer.suggestion);
        suggestion.replaceChildren(make('p', {}, 'もしかして: ', link, `（${answer.total}件）`), make('ol', { id: 'search-suggested' }, ...items));
        suggestion.hidden = false;
      }
      more.onclick = async () => {
        const before = answer.results.length;
        more.disabled = true;
        await search.more(answer, 10);
        more.disabled = false;
        const added = answer.results.slice(before).map(item);
        results.append(...added);
        tell();
        added[0]?.querySelector('a')?.focus();
      };
      if (answer.all.length && !answer.suggestion) await showFacets(search, answer, query, filters, mine);
      else facetsPlace?.replaceChildren();
    } catch (error) {
      engine = undefined;
      count.textContent = '検索の索引を読み込めませんでした';
      count.dataset.count = '0';
      console.error(error);
    } finally {
      if (mine == turn) root.dataset.searchState = 'done';
    }
  };

  for (const form of document.querySelectorAll('form[role=search]')) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const query = String(new FormData(/** @type {HTMLFormElement} */ (form)).get('q') ?? '');
      const parameters = new URLSearchParams(location.search);
      /** @type {Record<string, string[]>} */
      const filters = {};
      for (const key of parameters.keys()) if (key != 'q') filters[key] = parameters.getAll(key);
      go(query, filters);
    });
  }
  addEventListener('popstate', show);
  show();
})();
