import type { Answer } from '../answers/answer.ts';

/** An answer as it goes out, with what the connection has to do besides. */
export interface Reply extends Answer {
  /** Headers that the server would send and that do not belong here. */
  removedHeaders?: string[];
  /** How many milliseconds it is held back. */
  wait?: number;
  /** The connection breaks instead. */
  isDropped?: boolean;
}
