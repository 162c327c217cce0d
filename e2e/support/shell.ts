import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Shell {
  /** Runs a piece of script in the session and returns what it printed and how it ended. */
  run: (script: string) => Promise<{ output: string; code: number }>;
  end: () => void;
}

/** One bash session: what a block exports, the next one has, as in a reader's terminal. */
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
      // The mark starts on a line of its own even when the output does not end one.
      bash.stdin.write(`${script}\nprintf '\\n%s %d\\n' ${mark} $?\n`);
      const output: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`The shell ended in the middle of:\n${script}`);
        if (value.startsWith(`${mark} `))
          return { output: output.join('\n').trim(), code: Number(value.split(' ')[1]) };
        output.push(value);
      }
    },
    end: () => bash.stdin.end(),
  };
}
