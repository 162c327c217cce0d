import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Shell {
  /** Runs a script in the session; resolves with its output and exit code. */
  run: (script: string) => Promise<{ output: string; code: number }>;
  end: () => void;
}

/** One bash session: exported variables persist between blocks, as in a reader's terminal. */
export function openShell(env: NodeJS.ProcessEnv, folder: string): Shell {
  const bash = spawn('bash', ['--noprofile', '--norc'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: bash.stdout })[Symbol.asyncIterator]();
  const mark = `end-${crypto.randomUUID()}`;
  return {
    async run(script) {
      // The marker must start on a new line even if the output does not end with one.
      bash.stdin.write(`${script}\nprintf '\\n%s %d\\n' ${mark} $?\n`);
      const output: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`The shell exited during:\n${script}`);
        if (value.startsWith(`${mark} `))
          return { output: output.join('\n').trim(), code: Number(value.split(' ')[1]) };
        output.push(value);
      }
    },
    end: () => bash.stdin.end(),
  };
}
