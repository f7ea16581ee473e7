// What a page at the former address of a record needs of JavaScript: what stands behind the address, a query
// or a heading, goes on to the page of today; from a folder (file:), where an address that ends in "/" is no
// page, its file is shown. The page does without where no script may run.
"use strict";

{
  const script = document.currentScript;
  const target = script instanceof HTMLScriptElement ? script.dataset.target : undefined;
  if (target !== undefined) {
    const url = new URL(target, location.href);
    if (url.protocol === "file:") url.pathname += "index.html";
    url.search = location.search;
    url.hash = location.hash;
    location.replace(url.href);
  }
}
