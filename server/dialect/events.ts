/** Which events the records of a store cause, and what the record is called in their data. */
export interface EventRules {
  /** The name of the record in an event's data: `document`. */
  name: string;
  /** Types by the state of the lifecycle that a record comes to; its first one counts too. */
  states?: Record<string, string[]>;
  created?: string[];
  changed?: string[];
  deleted?: string[];
}

/** One event, as it is told once and for all. */
interface EventFacts {
  type: string;
  /** On the workspace's clock. */
  createdAt: string;
  /** The record, under its name, as the REST API shows it. */
  data: Record<string, unknown>;
}

/** The body in which an API tells an event. */
export type EventFormat = (event: EventFacts) => unknown;

/** `{"type", "created_at", "data"}`. */
export const plainEvent: EventFormat = ({ type, createdAt, data }) => ({ type, created_at: createdAt, data });

/** `{"type", "createdAt", "data"}`. */
export const camelCaseEvent: EventFormat = ({ type, createdAt, data }) => ({ type, createdAt, data });

/** `{"event": {"type", "created_at", "data"}}`. */
export const wrappedEvent: EventFormat = (event) => ({ event: plainEvent(event) });
