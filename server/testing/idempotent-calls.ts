import type { Operation } from '../openapi/operations.ts';
import { customer, customers } from './notas.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** Requests for tests of idempotency. */
export interface IdempotentCalls {
  /** Sends a customer, by default, under an idempotency key. */
  post(idempotencyKey: string, body?: unknown, path?: string, workspaceKey?: string): Promise<TestAnswer>;
  /** How many customers have a name. */
  countOf(name: string): Promise<number>;
  operationOf(id: string): Operation;
}

/** Calls on a portal that may start later; the portal and the key are read at each call. */
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

/** Whether a response is a replay of the first one. */
export function isReplayed({ headers }: TestAnswer): boolean {
  return headers['idempotent-replayed'] === 'true';
}
