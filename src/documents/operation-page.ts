import type { OperationData } from './operation-data.ts';

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
