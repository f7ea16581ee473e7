// What the scripts of the search share. `make lint` reads it; it is never shipped.

/**
 * The constants of the index. The program writes the value of each where a script names it; the table is
 * CatalogueSearch/Format/SearchFormat.swift, which tells what they are.
 */
declare const FORMAT: {
  version: number;
  directory: string[];
  directoryKey: string;
  tableKey: string;
  pageKey: string;
  listKey: string;
  nameKey: string;
  kanjiKey: string;
  facetKey: string;
  shiftOf: string;
  codesOf: string;
  codeBits: number;
  codeRadix: number;
  codeDigits: number;
  bits: number;
  firstCharacter: number;
  lengthBits: number;
  nameBits: number;
  gapFactor: number;
  gapShare: number;
  longGram: number;
  longGramFactor: number;
  hashFactor: number;
  hashShift: number;
  words: string;
  separators: string;
  firstDigit: number;
  lastDigit: number;
  onlyDigit: number;
  point: number;
  sign: number;
  signs: string[];
  outside: number;
  outsideMask: number;
  kanaStep: number;
  nameFactor: number;
  nameUnits: number;
  nameLengths: number[];
};

/** The digests in the published names of the parts of the search, by their names, as the program writes. */
declare const PARTS: Record<string, string>;

/** Pages in order, each with what a mention there is worth. */
type List = {
  pages: number[];
  impacts: number[];
  /** Which pages a list below this one has. */
  taken?: boolean[];
};

/** Where a hit begins and ends in a text. */
type Span = [number, number];

/** A piece of a text, and whether it is a hit. */
type Piece = [string, boolean];

/** What is looked up of a word: its spellings, and the other names of what it names. */
type Asked = { alts: string[]; names?: string[] };

/** A word that is asked for, or not wanted, in all its spellings. */
type Term = Asked & {
  text: string; typed?: string; not: boolean; isPhrase?: boolean;
  /** The label of a collection that the word may mean. */
  kind?: string;
  /** What else the blocks of a page must be to have the word. */
  isIn?(blocks: string[][]): boolean;
};

/** A part of a run of words that is to be looked up: from where, and so many units at most. */
type Part = { run: string; from: number; most: number };

/**
 * What is known of a spelling: the pages that may have it, and whether all of them do. `start` is the list
 * of what it begins with. `edge` is where a part ends that many pages have and none goes on from, unless
 * what stands around the edge is on few pages.
 */
type Cover = {
  text: string; isName: boolean; todo: Part[]; edge: number; list?: List; isExact?: boolean;
  /** The list of the part that the spelling begins with. */
  start?: List;
};

/** A page's file: address, collection, title, aliases, readings, spellings, summary, sections, kanji. */
type Page = [
  url: string, collection: string, title: string, aliases: string[], readings: string[], spellings: string[],
  summary: string,
  sections: [anchor: string, heading: string, text: string][], kanji: string,
];

/** Ids of values by the key of their facet. */
type Filters = Record<string, string[]>;

type SearchOptions = {
  filters?: Filters;
  limit?: number;
  /** Without guesses and suggestions. */
  plain?: boolean;
  terms?: Term[];
};

type Result = {
  page: number;
  url: string;
  collection: string;
  title: Piece[];
  heading: string;
  excerpt: Piece[];
  hit: string;
  /** Where the page has what is not seen. */
  notes: string[];
  /** What it was found by, where that is not all that the answer was. */
  terms?: Term[];
};

type Answer = {
  total: number;
  /** False while some pages are not looked at. */
  exact: boolean;
  pages: number[];
  /** The pages before filters. */
  all: number[];
  terms: Term[];
  suggestion: string;
  /** What else may be meant. */
  others?: { text: string; total: number }[];
  /** The words that a question without spaces was cut into. */
  parts?: string[];
  /** What of these was looked for by itself, since no page has all. */
  apart?: { text: string; total: number }[];
  results: Result[];
};

/** An answer to something that was not typed. */
type Choice = Answer & { text: string };

type FacetValue = { id: string; label: string; pages: number[] };
type SearchFacet = { key: string; label: string; values: FacetValue[] };

/** Pages that may have some terms, whether all have them, and what is known of the terms' spellings. */
type Found = { list: List; isExact: boolean; covers: Cover[][] };

