import { setTimeout as wait } from 'node:timers/promises';

/** What one writer has seen. Times are of `performance.now()`. */
export interface Written {
  /** The names of records whose creation was acknowledged, with the time and the id. */
  acknowledged: Map<string, { at: number; id: string }>;
  /** Names that were never acknowledged. */
  failed: string[];
  /** How often requests were answered otherwise, or not at all, by what came instead. */
  refused: Map<string, number>;
}

export interface WriterOptions {
  url(): string;
  headers: Record<string, string>;
  /** The body of a request that stores a record of this name. */
  body(name: string): unknown;
  /** Of the writer's records, each with a number. */
  prefix: string;
  isOver(): boolean;
}

/** In milliseconds: between two records, before a request is sent again, for an answer, and for a record in all. */
const patience = { pace: 20, again: 200, answer: 15_000, record: 60_000 };

/** Stores one record after the other, each under an idempotency key, and sends a request again until it is acknowledged. */
export async function write({ url, headers, body, prefix, isOver }: WriterOptions, written: Written): Promise<void> {
  for (let number = 0; !isOver(); number++) {
    const name = `${prefix} ${number}`;
    const text = JSON.stringify(body(name));
    const began = performance.now();
    for (;;) {
      const { id, refusal } = await send(url(), { ...headers, 'idempotency-key': name }, text);
      if (id !== undefined) {
        written.acknowledged.set(name, { at: performance.now(), id });
        break;
      }
      written.refused.set(refusal, (written.refused.get(refusal) ?? 0) + 1);
      if (performance.now() - began > patience.record) {
        written.failed.push(name);
        break;
      }
      await wait(patience.again);
    }
    await wait(patience.pace);
  }
}

async function send(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ id?: string; refusal: string }> {
  try {
    const signal = AbortSignal.timeout(patience.answer);
    const type = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers: { ...headers, ...type }, body, signal });
    const answer = await response.text();
    if (response.status === 201 || response.status === 202)
      return { id: (JSON.parse(answer) as { id: string }).id, refusal: '' };
    const isProper = response.headers.has('retry-after') && response.status !== 500;
    return { refusal: isProper ? String(response.status) : `${response.status} ${answer.slice(0, 200)}` };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { refusal: name === 'TimeoutError' ? 'no answer' : (cause?.code ?? name) };
  }
}
