import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import type { Context } from '../context.ts';
import type { Principal } from '../identity/principal.ts';
import type { Operations } from './generated/operations.ts';

/** The operations of `specs/platform/openapi.yaml` that have a handler, by operationId. */
export type OperationId = keyof Operations;

/** What every handler gets. */
export interface PlatformCall {
  context: Context;
  incoming: Incoming;
  /** Undefined where the operation requires no credentials. */
  principal: Principal | undefined;
  /** Whether the caller could make this request again now, in the same workspace: for what goes on after the response began. */
  stillMay(): Promise<boolean>;
  /** Who sent the request, also where the operation requires no credentials; undefined without valid ones. */
  findSender(): Promise<Principal | undefined>;
}

/** A valid call of an operation: its parameters and its body, typed as in the document. */
export interface HandlerCall<Id extends OperationId> extends PlatformCall {
  path: Operations[Id]['path'];
  query: Operations[Id]['query'];
  body: Operations[Id]['body'];
}

/** Handles one operation of the platform API. */
export type Handler<Id extends OperationId> = (call: HandlerCall<Id>) => Promise<Answer>;
