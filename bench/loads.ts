import autocannon, { type Result } from 'autocannon';
import type { Target } from './targets.ts';

export const CONNECTIONS = 20;

/** A customer as in the guides; each has a unique `external_id`. */
const CUSTOMER = {
  type: 'company',
  name: 'Padaria Pão Quente Ltda.',
  federal_tax_number: '11222333000181',
  email: 'contato@paoquente.example',
  external_id: 'bench-[<id>]',
};

/** Reads one customer, made for it, by its id; requests a second. */
export async function readOne(target: Target, seconds: number): Promise<number> {
  const body = JSON.stringify(CUSTOMER).replace('[<id>]', crypto.randomUUID());
  const headers = { ...target.headers, 'content-type': 'application/json' };
  const response = await fetch(target.url, { method: 'POST', headers, body });
  const record = (await response.json()) as { id: string };
  return rate(await autocannon({ ...common(target, seconds), url: `${target.url}/${record.id}` }), target);
}

/** Creates customers; requests a second. */
export async function create(target: Target, seconds: number): Promise<number> {
  const headers = { ...target.headers, 'content-type': 'application/json' };
  const body = JSON.stringify(CUSTOMER);
  return rate(
    await autocannon({
      ...common(target, seconds),
      url: target.url,
      method: 'POST',
      headers,
      body,
      idReplacement: true,
    }),
    target,
  );
}

function common(target: Target, seconds: number) {
  return { headers: target.headers, connections: CONNECTIONS, duration: seconds };
}

/** Failed requests would invalidate the figures. */
function rate(result: Result, target: Target): number {
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${target.name} refused ${result.non2xx} requests and failed ${result.errors}`);
  }
  return result.requests.average;
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
