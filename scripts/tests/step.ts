/** A test result from its runner. */
export interface TestResult {
  name: string;
  file: string;
  milliseconds: number;
  ended: 'passed' | 'failed' | 'skipped';
}

/** How a step ended. */
export interface Outcome {
  ok: boolean;
  /** The captured output; printed on failure. */
  output: string;
  tests?: TestResult[];
}

/** One step of `npm test`. */
export interface Step {
  name: string;
  does: string;
  /** Whether the later steps of its lane make no sense if it fails. */
  isRequired?: true;
  /** Calls `onProgress` now and then with a short progress text. */
  run(onProgress: (progress: string) => void): Promise<Outcome>;
}
