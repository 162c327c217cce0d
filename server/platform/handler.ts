import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import type { Context } from '../context.ts';
import type { Principal } from '../identity/principal.ts';
import type { Operations } from './generated/operations.ts';

/** The operations of `specs/platform/openapi.yaml` that have a handler, by operationId. */
export type OperationId = keyof Operations;

/** What every handler gets, whichever its operation is. */
export interface PlatformCall {
  context: Context;
  incoming: Incoming;
  /** Undefined where the operation asks for no credentials. */
  principal: Principal | undefined;
}

/** A valid call of an operation: its parameters and its body, in the types of the document. */
export interface HandlerCall<Id extends OperationId> extends PlatformCall {
  path: Operations[Id]['path'];
  query: Operations[Id]['query'];
  body: Operations[Id]['body'];
}

/** Does what one operation of the platform API is for. */
export type Handler<Id extends OperationId> = (call: HandlerCall<Id>) => Promise<Answer>;
