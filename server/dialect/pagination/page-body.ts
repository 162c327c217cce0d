import type { Texts } from '../../answers/texts.ts';
import type { PageFacts, PageQueries } from './pager.ts';

/** A page of a list, before it is written. */
interface WrittenPage {
  /** What the list is called. */
  name: string;
  items: unknown[];
  url: string;
  page: PageFacts;
  queries: PageQueries;
}

/** What stands around the records of a list, where the names in its schema do not tell. */
export interface PageBody {
  /** How people call it. */
  name: Texts;
  /** The property in which the list is looked for. */
  within: string;
  write(page: WrittenPage): unknown;
}
