import { NotRunnable } from './script.ts';

/** Where a `node -pe` reads its JSON from. */
type JsonSource = { argument: number } | { environment: string } | 'input';

/** The expressions of the guides' `node -pe`: a value in a JSON text, or a new id. A page must not evaluate code. */
export type Expression = { source: JsonSource; path: string[] } | 'random';

const READ =
  /^JSON\.parse\((?:process\.argv\[(\d)\]|process\.env\.(\w+)|require\("fs"\)\.readFileSync\(0, ?"utf8"\))\)/;
const PATH = /^(?:\.[A-Za-z_]\w*|\[\d+\])*$/;

/** Reads such an expression; throws NotRunnable for any other. */
export function readExpression(code: string): Expression {
  if (code === 'crypto.randomUUID()') return 'random';
  const [start, argument, environment] = READ.exec(code) ?? [];
  const path = start === undefined ? '' : code.slice(start.length);
  if (start === undefined || !PATH.test(path)) throw new NotRunnable('A program in a command');
  const source = argument ? { argument: Number(argument) - 1 } : environment ? { environment } : ('input' as const);
  return { source, path: path.split(/[.[\]]/).filter(Boolean) };
}

/** The text that node prints for a value in a JSON text. */
export function pickValue(json: string, path: string[]): string {
  let value: unknown = JSON.parse(json);
  for (const name of path) value = Object(value)[name];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
