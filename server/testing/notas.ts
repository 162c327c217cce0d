import type { CallOptions, TestAnswer, TestPortal } from './test-portal.ts';

/** Where Notas is served. */
export const notas = '/sandbox/notas/v1';
/** The list of its customers. */
export const customers = `${notas}/customers`;

/** A customer as it is sent. */
export const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

/** Calls Notas at a path below its version: `GET /customers`. */
export function callNotas(portal: TestPortal, request: string, options: CallOptions): Promise<TestAnswer> {
  const [method, path] = request.split(' ', 2);
  return portal.call(`${method} ${notas}${path}`, options);
}

/** The codes of the errors that Notas answers; none where it answers something else. */
export function codes({ body }: TestAnswer): string[] {
  return (body.errors ?? []).map(({ code }: { code: string }) => code);
}
