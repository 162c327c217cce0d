import type { RecordBody } from './record-body.ts';

/** What a record goes through by itself, on its workspace's clock. */
export interface Lifecycle {
  /** The property that tells in which state a record is. */
  property: string;
  /** The state in which it is made. */
  initial: string;
  /** Tells from a record which of several ways it takes; see `magicPrefix`. */
  outcome?: Outcome;
  steps: Step[];
  /** The states in which DELETE may find a record, and the one that it brings it to; in any other DELETE is refused. */
  cancel?: { from: string[]; to: string };
}

/** One step: so long after a record has come to a state, it goes on to the next. */
export interface Step {
  from: string;
  to: string;
  /** Milliseconds on the workspace's clock. */
  after: number;
  /** Only records of this outcome take it; without, all do. */
  outcome?: string;
  /** What else the step changes. */
  change?: (record: RecordBody, facts: StepFacts) => Promise<RecordBody> | RecordBody;
}

/** Tells which way a record takes; what magic values choose can be read off it. */
export interface Outcome {
  (record: RecordBody): string;
  magic?: { property: string; outcomes: Record<string, string> };
}

/** What a step may need to know besides the record. */
interface StepFacts {
  /** When the step happens. */
  at: Date;
  /** The number after the highest that this property has among the records beside this one. */
  nextNumber(property: string): Promise<number>;
}

export const seconds = (count: number): number => count * 1000;

/** Lets the caller choose an outcome by what a text begins with: `{REJECT: 'rejected'}`; every other text takes the usual one. */
export function magicPrefix(property: string, outcomes: Record<string, string>, usual: string): Outcome {
  const choose = (record: RecordBody) => {
    const text = String(record[property] ?? '');
    const prefix = Object.keys(outcomes).find((candidate) => text.startsWith(candidate));
    return prefix === undefined ? usual : (outcomes[prefix] as string);
  };
  return Object.assign(choose, { magic: { property, outcomes } });
}

/** The step that a record takes next; undefined when it stays as it is. */
export function findNextStep({ property, outcome, steps }: Lifecycle, record: RecordBody): Step | undefined {
  const way = outcome?.(record);
  return steps.find((step) => step.from === record[property] && (step.outcome === undefined || step.outcome === way));
}

/** When the next step is due of a record that came to its state at a time, in milliseconds since 1970; null when none is. */
export function dueAfter(lifecycle: Lifecycle, record: RecordBody, at: number): number | null {
  const step = findNextStep(lifecycle, record);
  return step ? at + step.after : null;
}

/** Every state that a lifecycle names. */
export function statesOf({ initial, steps, cancel }: Lifecycle): Set<string> {
  return new Set([
    initial,
    ...steps.flatMap(({ from, to }) => [from, to]),
    ...(cancel ? [...cancel.from, cancel.to] : []),
  ]);
}
