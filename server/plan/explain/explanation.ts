import type { Texts } from '../../answers/texts.ts';
import type { ServedApi } from '../served-api.ts';

/** What an explanation is made of. */
export type Explained = Pick<ServedApi, 'document' | 'profile' | 'plan' | 'seed'>;

/** What the sandbox understood of an API, and why: for `npm run explain` and for the API's page of the portal. */
export interface Explanation {
  conventions: Convention[];
  stores: StoreExplanation[];
  operations: OperationExplanation[];
}

/** One property of a profile: what this API's says or, where it says nothing, what holds then. */
export interface Convention {
  property: string;
  isSaid: boolean;
  text: Texts;
}

/** One line: what is told of, and what is told. */
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
  /** What a profile has to say, where the document leaves it open. */
  hints: Texts[];
}

/** A text that is the same in both languages: names, numbers. */
export function alike(text: string): Texts {
  return { en: text, pt: text };
}
