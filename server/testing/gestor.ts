import type { TestAnswer, TestPortal } from './test-portal.ts';

export const gestor = '/sandbox/gestor/v1';

/** Calls Gestor per its conventions: bodies declare UTF-8. */
export function callGestor(portal: TestPortal, key: string, request: string, body?: unknown): Promise<TestAnswer> {
  const [method, path] = request.split(' ', 2);
  const headers = body === undefined ? undefined : { 'content-type': 'application/json; charset=utf-8' };
  return portal.call(`${method} ${gestor}${path}`, { key, body, headers });
}

/** A valid product for a request body. */
export function product(number: number): Record<string, unknown> {
  return { codigo: `T-${number}`, nome: `Produto ${number}`, preco: 10 + (number % 90) / 10 };
}
