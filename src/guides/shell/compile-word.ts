import type { Pipeline, Word } from './script.ts';
import type { ShellSession } from './session.ts';

/** Something that has been checked and can be run. */
export type Run = (session: ShellSession, input: string) => Promise<string>;

/** What a block turned out to be while it was compiled. */
export interface Facts {
  /** Variables that it uses before it sets them. */
  needs: Set<string>;
  sets: Set<string>;
  /** Values that are known without running anything; earlier blocks add to them. */
  literals: Map<string, string>;
}

/** Prepares a word. `capture` prepares the commands whose output is a part of it. */
export function compileWord(word: Word, facts: Facts, capture: (pipeline: Pipeline) => Run): Run {
  const parts = word.map((part): Run => {
    if ('text' in part) return async () => part.text;
    if ('output' in part) {
      const run = capture(part.output);
      return async (session) => (await run(session, '')).replace(/\n+$/, '');
    }
    const { variable } = part;
    if (!facts.sets.has(variable)) facts.needs.add(variable);
    return async ({ variables }) => variables.get(variable) ?? '';
  });
  return async (session) => {
    let text = '';
    for (const part of parts) text += await part(session, '');
    return text;
  };
}

/** The text with which a word starts, as far as it is known without running anything; undefined if it is a value of a response. */
export function knownStart(word: Word, { literals }: Facts): { text: string; whole: boolean } {
  let text = '';
  for (const part of word) {
    const known = 'text' in part ? part.text : 'variable' in part ? literals.get(part.variable) : undefined;
    if (known === undefined) return { text, whole: false };
    text += known;
  }
  return { text, whole: true };
}
