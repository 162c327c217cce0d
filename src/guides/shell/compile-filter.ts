import type { Run } from './compile-word.ts';
import { pickValue, readExpression } from './read-expression.ts';
import { literalOf, NotRunnable, type Word } from './script.ts';

/** Prepares a command that turns text into text: `node -pe`, `echo`, and what picks a header. */
export function compileFilter([command, ...words]: Word[], compile: (word: Word) => Run): Run {
  const name = literalOf(command);
  const [first, second] = words.map(literalOf);
  if (name === 'node' && first === '-pe' && second !== undefined)
    return compileNode(second, words.slice(2).map(compile));
  if (name === 'echo') {
    const texts = words.map(compile);
    return async (session) => (await Promise.all(texts.map((text) => text(session, '')))).join(' ');
  }
  // Picks the value of a header, as in `sed -n 's/^etag: //ip'`.
  const header = /^s\/\^([\w-]+: )\/\/ip$/.exec(second ?? '')?.[1]?.toLowerCase();
  if (name === 'sed' && first === '-n' && header) {
    return async (_, input) => {
      const lines = input.split('\n').filter((line) => line.toLowerCase().startsWith(header));
      return lines.map((line) => line.slice(header.length)).join('\n');
    };
  }
  if (name === 'tr' && first === '-d' && second === '\\r') return async (_, input) => input.replaceAll('\r', '');
  throw new NotRunnable(`${name} in a command`);
}

function compileNode(code: string, given: Run[]): Run {
  const expression = readExpression(code);
  if (expression === 'random') return async () => crypto.randomUUID();
  const { source, path } = expression;
  return async (session, input) => {
    if (source === 'input') return pickValue(input, path);
    if ('environment' in source) return pickValue(session.variables.get(source.environment) ?? '', path);
    const json = await given[source.argument]?.(session, '');
    return pickValue(json ?? '', path);
  };
}