/** What search-spellings.js tells. */
type Spellings = {
  equal(term: string): string[];
  kana(text: string): string;
  /** A term with its numbers in digits. */
  digits(term: string): string;
  /** The date in a term; empty if none. */
  day(term: string): string;
};

/** What search-names.js tells. */
type Names = {
  lead(
    search: Engine, terms: Term[], found: Found, limit: number, isKind: boolean,
  ): Promise<Found & { leading: number[]; whole?: Term[] }>;
  names(
    search: Engine, start: string,
  ): Promise<{ key: string; title: string; url: string; kind: string }[]>;
  namesakes(search: Engine, name: string): Promise<string[][]>;
  nearlyNamed(search: Engine, text: string): Promise<string[]>;
  note(search: Engine, result: Result, hidden: Term[]): Promise<void>;
  without(search: Engine, asked: Term[], all: number[]): Promise<number[]>;
  placeOf(page: Page, wanted: string[]): number;
  suggest(
    search: Engine, typed: string,
  ): Promise<{ title: string; url: string; kind: string }[]>;
};

/** Whether other words stand before and after one. */
type Borders = { isCutBefore: boolean; isCutAfter: boolean };

/** What search-cuts.js tells of words. */
type Words = {
  bothNames(search: Engine, text: string): Promise<Term | undefined>;
  isThere(search: Engine, text: string): Promise<boolean>;
  kindOf(one?: string): number;
  partsOf(search: Engine, terms: Term[]): Promise<string[]>;
  withoutLegal(text: string): string;
};

/** What search-cuts.js tells, with search-parts.js behind it. */
type Cuts = Words & {
  inParts(search: Engine, terms: Term[], filters: Filters, limit: number): Promise<Answer | undefined>;
  together(answers: Choice[], limit: number): Answer;
};

/** What search-slips.js tells. */
type Slips = {
  halfNamed(search: Engine, text: string): Promise<string[]>;
  near(search: Engine, term: string): Promise<string[]>;
};

/** What search-facets.js tells. */
type Facets = {
  apart(
    search: Engine, answer: Answer, filters: Filters, limit: number,
  ): Promise<Answer | undefined>;
  kinds(search: Engine): Promise<string[]>;
  facet(search: Engine, key: string): Promise<SearchFacet>;
  narrow(search: Engine, pages: number[], filters: Filters): Promise<number[]>;
  ofKind(
    search: Engine, terms: Term[], found: Found,
  ): Promise<{ leading: number[]; isExact: boolean }>;
  show(
    search: Engine, all: number[], filters: Filters, facets: HTMLElement,
  ): Promise<{ panels: HTMLElement[]; names: string[] }>;
};

/** What search-questions.js tells. */
type Questions = {
  otherNames(search: Engine, typed: string): Promise<{ title: string; url: string; kind: string }[]>;
  retry(search: Engine, query: string, terms: Term[], filters: Filters, limit: number): Promise<Answer>;
};

/** The engine as the other scripts know it. */
interface Engine {
  directory: Record<string, any>;
  open(isAnew?: boolean): Promise<Engine>;
  load(key: string): Promise<any>;
  part(name: "cuts"): Promise<Cuts>;
  part(name: "facets"): Promise<Facets>;
  part(name: "names"): Promise<Names>;
  part(name: "spellings"): Promise<Spellings>;
  part(name: "questions"): Promise<Questions>;
  result(number: number, page: Page, terms: Term[], isCited: boolean): Result | null;
  search(query: string, options?: SearchOptions): Promise<Answer>;
  find(terms: Asked[], few: number): Promise<Found>;
  list(text: string): Promise<{ length: number; list?: List }>;
  file(text: string): Promise<{ lists: Map<string, List>; least: number }>;
  more(answer: Answer, count: number): Promise<void>;
  blocks(number: number, page: Page): string[][];
}

