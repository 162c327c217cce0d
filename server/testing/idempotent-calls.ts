import type { Operation } from '../openapi/operations.ts';
import { customer, customers } from './notas.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** The calls that tests about idempotency make. */
export interface IdempotentCalls {
  /** Sends a customer, unless told otherwise, under an idempotency key. */
  post(idempotencyKey: string, body?: unknown, path?: string, workspaceKey?: string): Promise<TestAnswer>;
  /** How many customers have a name. */
  countOf(name: string): Promise<number>;
  operationOf(id: string): Operation;
}

/** Calls of a portal that may start later; what it is, and who calls, is read at each call. */
export function idempotentCalls(read: () => { portal: TestPortal; key: string }): IdempotentCalls {
  return {
    post: (idempotencyKey, body = customer, path = customers, workspaceKey = read().key) =>
      read().portal.call(`POST ${path}`, {
        key: workspaceKey,
        body,
        headers: { 'idempotency-key': idempotencyKey },
      }),
    countOf: async (name) => {
      const { portal, key } = read();
      const { body } = await portal.call(`GET ${customers}?per_page=100`, { key });
      return body.filter((customer: { name: string }) => customer.name === name).length;
    },
    operationOf: (id) =>
      read()
        .portal.context.apis.get('notas')
        ?.operations.find((operation) => operation.id === id) as Operation,
  };
}

/** Whether an answer is the first one again. */
export function isReplayed({ headers }: TestAnswer): boolean {
  return headers['idempotent-replayed'] === 'true';
}
