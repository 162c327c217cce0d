import { readFileSync } from 'node:fs';
import { outliveReaders } from '../server/end-process.ts';
import { findNearest } from '../server/settings/find-nearest.ts';
import { UsageError } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, helpOfCommand } from './print-help.ts';
import { readCall } from './read-call.ts';

outliveReaders();
// `cais.mjs` is tied to this process by a channel: should it be killed, this process ends, too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

const [first = 'help', ...args] = process.argv.slice(2);
try {
  process.exitCode = await run();
} catch (error) {
  const { message } = error as Error;
  const isUsage = error instanceof UsageError;
  console.error(process.env.LOG_LEVEL === 'debug' && !isUsage ? error : message);
  if (isUsage) console.error(`\n${helpHint()}`);
  // What was begun, such as a server without a port, ends here.
  process.exit(isUsage ? 2 : 1);
}

async function run(): Promise<number | undefined> {
  if (first === '--version' || first === '-V') return print(versionOf());
  const isHelp = ['help', '--help', '-h'].includes(first);
  const name = isHelp ? args[0] : first;
  if (name === undefined) return print(helpOf(commands));
  const command = commands.find((known) => known.name === name);
  if (!command) throw unknownCommand(name);
  const beforeEnd = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (isHelp || beforeEnd.includes('--help') || beforeEnd.includes('-h')) return print(helpOfCommand(command));
  return command.run(readCall(command, args));
}

function print(text: string): number {
  console.log(text.trimEnd());
  return 0;
}

function versionOf(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

function unknownCommand(name: string): UsageError {
  if (name.startsWith('-')) return new UsageError(`There is no option ${name} before the command.`);
  const nearest = findNearest(
    name,
    commands.map((command) => command.name),
  );
  return new UsageError(`There is no command "${name}".${nearest ? ` Did you mean "${nearest}"?` : ''}`);
}

function helpHint(): string {
  const isKnown = commands.some(({ name }) => name === first);
  return `See cais ${isKnown ? `${first} ` : ''}--help.`;
}
