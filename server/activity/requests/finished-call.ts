import type { Incoming } from '../../answers/incoming.ts';
import type { Refusal } from '../../answers/refusal.ts';
import type { Principal } from '../../identity/principal.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** Where the time of a request can go. `wait` is a delay that the caller asked for, or that a limit imposed. */
export type Stage = 'identify' | 'limit' | 'validate' | 'handle' | 'write' | 'wait';

/** A call to an API, once it was answered. */
export interface FinishedCall {
  api: ServedApi;
  operation: Operation | undefined;
  incoming: Incoming;
  /** Whose call it is: with a refused credential, of the workspace that it belonged to. */
  workspaceId: string;
  actor: Principal['actor'] | undefined;
  /** When it arrived, in milliseconds since 1970: in real time, and by the workspace's clock. */
  at: number;
  clock: number;
  status: number;
  /** Why it was refused. */
  refusal: Refusal | undefined;
  responseHeaders: Record<string, string>;
  mediaType: string | undefined;
  /** Text or bytes as sent; undefined for a stream, and null for none. */
  responseBody: string | Buffer | null | undefined;
  isDropped: boolean;
  /** Milliseconds. */
  duration: number;
  /** Empty where nobody measured. */
  stages: Partial<Record<Stage, number>>;
  requestBytes: number;
  responseBytes: number;
}
