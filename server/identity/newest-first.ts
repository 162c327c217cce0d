import { type RawBuilder, sql } from 'kysely';

/** Where the next page of a newest-first list starts. */
export interface PlaceInTime {
  createdAt: string;
  id: string;
}

/** A page of such a list. */
export interface PageOfNewest {
  limit: number;
  after?: PlaceInTime;
}

/** Whether a row comes after a place: older, or created at the same time with a smaller id. */
export function isBehind(after: PlaceInTime | undefined): RawBuilder<boolean> {
  return after ? sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})` : sql<boolean>`1 = 1`;
}
