import { isDeepStrictEqual } from 'node:util';

export type Verdict = 'done' | 'hollow' | 'broken';

/** How one step of a day of work went. */
export interface Outcome {
  step: string;
  verdict: Verdict;
  /** What was not so, where it went wrong. */
  why?: string;
}

/** What an SDK hands out. */
// biome-ignore lint/suspicious/noExplicitAny: SDKs of others are used as their guides do, without their types.
export type Sdk = any;

/** The call succeeded, but what it says is not what was sent. */
class Hollow extends Error {}

const patience = 15_000;

/** A day of work with an SDK, step by step: what goes wrong in one does not end the day. */
export class Day {
  private readonly report: (outcome: Outcome) => void;

  constructor(report: (outcome: Outcome) => void) {
    this.report = report;
  }

  /** One step: a call, and what must be so afterwards. Returns what the call did, whatever was found wrong with it. */
  async step(name: string, call: () => Promise<Sdk>, check?: (got: Sdk) => unknown): Promise<Sdk> {
    let got: Sdk;
    try {
      got = await inTime(call());
      await check?.(got);
      this.report({ step: name, verdict: 'done' });
    } catch (error) {
      const why = textOf(error).replaceAll(/\s+/g, ' ').slice(0, 200);
      this.report({ step: name, verdict: error instanceof Hollow ? 'hollow' : 'broken', why });
    }
    return got;
  }

  /** A step that must be refused with one of these statuses, such as reading what was deleted. */
  async refused(name: string, statuses: number | number[], call: () => Promise<Sdk>): Promise<void> {
    await this.step(name, async () => {
      const got = await call().then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      );
      if ('answer' in got) throw new Hollow(`was answered: ${show(got.answer)}`);
      if (![statuses].flat().includes(Number(statusOf(got.error)))) throw got.error;
    });
  }
}

/** What was sent must be what is read; what the other side adds may be there, too. */
export function keeps(got: Sdk, sent: Sdk, place = ''): void {
  if (sent !== null && typeof sent === 'object' && !Array.isArray(sent) && got !== null && typeof got === 'object') {
    for (const [name, value] of Object.entries(sent)) keeps(got[name], value, `${place}.${name}`);
    return;
  }
  if (!isDeepStrictEqual(got, sent)) throw new Hollow(`${place || 'it'} is ${show(got)}, not ${show(sent)}`);
}

/** A list must have each of these, once. */
export function lists(got: Sdk, wanted: unknown[], key = 'id'): void {
  if (!Array.isArray(got)) throw new Hollow(`no list, but ${show(got)}`);
  for (const id of wanted) {
    const times = got.filter((item) => item?.[key] === id).length;
    if (id === undefined || times !== 1)
      throw new Hollow(`${show(id)} is in the list ${times} times, among ${got.length}`);
  }
}

/** A list must have none of these. */
export function lacks(got: Sdk, unwanted: unknown[], key = 'id'): void {
  if (!Array.isArray(got)) throw new Hollow(`no list, but ${show(got)}`);
  const found = got.find((item) => unwanted.includes(item?.[key]));
  if (found) throw new Hollow(`${show(found[key])} is in the list`);
}

/** Whatever must be so. */
export function holds(condition: unknown, otherwise: string): void {
  if (!condition) throw new Hollow(otherwise);
}

/** Everything that an SDK's own walk over pages yields; one that goes on for too long goes round in circles. */
export async function all(walk: AsyncIterable<Sdk>, most = 2_000): Promise<Sdk[]> {
  const items: Sdk[] = [];
  for await (const item of walk) {
    items.push(item);
    if (items.length > most) throw new Error(`the pages never end: ${most} items, and more`);
  }
  return items;
}

/** Everything on the pages that `next` reads, until it says that there are no more. */
export async function allPages(next: (page: number) => Promise<Sdk[] | undefined>, most = 100): Promise<Sdk[]> {
  const items: Sdk[] = [];
  for (let page = 0; page < most; page++) {
    const found = await next(page);
    if (!found) return items;
    items.push(...found);
  }
  throw new Error(`the pages never end: ${most} of them, and more`);
}

/** Where the SDKs keep the status of an error. */
function statusOf(error: Sdk): unknown {
  return (
    error?.status ??
    error?.statusCode ??
    error?.code ??
    error?.response?.status ??
    error?.response?.statusCode ??
    error?.responseInfo?.statusCode
  );
}

function textOf(error: Sdk): string {
  const body = error?.response?.data ?? error?.response?.body ?? error?.body ?? error?.error;
  const message = error instanceof Error ? error.message : show(error);
  const status = statusOf(error);
  return `${status === undefined ? '' : `${status} `}${message}${body === undefined ? '' : ` ${show(body)}`}`;
}

function show(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 160);
  } catch {
    return String(value);
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no end within ${patience / 1000} s`)), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
