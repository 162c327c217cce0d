import { styleText } from 'node:util';
import { type Config, readConfig } from '../../server/config.ts';
import { checkChromium } from './check-chromium.ts';
import { checkData } from './check-data.ts';
import { checkDatabase } from './check-database.ts';
import { checkDocuments } from './check-documents.ts';
import { checkNode } from './check-node.ts';
import { checkPorts } from './check-ports.ts';
import type { Finding } from './finding.ts';

const marks = {
  good: styleText('green', 'ok'),
  odd: styleText('yellow', '--'),
  bad: styleText('red', 'no'),
};

/** Prints what each check finds; returns the exit code. */
export async function examine(): Promise<number> {
  let bad = 0;
  const tell = ({ what, state, text }: Finding) => {
    if (state === 'bad') bad++;
    console.log(`${marks[state]}  ${what.padEnd(12)}${text}`);
  };
  tell(checkNode());
  const config = readSettings();
  if ('state' in config) tell(config);
  else for await (const finding of checksOf(config)) tell(finding);
  console.log(bad === 0 ? '\nNothing has to be repaired.' : `\n${bad} to repair.`);
  return bad === 0 ? 0 : 1;
}

async function* checksOf(config: Config): AsyncGenerator<Finding> {
  yield* await checkPorts(config);
  yield checkData(config);
  yield await checkDatabase(config);
  yield* await checkDocuments(config);
  yield await checkChromium();
}

function readSettings(): Config | Finding {
  try {
    return readConfig(process.env);
  } catch (error) {
    return { what: 'Settings', state: 'bad', text: (error as Error).message };
  }
}
