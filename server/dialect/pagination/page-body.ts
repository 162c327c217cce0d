import type { OwnTexts } from '../../answers/texts.ts';
import type { PageFacts, PageQueries } from './pager.ts';

/** A page of a list, to be written. */
interface WrittenPage {
  /** The name of the list. */
  name: string;
  items: unknown[];
  url: string;
  page: PageFacts;
  queries: PageQueries;
}

/** A convention for the body around the records of a list, if its schema's names do not show it. */
export interface PageBody {
  /** A name for people. */
  name: OwnTexts;
  /** The property that contains the list. */
  within: string;
  write(page: WrittenPage): unknown;
}
