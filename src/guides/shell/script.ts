/** A piece of a word: text, the value of a variable, or the output of a command. */
export type Part = { text: string } | { variable: string } | { output: Pipeline };

/** What a shell passes to a command as one argument. */
export type Word = Part[];

/** Commands joined by `|`; the output of the last may go to a file. */
export interface Pipeline {
  commands: Word[][];
  file?: Word;
}

/** A line of a script: an assignment, or commands. */
export type Statement = { variable: string; value: Word } | { pipeline: Pipeline };

/** A command that a browser cannot run as a shell would. */
export class NotRunnable extends Error {}

/** The text of a word without variables and commands; undefined for others. */
export function literalOf(word: Word | undefined): string | undefined {
  if (!word?.every((part) => 'text' in part)) return undefined;
  return word.map((part) => ('text' in part ? part.text : '')).join('');
}
