// What every page needs of JavaScript: opened from a folder (file:), an address that ends in "/" is
// not a page, so that links and forms go to its index.html. Served sites need nothing of this.
"use strict";

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
