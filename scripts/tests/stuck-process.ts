import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, endGroup } from '../run-child.mjs';

/** For how long a process may be silent, in milliseconds: longer than any test may take, by its own `timeout`. */
const longestSilence = 1_000_000;

/** How long a process takes to write its report, in milliseconds. */
const reporting = 3_000;

/** What a process said of itself when it was ended. */
interface Report {
  javascriptStack: { message?: string; stack?: string[] };
  libuv: {
    type: string;
    is_active?: boolean;
    is_referenced?: boolean;
    remoteEndpoint?: unknown;
    localEndpoint?: unknown;
  }[];
}

/** Ends a process that hangs, which would keep `npm test` from ending, and tells where it was. */
export function createStuckProcess(silence = longestSilence) {
  const folder = mkdtempSync(join(tmpdir(), 'cais-tests-'));
  let timer: NodeJS.Timeout | undefined;
  let isStuck = false;
  return {
    /** Options of Node.js with which it reports what it waits for; from an endless loop it cannot. */
    args: ['--report-on-signal', '--report-exclude-env', '--report-exclude-network', `--report-directory=${folder}`],
    watch(child: Child): void {
      const again = () => {
        clearTimeout(timer);
        if (!isStuck) timer = setTimeout(end, silence);
      };
      const end = () => {
        isStuck = true;
        child.kill('SIGUSR2');
        timer = setTimeout(() => endGroup(child, 'SIGKILL'), reporting);
      };
      child.stdout?.on('data', again);
      child.once('exit', () => clearTimeout(timer));
      again();
    },
    /** Where the process hung, if it was ended; forgets the reports. */
    tell(): string | undefined {
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      rmSync(folder, { recursive: true });
      return isStuck
        ? files.map(describe).join('') || 'It did not answer a signal: something loops for ever.\n'
        : undefined;
    },
  };
}

function describe(text: string): string {
  const { javascriptStack, libuv } = JSON.parse(text) as Report;
  const holding = libuv.filter((handle) => handle.is_active && handle.is_referenced && handle.type !== 'loop');
  const lines = [
    javascriptStack.message ?? '',
    ...(javascriptStack.stack ?? []),
    ...holding.map(
      ({ type, localEndpoint, remoteEndpoint }) => `open: ${JSON.stringify({ type, localEndpoint, remoteEndpoint })}`,
    ),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
