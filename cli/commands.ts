import type { Command } from './command.ts';
import { doctor } from './doctor/doctor.ts';
import { explain } from './explain/explain.ts';
import { lint } from './lint/lint.ts';
import { logs } from './logs/logs.ts';
import { newPortal } from './new/new.ts';
import { build, dev, start } from './portal/portal-commands.ts';
import { sandbox } from './sandbox/sandbox.ts';

/** All commands, in the order of the help. Each loads what it needs only when it runs, so that the help is there at once. */
export const commands: Command[] = [sandbox, newPortal, start, dev, build, explain, lint, logs, doctor];
