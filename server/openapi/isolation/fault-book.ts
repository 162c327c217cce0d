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

export function createFaultBook(): FaultBook {
  const noted = new Map<string, ApiFault>();
  const counts = new Map<string, number>();
  return {
    note: (api, stage, faults, leftOut) => {
      for (const fault of faults) {
        const own: ApiFault = { stage, leftOut: leftOut ?? (fault.operation ? 'operation' : 'part'), ...fault, api };
        const key = [api, own.leftOut, fault.file, fault.line, fault.message.en].join('\n');
        const counted = `${api}\n${own.leftOut === 'api'}`;
        const count = counts.get(counted) ?? 0;
        if (count >= most || noted.has(key)) continue;
        counts.set(counted, count + 1);
        noted.set(key, own);
      }
    },
    list: () => [...noted.values()],
    ofLost: (api) => [...noted.values()].filter((fault) => fault.api === api && fault.leftOut === 'api'),
  };
}

/** How a line on the terminal begins: what is left out, of which API. */
export function describeLoss({ api, operation, leftOut }: ApiFault): string {
  if (leftOut === 'api') return `${api} is left out`;
  if (leftOut === 'operation') return `${api}: ${operation} is left out`;
  return operation === undefined ? `${api}, in part` : `${api}: ${operation}, in part`;
}
