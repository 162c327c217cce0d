import type { Texts } from '../../answers/texts.ts';
/** A place between two records of a list that stays true while others write: the number of a record, and what it was sorted by. */
export interface Mark {
  seq: number;
  keys: (string | number)[];
  /** The order in which the list was when the mark was set. */
  order: string;
}

/** The part of a list that a request asks for. `after` is where a cursor begins. */
export interface PageRequest {
  limit: number;
  offset: number;
  after?: Mark;
  /** Which of several conventions the request speaks. */
  spelling?: Pager;
}

/** What is known about a page once it was read from the database. */
export interface PageFacts extends PageRequest {
  /** Records on this page. */
  count: number;
  /** Records in the whole list. */
  total: number;
  /** Where a cursor goes on behind the page. */
  last?: Mark;
  hasMore: boolean;
}

/** Query parameters that lead to other pages; a missing one means that there is no such page. */
export type PageQueries = Partial<Record<'first' | 'prev' | 'next' | 'last', Record<string, string>>>;

/** A convention of asking for pages and of telling where one is. */
export interface Pager {
  /** How people call it. */
  name: Texts;
  /** The names of its query parameters, which are no filters. */
  parameters: string[];
  read(query: Record<string, unknown>): PageRequest;
  queries(facts: PageFacts): PageQueries;
  /** Headers that tell about the page, where the convention has some. */
  headers?(facts: PageFacts): Record<string, string>;
}

/** The number of the page, counted from 1. */
export function pageOf({ offset, limit }: PageRequest): number {
  return Math.floor(offset / limit) + 1;
}

export function totalPagesOf({ total, limit }: PageFacts): number {
  return Math.ceil(total / limit);
}

/** Reads a whole number of a parameter, kept inside its bounds. */
export function wholeNumber(
  value: unknown,
  { byDefault, min, max }: { byDefault: number; min: number; max: number },
): number {
  const number = value === undefined || value === '' ? byDefault : Number(value);
  return Number.isFinite(number) ? Math.min(Math.max(Math.trunc(number), min), max) : byDefault;
}
