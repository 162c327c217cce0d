import { describeFault } from '../faults.ts';
import { type ApiFault, describeLoss } from './fault-book.ts';

/** Tells the terminal what is left out, and why. Throws an error where a fault is one: in strict mode. */
export function tellFaults(faults: readonly ApiFault[], isStrict: boolean, say: (line: string) => void): void {
  if (faults.length === 0) return;
  for (const fault of faults) say(`  ${describeLoss(fault)}: ${describeFault(fault)}`);
  if (isStrict) throw new Error(`STRICT is on, and the APIs have faults (${faults.length}).`);
}