declare const MokurokuSearch: {
  new(base: string): Engine;
  fold(text: string): string;
  learn(pairs: string): void;
  learnNumbers(step: (text: string) => string): void;
  same(text: string): string;
  shift(text: string, pattern: RegExp, step: number): string;
  units(text: string): string;
  key(text: string): string;
  comparable(text: string): string;
  bits(text: string, total: number): { pages(): number[] };
  finder(term: string): (text: string) => boolean;
  spans(text: string, terms: string[]): Span[];
  pieces(text: string, marks: Span[], from?: number, to?: number): Piece[];
  intersect(left: List, right: List, join: (left: number, right: number) => number): List;
  cuts: Words;
  slips: Slips;
  JOINERS: RegExp;
  WORDS: RegExp;
  merge(
    left: List, right: List, join: (left?: number, right?: number) => number | undefined,
  ): List;
  NAME: number;
};

/** A search box; it always stands in a form. */
type SearchInput = HTMLInputElement & { form: HTMLFormElement };

/** What the files of the index and search-spellings.js call. */
declare function mokuroku(key: string, value: any): void;

// What tsc 4.8 does not know yet of the browser.

interface Array<T> {
  findLast(predicate: (value: T, index: number) => boolean): T | undefined;
  findLastIndex(predicate: (value: T, index: number) => boolean): number;
}
declare class Highlight {
  constructor(...ranges: Range[]);
}
declare namespace CSS {
  const highlights: Map<string, Highlight> | undefined;
}

/** The chosen values of a facet, by the places of the facet and of its values in the list. */
type FacetChoice = { facet: number, places: number[], isAll: boolean };

/** A facet of a list: its values, each with its slug, and for each record the places of its own. */
type ListFacet = {
  key: string;
  label: string;
  namesYears: boolean;
  values: [string, string][];
  of: number[][];
};

/** What a record has in a fiscal year; the yen are null where no amount is without a note. */
type ListAmount = {
  year: number;
  yen: number | null;
  hasMore: boolean;
  /** The stages of the amounts in the sum. */
  stages: string;
  /** What is not in the sum, in words. */
  leftOut: string;
};

/** What list.js gives. */
interface CatalogueList {
  count: number;
  facets: ListFacet[];
  matching(choices: FacetChoice[]): number[];
  counts(facet: number, choices: FacetChoice[]): number[];
  amountLabel: string;
  amounts(record: number): ListAmount[];
  find(ids: string[]): Promise<{ id: string, record: number }[]>;
  fields(records: number[]): Promise<[string, string[]][][]>;
  facts(record: number, year: number | null, text: string[]): [string, string][];
  table(records: number[], year: number | null): Promise<string>;
  sorted(records: number[], order: string, year: number | null): number[];
  texts(records: number[]): Promise<string[][]>;
}

/** The facets beside a list, as boxes: facet-panel.js. */
interface FacetPanel {
  /** What the button of the sheet says. */
  told: string;
  chosen(): { label: string, isAll: boolean, values: { label: string, box: HTMLInputElement }[] }[];
  restore(query: URLSearchParams): void;
  addMissing(list: CatalogueList): string[];
  append(query: URLSearchParams): void;
  choices(list: CatalogueList): FacetChoice[];
  showTotals(): void;
  hideCounts(): void;
  showCounts(list: CatalogueList, choices: FacetChoice[]): void;
  isMissing: boolean;
}

/** What tells where one is on the page of a list: facets-frame.js. */
interface ListHead {
  show(isFirst: boolean): void;
  holdLinks(): void;
}

/** The doors to the rows of the readings: facets-frame.js. */
interface ListDoors {
  showFirst(): void;
  show(records: number[], isSorted: boolean, counter: string, address: (page: number) => URL): void;
}

/** What the files of lists call, what opens a list, and what stands beside one. */
declare var mokurokuList: {
  (key: string, data: any): void;
  open(url: string): Promise<CatalogueList>;
  grouped(count: number): string;
  /** The base of the site. */
  root: URL;
  /** What is chosen to be compared, kept while the tab is open. */
  compared: {
    most: number;
    read(): [id: string, title: string][];
    write(chosen: [id: string, title: string][]): void;
  };
  sum(amount: ListAmount): string;
  make<Name extends keyof HTMLElementTagNameMap>(
    name: Name, className?: string, text?: string): HTMLElementTagNameMap[Name];
  head(noun: string): ListHead;
  doors(length: number, go: (page: number, place: number) => void): ListDoors;
  panel(
    form: HTMLFormElement, options: {
      counter: string, fixed: [string, string], list(): Promise<CatalogueList>,
    }): FacetPanel;
};
