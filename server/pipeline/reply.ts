import type { Answer } from '../answers/answer.ts';
import type { Refusal } from '../answers/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Stages } from './stages.ts';

/** What is known of a request when it was answered. */
export interface Trail {
  api: ServedApi;
  operation?: Operation;
  principal?: Principal;
  /** Whose request it is: with a refused credential, of the workspace that it belonged to. */
  workspaceId?: string;
  /** The caller's time. */
  now: Date;
  refusal?: Refusal;
  stages: Stages;
}

/** A response with instructions for the connection. */
export interface Reply extends Answer {
  /** Default headers of the server to remove. */
  removedHeaders?: string[];
  /** Milliseconds by which it is delayed. */
  wait?: number;
  /** Whether the connection is dropped instead. */
  isDropped?: boolean;
  /** Missing where no API was called. */
  trail?: Trail;
}
