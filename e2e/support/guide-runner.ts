import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { differences } from './differences.ts';
import type { Block } from './read-guide.ts';
import type { Shell } from './shell.ts';

/** The title of a block that is a file of the reader's folder. */
const fileName = /^[\w-]+(\.\w+)*\.(m?js|py|java|php|ya?ml)$/;

/**
 * Performs the blocks of a guide in order: writes files, runs programs, and compares responses with their output. What needs a program
 * that this machine does not have is left out.
 */
export async function performGuide(guide: string, blocks: Block[], shell: Shell, folder: string): Promise<void> {
  let output: string | undefined;
  for (const { language, code, line, title = '', needs, exact } of blocks) {
    const place = `${guide}:${line}`;
    if (fileName.test(title)) {
      writeFileSync(join(folder, title), code);
    } else if (needs && !isInstalled(needs)) {
      output = undefined;
    } else if (language === 'bash') {
      output = await run(code, shell, place);
    } else if (language === 'js') {
      const file = join(folder, `block-${line}.mjs`);
      writeFileSync(file, code);
      output = await run(`CAIS_KEY="$CAIS_KEY" node ${file}`, shell, place);
    } else if (language === 'json' && output !== undefined) {
      compareBody(code, output, place, exact);
      output = undefined;
    } else if (language === 'http' && output !== undefined) {
      compareHead(code, output, place, exact);
    } else {
      output = undefined;
    }
  }
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

async function run(script: string, shell: Shell, place: string): Promise<string> {
  const { output, code } = await shell.run(script);
  expect(code, `${place} ended with an error and printed:\n${output}`).toBe(0);
  return output;
}

/** The JSON in an output, after the response head of `curl -i`, if any. */
function bodyOf(output: string, place: string): unknown {
  const body = output.startsWith('HTTP/')
    ? output
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join('\n')
    : output;
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`${place} shows JSON, but the output was:\n${output}`);
  }
}

/** Compares the status, the header names, and the body if one is shown. */
function compareHead(shown: string, output: string, place: string, exact?: boolean): void {
  const [head = '', ...body] = shown.trim().split('\n\n');
  const [statusLine = '', ...headers] = head.split('\n');
  const [realStatusLine = '', ...realHeaders] = output.split(/\r?\n/);
  expect(realStatusLine.match(/\b\d{3}\b/)?.[0], place).toBe(statusLine.match(/\b\d{3}\b/)?.[0]);
  expect(realHeaders.map(headerName), place).toEqual(expect.arrayContaining(headers.map(headerName)));
  if (body.length > 0) compareBody(body.join('\n'), output, place, exact);
}

function compareBody(shown: string, output: string, place: string, exact?: boolean): void {
  const [wanted, real] = [JSON.parse(shown), bodyOf(output, place)];
  if (exact) expect(real, place).toEqual(wanted);
  else expect(differences(wanted, real), place).toEqual([]);
}

function headerName(line: string): string | undefined {
  return line.split(':')[0]?.toLowerCase();
}
