import { type RawBuilder, sql } from 'kysely';

/** Where a list that begins with the newest goes on. */
export interface PlaceInTime {
  createdAt: string;
  id: string;
}

/** A page of such a list. */
export interface PageOfNewest {
  limit: number;
  after?: PlaceInTime;
}

/** Whether a row comes behind a place: older, or made at the same moment with a lesser id. */
export function isBehind(after: PlaceInTime | undefined): RawBuilder<boolean> {
  return after ? sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})` : sql<boolean>`1 = 1`;
}
