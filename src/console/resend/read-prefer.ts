import { NO_SIMULATION, type SimulationDraft } from '../simulation.ts';

/** The faults that a `Prefer` header asked for. */
export function readPrefer(header: string | undefined): SimulationDraft {
  if (!header) return NO_SIMULATION;
  const wait = /(?:^|,)\s*(wait=\d+)/.exec(header)?.[1] ?? '';
  const answer = header
    .split(/,\s*/)
    .filter((part) => part !== '' && !part.startsWith('wait='))
    .join(', ');
  return { answer, wait };
}
