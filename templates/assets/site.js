// What every page has of JavaScript. Nothing here is needed to read a page: headings show their links,
// the contents mark where the reader is, texts can be copied. Opened from a folder (file:), an address that
// ends in "/" is not a page, so that links and forms go to its index.html.
"use strict";

{
  // Headings with a name show their link. The heading keeps its own text as its name.
  const headings = document.querySelectorAll(
    ":is(.record-body, .prose, .year-stage, .index-row) :is(h2, h3, h4, h5, h6)[id]",
  );
  for (const heading of headings) {
    const text = document.createElement("span");
    // Identifiers of headings have no ":".
    text.id = `label:${heading.id}`;
    text.append(...heading.childNodes);
    const small = text.querySelector(":scope > small");
    const parts = [...text.childNodes].filter((node) => node !== small);
    const name = parts.map((node) => node.textContent).join("").trim();
    const link = document.createElement("a");
    link.className = "heading-link";
    link.href = `#${encodeURIComponent(heading.id)}`;
    link.textContent = "#";
    link.setAttribute("aria-label", `「${name}」へのリンク`);
    heading.append(text, link);
    heading.setAttribute("aria-labelledby", text.id);
    const sections = document.querySelectorAll(`[aria-labelledby="${CSS.escape(heading.id)}"]`);
    for (const section of sections) {
      section.setAttribute("aria-labelledby", text.id);
    }
  }
}

{
  // The contents mark the section at the top of the window.
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".contents a");
  /** @type {{ link: HTMLAnchorElement, target: Element }[]} */
  const entries = [];
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) entries.push({ link, target });
  }
  const mark = () => {
    const limit = innerHeight / 3;
    /** @type {HTMLAnchorElement | undefined} */
    let current;
    for (const { link, target } of entries) {
      if (target.getBoundingClientRect().top <= limit) current = link;
    }
    for (const link of links) {
      if (link !== current) link.removeAttribute("aria-current");
    }
    if (!current || current.hasAttribute("aria-current")) return;
    current.setAttribute("aria-current", "location");
    // A list that is longer than the window goes along; the page itself is not moved.
    const panel = current.closest(".panel");
    if (!panel || panel.scrollHeight <= panel.clientHeight) return;
    const [place, frame] = [current.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (place.top < frame.top) panel.scrollTop -= frame.top - place.top + place.height;
    if (place.bottom > frame.bottom) panel.scrollTop += place.bottom - frame.bottom + place.height;
  };
  if (entries.length > 0 && "IntersectionObserver" in window) {
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const { target } of entries) observer.observe(target);
  }
}

{
  // What stands to be copied has a button for it.
  for (const text of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = text.getAttribute("data-copy");
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      // Without a secure context there is no clipboard; the older way copies what is selected.
      getSelection()?.selectAllChildren(text);
      let isCopied = false;
      try {
        await navigator.clipboard.writeText(text.textContent ?? "");
        isCopied = true;
      } catch {
        isCopied = document.execCommand("copy");
      }
      status.textContent = isCopied ? "コピーしました" : "選択しました。コピーの操作をしてください";
    });
    text.after(" ", button, " ", status);
  }
}

{
  // Paper says when it was printed, and what was chosen: the address in the page does not have that.
  const place = document.getElementById("print-date");
  const choice = document.getElementById("print-choice");
  addEventListener("beforeprint", () => {
    if (place) place.textContent = `印刷 ${new Date().toLocaleDateString("ja-JP", { dateStyle: "long" })}`;
    if (choice) choice.textContent = location.search;
  });
}

if (location.protocol === "file:") {
  /**
   * The address of the file of a page.
   * @param {string} address An absolute address.
   * @returns {string} The address, with index.html where the path ends in "/".
   */
  const fileOf = (address) => {
    const url = new URL(address);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  for (const type of ["click", "auxclick"]) {
    document.addEventListener(type, (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link instanceof HTMLAnchorElement) link.href = fileOf(link.href);
    }, { capture: true });
  }

  // Firefox takes no file for 'self' in the policy's form-action, so that a form is followed as a link is.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "get") return;
    const url = new URL(fileOf(form.action));
    if (url.protocol !== "file:") return;
    event.preventDefault();
    url.search = `${new URLSearchParams(/** @type {any} */ (new FormData(form)))}`;
    location.assign(url);
  });
}
