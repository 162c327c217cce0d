import type { OperationData } from '../documents/operation-data.ts';

/** Fault injection settings; each is a preference for the `Prefer` header, or empty. */
export interface SimulationDraft {
  /** `code=503`, `example="full"`, `drop=after`. */
  answer: string;
  /** `wait=2`. */
  wait: string;
}

export const NO_SIMULATION: SimulationDraft = { answer: '', wait: '' };

/** The choices in seconds; the longest is below the console's timeout. */
export const WAITS = [2, 10, 25];

/** Statuses that any server may return, declared or not. */
const ALWAYS = ['500', '502', '503', '504'];

/** The error statuses that can be simulated for this operation. */
export function possibleErrors({ responses }: OperationData): string[] {
  const declared = Object.keys(responses).filter((status) => /^[45]\d\d$/.test(status));
  return [...new Set([...declared, ...ALWAYS])].sort();
}

/** The named examples of this operation's responses. */
export function namedExamples({ responses }: OperationData): { preference: string; status: string; summary: string }[] {
  const all = Object.entries(responses).flatMap(([status, { content }]) =>
    Object.values(content).flatMap(({ examples = {} }) =>
      Object.entries(examples)
        .filter(([, { value }]) => value !== undefined)
        .map(([name, { summary }]) => ({
          preference: `code=${status}, example="${name.replaceAll(/["\\]/g, '\\$&')}"`,
          status,
          summary,
        })),
    ),
  );
  const sendable = all.filter(({ preference, status }) => /^\d+$/.test(status) && /^[\x20-\x7e]*$/.test(preference));
  return sendable.filter(({ preference }, at) => sendable.findIndex((other) => other.preference === preference) === at);
}

/** The `Prefer` header; undefined if nothing is chosen. */
export function preferHeader({ answer, wait }: SimulationDraft): string | undefined {
  return [answer, wait].filter(Boolean).join(', ') || undefined;
}

/** When the call's connection was to be dropped, if at all. */
export function plannedDrop({ headers }: { headers: [name: string, value: string][] }): 'before' | 'after' | undefined {
  const prefer = headers.find(([name]) => name === 'Prefer')?.[1] ?? '';
  return prefer.includes('drop=before') ? 'before' : prefer.includes('drop=after') ? 'after' : undefined;
}
