import { queryIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import type { OwnTexts } from '../../answers/texts.ts';

/** A position in a list that stays valid during concurrent writes: the number and sort keys of a record. */
export interface Mark {
  seq: number;
  keys: (string | number)[];
  /** The sort order for which the mark is valid. */
  order: string;
  /** The record's id, where it is known. */
  id?: string;
}

/** The part of a list that a request asks for; `after` and `before` are cursor positions. */
export interface PageRequest {
  limit: number;
  offset: number;
  after?: Mark;
  before?: Mark;
  /** The ids of the records at these positions, where they are still to be looked up. */
  ids?: { after?: string; before?: string };
  /** The pager that the request uses, if there are several. */
  spelling?: Pager;
}

/** What is known about a page after it was read from the database. */
export interface PageFacts extends PageRequest {
  /** Records on this page. */
  count: number;
  /** Records in the list. */
  total: number;
  /** The ends of the page, where a cursor continues. */
  first?: Mark;
  last?: Mark;
  /** Whether there are more records in the direction that was asked for. */
  hasMore: boolean;
}

/** Query parameters for this page, as it was answered, and for others; absent where there is no such page. */
export type PageQueries = Partial<Record<'self' | 'first' | 'prev' | 'next' | 'last', Record<string, string>>>;

/** A pagination convention. */
export interface Pager {
  /** A name for people. */
  name: OwnTexts;
  /** Its query parameters, which are not filters. */
  parameters: string[];
  /** Those of them that name a page: its cursor, offset or number. */
  marks: string[];
  read(query: Record<string, unknown>): PageRequest;
  queries(facts: PageFacts): PageQueries;
  /** Headers about the page, if the convention has any. */
  headers?(facts: PageFacts): Record<string, string>;
}

/** The page number, from 1. */
export function pageOf({ offset, limit }: PageRequest): number {
  return Math.floor(offset / limit) + 1;
}

export function totalPagesOf({ total, limit }: PageFacts): number {
  return Math.ceil(total / limit);
}

/** Reads the number of a page or of a record. Refuses what is none: a client that got the start instead would never end. */
export function markOf(
  values: Record<string, unknown>,
  name: string,
  bounds: { byDefault: number; min: number; max: number },
): number {
  const value = values[name];
  if (value === undefined || value === '' || Number.isFinite(Number(value)) || /^\d+$/.test(String(value)))
    return integerOf(Number(value) === Number.POSITIVE_INFINITY ? bounds.max : value, bounds);
  throw invalidFields([queryIssue(name, 'type', { type: 'integer' }, 'must be integer')]);
}

/** Reads an integer parameter, clamped to its bounds. */
export function integerOf(
  value: unknown,
  { byDefault, min, max }: { byDefault: number; min: number; max: number },
): number {
  const number = value === undefined || value === '' ? byDefault : Number(value);
  return Number.isFinite(number) ? Math.min(Math.max(Math.trunc(number), min), max) : byDefault;
}
