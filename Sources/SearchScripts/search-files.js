// The files of the index: a part of search-engine.js, behind search-texts.js. Types are in types.d.ts.

/** The key of a file: a table or not, the kind, the number. */
const KEY = RegExp(`^(${FORMAT.tableKey}?)(.)(\\d*)$`);
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
/**
 * Whom each file that is waited for is told to.
 * @type {WeakMap<object, (key: string, value: any) => void>}
 */
const waiting = new WeakMap();

/** The files of one edition of the site. They are asked for of this edition alone, or fail. */
class IndexFiles {
  /**
   * What the directory tells, by the names that the program has for it.
   * @type {Record<string, any>}
   */
  directory = {};
  /**
   * The hashes of crowded grams: what they begin has files of its own.
   * @type {Set<number>}
   */
  crowded = new Set();
  /** @type {Map<string, Promise<any>>} */
  files = new Map();

  /** @param {string} base The folder of the index, with `/` at the end. */
  constructor(base) {
    this.base = base;
  }

  /**
   * Fetches a file of the index or of the engine, once.
   * @param {string} key
   * @param {string} [url]
   * @returns {Promise<any>}
   */
  load(key, url) {
    let file = this.files.get(key);
    if (!file) {
      file = this.fetch(key, url);
      this.files.set(key, file);
      file.catch(() => this.files.delete(key));
    }
    return file;
  }

  /**
   * @param {string} key
   * @param {string} [url]
   */
  async fetch(key, url) {
    const [, table, kind, number] = KEY.exec(key) ?? [];
    const source = url ?? this.address(key, ...await this.codes(kind, +number, table));
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      waiting.set(element, (called, value) => called === key && resolve(value));
      element.src = source;
      // A file that has not called by now is not what it should be.
      element.onload = element.onerror = () => {
        element.remove();
        reject(Error(source));
      };
      document.head.append(element);
    });
  }

  /**
   * What names a file, the directory or a table that it names: the bits, and the place of the file there.
   * @param {string} kind
   * @param {number} number
   * @param {string} [isTable] Whether the file is a table: the directory names all of these.
   * @returns {Promise<[ReturnType<typeof bits>, number]>}
   */
  async codes(kind, number, isTable) {
    const { [FORMAT.shiftOf + kind]: shift, [FORMAT.codesOf + kind]: told, places } = this.directory;
    if (isTable || !shift) return [bits(told, places), number];
    const table = await this.load(FORMAT.tableKey + kind + (number >> shift)), count = 1 << shift;
    return [bits(table, count), number & count - 1];
  }

  /**
   * The address of a file: its name tells its content.
   * @param {string} key
   * @param {ReturnType<typeof bits>} codes
   * @param {number} place Which of the codes is its own.
   */
  address(key, { number }, place) {
    while (place--) number(FORMAT.codeBits);
    const code = number(FORMAT.codeBits).toString(FORMAT.codeRadix).padStart(FORMAT.codeDigits, "0");
    return `${this.base}${key}.${code}.js`;
  }

  /**
   * Fetches the directory; no cache keeps it for more than ten minutes.
   * @param {boolean} [isAnew] Past every cache.
   */
  async open(isAnew) {
    if (this.directory.places) return this;
    const key = FORMAT.directoryKey, query = isAnew ? Date.now() : Date.now() / 600_000 | 0;
    const told = await this.load(key, `${this.base}${key}.js?${query}`);
    // The page is older than the files of another engine.
    if (told[0] !== FORMAT.version) throw Error("format");
    FORMAT.directory.forEach((name, place) => this.directory[name] = told[place]);
    const { crowded, range } = this.directory;
    this.crowded = new Set(crowded && bits(crowded, range).pages());
    return this;
  }

  /**
   * A part of the search that not all queries need.
   * @param {"cuts" | "facets" | "names" | "questions" | "spellings"} name
   * @returns {Promise<any>}
   */
  part(name) {
    // Published names carry a digest of what is in them; the program tells those of the parts.
    return this.load(name, script.src.replace(/engine(\.\w+)?\.js/, (_, digest) =>
      name + (digest ? `.${PARTS[name]}.js` : ".js")));
  }
}
