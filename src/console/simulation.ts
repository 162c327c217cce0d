import type { OperationData } from '../documents/operation-data.ts';

/** What the form asks the sandbox to do amiss; each is a preference as `Prefer` takes it, or empty. */
export interface SimulationDraft {
  /** `code=503`, `example="full"`, `drop=after`. */
  answer: string;
  /** `wait=2`. */
  wait: string;
}

export const NO_SIMULATION: SimulationDraft = { answer: '', wait: '' };

/** Seconds to choose from; the longest is still within what a console waits. */
export const WAITS = [2, 10, 25];

/** What any server may answer some day, whatever its document declares. */
const ALWAYS = ['500', '502', '503', '504'];

/** The errors that a call of this operation can be answered with on purpose. */
export function possibleErrors({ responses }: OperationData): string[] {
  const declared = Object.keys(responses).filter((status) => /^[45]\d\d$/.test(status));
  return [...new Set([...declared, ...ALWAYS])].sort();
}

/** The document's named examples of this operation's answers. */
export function namedExamples({ responses }: OperationData): { preference: string; status: string; summary: string }[] {
  const all = Object.entries(responses).flatMap(([status, { content }]) =>
    Object.values(content).flatMap(({ examples = {} }) =>
      Object.entries(examples).map(([name, { summary }]) => ({
        preference: `code=${status}, example="${name.replaceAll(/["\\]/g, '\\$&')}"`,
        status,
        summary,
      })),
    ),
  );
  const sendable = all.filter(({ preference, status }) => /^\d+$/.test(status) && /^[\x20-\x7e]*$/.test(preference));
  return sendable.filter(({ preference }, at) => sendable.findIndex((other) => other.preference === preference) === at);
}

/** The value of `Prefer`; undefined when nothing is asked for. */
export function preferHeader({ answer, wait }: SimulationDraft): string | undefined {
  return [answer, wait].filter(Boolean).join(', ') || undefined;
}

/** When the connection of a call was to break, if it was. */
export function plannedDrop({ headers }: { headers: [name: string, value: string][] }): 'before' | 'after' | undefined {
  const prefer = headers.find(([name]) => name === 'Prefer')?.[1] ?? '';
  return prefer.includes('drop=before') ? 'before' : prefer.includes('drop=after') ? 'after' : undefined;
}
