/** Prints a figure, beside what it should be at most. */
export function print(what: string, figure: number, unit: string, budget?: number): void {
  const shown = `${figure.toFixed(figure < 10 ? 2 : 0)} ${unit}`;
  const verdict = budget === undefined ? '' : `budget ${budget} ${unit} ${figure <= budget ? 'met' : 'MISSED'}`;
  say(what, `${shown.padEnd(12)} ${verdict}`.trimEnd());
}

export function say(what: string, text: string): void {
  console.log(`${what.padEnd(62)} ${text}`);
}
