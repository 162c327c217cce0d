import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Find } from './profile.ts';
import type { RecordBody } from './record-body.ts';

/** The events that records of a store cause. */
export interface EventRules {
  /** The property of the record in an event's data: `document`. */
  name: string;
  /** Types by the lifecycle state that a record enters, including the initial one. */
  states?: Record<string, string[]>;
  created?: string[];
  changed?: string[];
  deleted?: string[];
  /** What events of a type tell instead of the record, one for each: `[{operation: {…}}]`; undefined for those that tell it. */
  data?: (type: string, shown: RecordBody, facts: DataFacts) => Promise<EventData[] | undefined>;
}

/** What an event tells: objects by their names. */
export type EventData = Record<string, RecordBody>;

export interface DataFacts {
  document: OpenApiDocument;
  /** When it happened, as the API writes times. */
  at: string;
  find: Find;
}

/** The facts of an event; its payload never changes. */
interface EventFacts {
  type: string;
  /** On the workspace's clock. */
  createdAt: string;
  /** The record, under its name, as the REST API returns it. */
  data: Record<string, unknown>;
}

/** Formats the body of an event. */
export type EventFormat = (event: EventFacts) => unknown;

/** `{"type", "created_at", "data"}`. */
export const plainEvent: EventFormat = ({ type, createdAt, data }) => ({ type, created_at: createdAt, data });

/** `{"type", "createdAt", "data"}`. */
export const camelCaseEvent: EventFormat = ({ type, createdAt, data }) => ({ type, createdAt, data });

/** `{"event": {"type", "created_at", "data"}}`. */
export const wrappedEvent: EventFormat = (event) => ({ event: plainEvent(event) });
