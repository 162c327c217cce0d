import { compileCurl } from './compile-curl.ts';
import { compileFilter } from './compile-filter.ts';
import { compileWord, type Facts, knownStart, type Run } from './compile-word.ts';
import { readScript } from './read-script.ts';
import { literalOf, NotRunnable, type Pipeline, type Statement, type Word } from './script.ts';
import type { Reach, ShellSession } from './session.ts';

/** A block of a guide that a browser can run. */
export interface CompiledBlock extends Facts {
  /** Whether it sends requests, besides the one that opens a workspace. */
  sends: boolean;
  /** Whether it opens a workspace, or takes its key: the browser has one of its own for that. */
  opens: boolean;
  /** Whether it deletes what the reader has created. */
  erases: boolean;
  run: (session: ShellSession) => Promise<void>;
}

const KEY = 'CAIS_KEY';

/** Compiles a block; throws NotRunnable if a browser cannot run all of it. `earlier` has the values that earlier blocks have set. */
export function compileBlock(code: string, reach: Reach, earlier = new Map<string, string>()): CompiledBlock {
  const facts: Facts = { needs: new Set(), sets: new Set([KEY]), literals: new Map(earlier) };
  const block = { ...facts, sends: false, opens: false, erases: false };
  const compile = (word: Word): Run => compileWord(word, facts, capture);

  function capture({ commands: [first = [], ...filters], file }: Pipeline): Run {
    if (file) throw new NotRunnable('A file in a command');
    const runs = [literalOf(first[0]) === 'curl' ? send(first) : compileFilter(first, compile)];
    runs.push(...filters.map((filter) => compileFilter(filter, compile)));
    return async (session) => {
      let text = '';
      for (const run of runs) text = await run(session, text);
      return text;
    };
  }

  function send([, ...words]: Word[]): Run {
    block.sends = true;
    if (words.some((word) => literalOf(word)?.endsWith('/workspace/reset'))) block.erases = true;
    return compileCurl(words, facts, reach, compile);
  }

  /** What a block only prints is not run: the response is shown whole. */
  function show({ commands: [first = [], ...filters], file }: Pipeline): Run | undefined {
    if (file && literalOf(file) !== '/dev/null') throw new NotRunnable('A file in a command');
    if (!filters.every(isPrinter)) throw new NotRunnable('A program in a command');
    if (literalOf(first[0]) === 'curl') return send(first);
    if (!isPrinter(first)) throw new NotRunnable('A program in a command');
    return undefined;
  }

  function assign(variable: string, value: Word): Run {
    const opens = variable === KEY || isOpening(value, reach);
    if (opens) block.opens = true;
    const run = opens ? opening(variable) : compile(value);
    const known = knownStart(value, facts);
    if (known.whole) facts.literals.set(variable, known.text);
    else facts.literals.delete(variable);
    facts.sets.add(variable);
    return async (session) => {
      session.variables.set(variable, await run(session, ''));
      return '';
    };
  }

  const steps = readScript(code).map((statement: Statement) =>
    'pipeline' in statement ? show(statement.pipeline) : assign(statement.variable, statement.value),
  );
  facts.sets.delete(KEY);
  return {
    ...block,
    async run(session) {
      session.variables.set(KEY, await session.getKey());
      for (const step of steps) await step?.(session, '');
    },
  };
}

function isPrinter([command, option]: Word[]): boolean {
  const name = literalOf(command);
  return name === 'echo' || (name === 'node' && literalOf(option) === '-pe');
}

/** Whether a value is the whole response that opens a guest workspace, from which the key is taken later. */
function isOpening([output, ...others]: Word, { origin }: Reach): boolean {
  if (!output || !('output' in output) || others.length > 0) return false;
  const [curl = [], ...filters] = output.output.commands;
  return filters.length === 0 && curl.some((word) => literalOf(word) === `${origin}/platform/v1/guest_workspaces`);
}

/** The browser's own workspace in the place of a new one. */
function opening(variable: string): Run {
  return async ({ getKey }) => {
    const secret = await getKey();
    return variable === KEY ? secret : JSON.stringify({ api_key: { secret } });
  };
}
