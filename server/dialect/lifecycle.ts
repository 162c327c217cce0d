import type { RecordBody } from './record-body.ts';

/** The state changes that a record goes through automatically, on its workspace's clock. */
export interface Lifecycle {
  /** The property with the record's state. */
  property: string;
  /** The state of a new record. */
  initial: string;
  /** Chooses the outcome of a record; see `magicPrefix`. */
  outcome?: Outcome;
  steps: Step[];
  /** The states in which DELETE cancels a record, and the state that it sets; in any other DELETE is refused. */
  cancel?: { from: string[]; to: string };
}

/** A transition to the next state, a delay after the record has entered a state. */
export interface Step {
  from: string;
  to: string;
  /** Milliseconds on the workspace's clock. */
  after: number;
  /** Restricts the step to records with this outcome. */
  outcome?: string;
  /** Other changes to the record. */
  change?: (record: RecordBody, facts: StepFacts) => Promise<RecordBody> | RecordBody;
}

/** Chooses a record's outcome; `magic` documents the values that control it. */
export interface Outcome {
  (record: RecordBody): string;
  magic?: { property: string; outcomes: Record<string, string> };
}

/** Context for a step's change. */
interface StepFacts {
  /** When the step happens. */
  at: Date;
  /** One more than the highest value of a property among the record's siblings. */
  nextNumber(property: string): Promise<number>;
}

export const seconds = (count: number): number => count * 1000;

/** Lets the caller choose an outcome by the prefix of a text: `{REJECT: 'rejected'}`; any other text gets the usual one. */
export function magicPrefix(property: string, outcomes: Record<string, string>, usual: string): Outcome {
  const choose = (record: RecordBody) => {
    const text = String(record[property] ?? '');
    const prefix = Object.keys(outcomes).find((candidate) => text.startsWith(candidate));
    return prefix === undefined ? usual : (outcomes[prefix] as string);
  };
  return Object.assign(choose, { magic: { property, outcomes } });
}

/** The next step of a record; undefined if there is none. */
export function findNextStep({ property, outcome, steps }: Lifecycle, record: RecordBody): Step | undefined {
  const way = outcome?.(record);
  return steps.find((step) => step.from === record[property] && (step.outcome === undefined || step.outcome === way));
}

/** When the next step is due for a record that entered its state at `at`, in milliseconds since 1970; null if there is none. */
export function dueAfter(lifecycle: Lifecycle, record: RecordBody, at: number): number | null {
  const step = findNextStep(lifecycle, record);
  return step ? at + step.after : null;
}

/** Every state that a lifecycle mentions. */
export function statesOf({ initial, steps, cancel }: Lifecycle): Set<string> {
  return new Set([
    initial,
    ...steps.flatMap(({ from, to }) => [from, to]),
    ...(cancel ? [...cancel.from, cancel.to] : []),
  ]);
}
