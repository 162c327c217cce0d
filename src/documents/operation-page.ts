import type { OperationData } from './operation-data.ts';

/** The id of each operation of an API that has a page, and the last segment of that page's address: at the API's address plus `.json`. */
export type OperationSlugs = [id: string, slug: string][];

/** The data that the browser fetches to show an operation's page, at the page's address plus `.json`. */
export interface OperationPage {
  /** The part of Docusaurus' metadata that the page uses. */
  metadata: {
    id: string;
    title: string;
    description: string;
    previous?: { title: string; permalink: string };
    next?: { title: string; permalink: string };
  };
  data: OperationData;
}
