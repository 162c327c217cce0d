import { createHash } from 'node:crypto';
import { say } from '../../answers/say.ts';
import type { Extent, Fault } from '../faults.ts';
import type { Stage } from './stages.ts';

/** A fault of one of the APIs. */
export interface ApiFault extends Fault {
  api: string;
  stage: Stage;
  leftOut: Extent;
}

/** Collects what went wrong with single APIs: each stage reports here, and whoever tells the operator reads here. */
export interface FaultBook {
  /** Notes faults of an API; those that are known are not noted again. */
  note(api: string, stage: Stage, faults: readonly Fault[], leftOut?: Extent): void;
  list(): ApiFault[];
  /** The faults for which an API is left out as a whole; empty for those that are served. */
  ofLost(api: string): ApiFault[];
}

/**
 * Of one API: requests make some things only when they are asked for, and what goes wrong with these must not fill the memory.
 * Those for which the API is left out count apart, so that the others never hide them.
 */
const most = 1000;

/** So many more of an API are counted, each once. */
const mostCounted = 100_000;

export function createFaultBook(): FaultBook {
  const noted = new Map<string, ApiFault>();
  const counts = new Map<string, number>();
  const more = new Map<string, { first: ApiFault; keys: Set<number> }>();
  const noteMore = (fault: ApiFault, key: string) => {
    const { first, keys } = more.get(fault.api) ?? { first: fault, keys: new Set() };
    more.set(fault.api, { first, keys });
    if (keys.size < mostCounted) keys.add(numberOf(key));
  };
  return {
    note: (api, stage, faults, leftOut) => {
      for (const fault of faults) {
        const own: ApiFault = { stage, leftOut: leftOut ?? (fault.operation ? 'operation' : 'part'), ...fault, api };
        const key = [api, own.leftOut, fault.file, fault.line, fault.message.en].join('\n');
        const counted = `${api}\n${own.leftOut === 'api'}`;
        const count = counts.get(counted) ?? 0;
        if (noted.has(key)) continue;
        if (count >= most) {
          noteMore(own, key);
          continue;
        }
        counts.set(counted, count + 1);
        noted.set(key, own);
      }
    },
    list: () => [...noted.values(), ...[...more.values()].map(({ first, keys }) => tellMore(first, keys.size))],
    ofLost: (api) => [...noted.values()].filter((fault) => fault.api === api && fault.leftOut === 'api'),
  };
}

/** A line for all faults of an API that are not told, at the place of the first. */
function tellMore({ api, stage, file, line }: ApiFault, count: number): ApiFault {
  const message = say(count < mostCounted ? 'faults.more' : 'faults.more-at-least', { number: count });
  const remedy = say('faults.told-first');
  return { api, stage, leftOut: 'part', file, line, message, remedy };
}

/** A text as a number of 48 bits, which takes less room. */
function numberOf(text: string): number {
  return createHash('sha1').update(text).digest().readUIntBE(0, 6);
}

/** How a line on the terminal begins: what is left out, of which API. */
export function describeLoss({ api, operation, leftOut }: ApiFault): string {
  if (leftOut === 'api') return `${api} is left out`;
  if (leftOut === 'operation') return `${api}: ${operation} is left out`;
  return operation === undefined ? `${api}, in part` : `${api}: ${operation}, in part`;
}
