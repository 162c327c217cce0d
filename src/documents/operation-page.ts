import type { OperationData } from './operation-data.ts';

/**
 * The operations of an API that have a page: the last segment of its address, and what is called. At the API's address plus `.json`, since
 * only the build knows what it has called its pages.
 */
export type OperationSlugs = [id: string, slug: string, method: string, path: string, summary: string][];

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
