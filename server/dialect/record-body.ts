/** A record as it is stored: its properties by name. */
export type RecordBody = Record<string, unknown>;
