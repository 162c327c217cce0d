/** A test as its runner has told of it. */
export interface TestResult {
  name: string;
  file: string;
  milliseconds: number;
  ended: 'passed' | 'failed' | 'skipped';
}

/** How a step ended. */
export interface Outcome {
  ok: boolean;
  /** What it wrote; shown where it failed. */
  output: string;
  tests?: TestResult[];
}

/** One of the things that have to hold. */
export interface Step {
  name: string;
  does: string;
  /** `tell` takes a word on how far it is, now and then. */
  run(tell: (progress: string) => void): Promise<Outcome>;
}
