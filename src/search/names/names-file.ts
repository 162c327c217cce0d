/** What the search knows of a language before it asks the index: the file that the build writes beside it. */
export interface NamesFile {
  pages: PageName[];
  /** The words of all texts, the most frequent first, between spaces. */
  words: string;
  meanings: Meaning[];
  /** Words that say nothing of what is looked for, between spaces. */
  ignored: string;
}

/** Words that mean the same, between spaces; `methods` are those of operations that do what a verb says. */
export interface Meaning {
  words: string;
  methods?: string[];
}

/** A page by all its names. */
export interface PageName {
  /** Without the path of the language. */
  url: string;
  group: string;
  title: string;
  lang?: string;
  method?: string;
  path?: string;
  /** The path below which that of an operation is called. */
  base?: string;
  /** The operationId. */
  id?: string;
  /** What the page is about, in a line. */
  about?: string;
  deprecated?: true;
  /** It tells again what others tell. */
  minor?: true;
  /** Other names. */
  also?: string[];
  sections?: [title: string, anchor: string][];
}
