import type { OperationData } from './operation-data.ts';

/** What the browser asks for to show the page of an operation: the address of the page and `.json`. */
export interface OperationPage {
  /** What Docusaurus knows of the page: the part of it that the page shows. */
  metadata: {
    id: string;
    title: string;
    description: string;
    previous?: { title: string; permalink: string };
    next?: { title: string; permalink: string };
  };
  data: OperationData;
}
