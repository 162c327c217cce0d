/** Something that the search does, instead of finding a page. */
export interface Command {
  id: string;
  label: string;
  /** Words that it is asked for by, in every language: the readers' is not always that of the page. */
  words: string;
  /** A page that it opens; without one, `run` does what it says. */
  to?: string;
  /** Whether `to` is a page in another language, which is loaded anew. */
  lang?: string;
  /** What it has done, in words, if the search stays open. */
  run?: () => Promise<string | undefined>;
}
