/** An option of a command, as `node:util` parses it, and what the help says of it. */
interface Option {
  type: 'string' | 'boolean';
  short?: string;
  /** What a value is called in the help: `port`. */
  value?: string;
  help: string;
}

export type Options = Record<string, Option>;

/** What was typed after the name of a command. */
export interface Call<O extends Options = Options> {
  values: Options extends O
    ? Record<string, string | boolean | undefined>
    : { [Name in keyof O]?: O[Name]['type'] extends 'boolean' ? boolean : string };
  positionals: string[];
  /** Everything after `--`. */
  rest: string[];
}

/** A command of `cais`. */
export interface Command<O extends Options = Options> {
  name: string;
  /** A line for the list of commands. */
  summary: string;
  /** What follows the name: `<document> [options]`. */
  usage: string;
  options: O;
  /** Lines for its own help: what it does, with examples. */
  more?: string;
  /** How many positional arguments it takes at most. */
  most?: number;
  /** Returns the exit code; undefined where something goes on that ends the process itself. */
  run(call: Call<O>): Promise<number | undefined>;
}

/** Defines a command, so that the types of its values come from its options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  // `readCall` makes the values that the options of this very command ask for.
  return command as unknown as Command;
}

/** A command line that means nothing: told with a hint to the help, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
