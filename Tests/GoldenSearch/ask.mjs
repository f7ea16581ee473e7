// Runs the scripts of the search as they are shipped on the golden index, without a browser:
//     node ask.mjs SCRIPTS GOLDEN
// prints what ask.js gives as JSON. What the engine needs of a document is below.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [, , scripts, golden] = process.argv;
const read = (name) => readFileSync(join(golden, name), "utf8");
const lines = (name) => read(name).split("\n").filter(Boolean);
/** The files of the index by their paths. */
const files = new Map(lines("index.txt").map((line) => {
  const [path, text] = line.split("\t");
  return [path, text];
}));

const document = { currentScript: null, createElement: () => ({ dataset: {}, remove() {} }), head: { append } };

/** Runs a script as a browser does that loads it. */
function append(element) {
  const name = element.src.split("?")[0];
  const text = name.startsWith("index/") ? files.get(name.slice(6)) : readFileSync(join(scripts, name), "utf8");
  queueMicrotask(() => {
    if (text === undefined) return element.onerror?.();
    document.currentScript = element;
    vm.runInThisContext(text);
    document.currentScript = null;
    element.onload?.();
  });
}

Object.assign(globalThis, { document });
document.currentScript = { src: "search-engine.js", dataset: {} };
vm.runInThisContext(readFileSync(join(scripts, "search-engine.js"), "utf8"));
document.currentScript = null;
vm.runInThisContext(read("ask.js"));
const answer = await globalThis.askGolden("index/", {
  lists: lines("lists.txt").filter((line) => line.includes("\t")), texts: lines("texts.txt"),
  queries: lines("queries.txt"),
});
process.stdout.write(JSON.stringify(answer));
