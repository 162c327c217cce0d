import type { Texts } from '../../answers/texts.ts';
import type { ServedApi } from '../served-api.ts';

/** The parts of an API that an explanation needs. */
export type Explained = Pick<ServedApi, 'document' | 'profile' | 'written' | 'plan' | 'seed'>;

/** How the sandbox interprets an API, and why: for `npm run explain` and the API's page on the portal. */
export interface Explanation {
  conventions: Convention[];
  stores: StoreExplanation[];
  operations: OperationExplanation[];
}

/** One property of a profile: its value (`isSaid`) or the default. */
export interface Convention {
  property: string;
  isSaid: boolean;
  text: Texts;
}

/** One line of an explanation: a label and its text. */
export interface Fact {
  name: Texts;
  text: Texts;
}

export interface StoreExplanation {
  store: string;
  facts: Fact[];
}

export interface OperationExplanation {
  id: string;
  slug: string;
  method: string;
  path: string;
  facts: Fact[];
  why: Texts[];
  /** What a profile could add, where the document leaves it open. */
  hints: Texts[];
}
