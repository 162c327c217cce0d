import type { Command } from './command.ts';
import { explain } from './explain/explain.ts';
import { lint } from './lint/lint.ts';
import { sandbox } from './sandbox/sandbox.ts';

/** All commands, in the order of the help. Each loads what it needs only when it runs, so that the help is there at once. */
export const commands: Command[] = [sandbox, explain, lint];
