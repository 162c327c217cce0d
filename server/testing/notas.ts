import type { CallOptions, TestAnswer, TestPortal } from './test-portal.ts';

/** The base path of Notas. */
export const notas = '/sandbox/notas/v1';
/** Its list of customers. */
export const customers = `${notas}/customers`;

/** A valid customer for a request body. */
export const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

/** The company of the key. */
export const company = 'com_m9s346q3d25vt4f5';

/** Moves the clock of a workspace until its invoices are issued. */
export async function untilIssued(portal: TestPortal, key: string): Promise<void> {
  const { status } = await portal.call('PATCH /platform/v1/workspace/clock', { key, body: { advance_seconds: 15 } });
  if (status !== 200) throw new Error(`The clock was not moved: ${status}`);
}

/** Calls Notas at a path below its version: `GET /customers`. */
export function callNotas(portal: TestPortal, request: string, options: CallOptions): Promise<TestAnswer> {
  const [method, path] = request.split(' ', 2);
  return portal.call(`${method} ${notas}${path}`, options);
}

/** The codes of the errors in a Notas response; none where it is no error. */
export function codes({ body }: TestAnswer): string[] {
  return (body.errors ?? []).map(({ code }: { code: string }) => code);
}
