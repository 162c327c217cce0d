import type { Stage } from '../activity/requests/finished-call.ts';

/** Where the time of a request goes, in milliseconds; measured only where somebody may read it. */
export class Stages {
  readonly began = performance.now();
  readonly spent: Record<Stage, number> | undefined;
  private last = this.began;

  constructor(isMeasured: boolean) {
    this.spent = isMeasured ? { identify: 0, limit: 0, validate: 0, handle: 0, write: 0, wait: 0 } : undefined;
  }

  /** Adds the time since the last stage ended to this one. */
  end(stage: Stage): void {
    if (!this.spent) return;
    const now = performance.now();
    this.spent[stage] += now - this.last;
    this.last = now;
  }
}
