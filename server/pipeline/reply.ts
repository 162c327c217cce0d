import type { Answer } from '../answers/answer.ts';

/** A response with instructions for the connection. */
export interface Reply extends Answer {
  /** Default headers of the server to remove. */
  removedHeaders?: string[];
  /** Milliseconds by which it is delayed. */
  wait?: number;
  /** Whether the connection is dropped instead. */
  isDropped?: boolean;
}
