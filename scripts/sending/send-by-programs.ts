import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import { fileText, namedFiles } from './send-by-curl.ts';

/** A program that runs samples in this language, one after the other, each as a file of its own. */
interface Runner {
  command: string;
  extension: string;
  script: (files: string[]) => string;
}

const runners: Record<string, Runner> = {
  javascript: {
    command: process.execPath,
    extension: 'mjs',
    script: (files) => files.map((file) => `await import('./${file}')`).join('\n'),
  },
  python: {
    command: 'python3',
    extension: 'py',
    script: (files) => files.map((file) => `exec(open("${file}").read())`).join('\n'),
  },
};

/** Whether Python is here, with the library that the samples use. */
export const hasPython = spawnSync('python3', ['-c', 'import requests']).status === 0;

/** Runs the samples of a language, in a folder that has the files which they name. */
export async function sendByProgram(language: string, samples: string[]): Promise<void> {
  const { command, extension, script } = runners[language] as Runner;
  const folder = temporaryFolder();
  for (const name of namedFiles(samples)) writeFileSync(join(folder, name), fileText);
  const files = samples.map((_, at) => `sample-${at}.${extension}`);
  for (const [at, file] of files.entries()) writeFileSync(join(folder, file), samples[at] as string);
  writeFileSync(join(folder, `run.${extension}`), script(files));
  await promisify(execFile)(command, [`run.${extension}`], { cwd: folder });
}
