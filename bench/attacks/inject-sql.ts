import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { basic } from '../targets.ts';
import { listTargets, type Target } from './list-targets.ts';

/** sqlmap runs side by side. */
const atOnce = 2;
/** Milliseconds for one target. */
const patience = 240_000;

/** Looks for SQL injections with sqlmap in parameters, ids, bodies, headers and cookies; returns what it finds, and each 5xx. */
export async function injectSql(origin: string, folder: string, dbms: string): Promise<string[]> {
  const response = await fetch(`${origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  const { api_key } = (await response.json()) as { api_key: { secret: string } };
  const targets = await listTargets(origin, api_key.secret);
  const faults: string[] = [];
  let requests = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let target = targets.shift(); target; target = targets.shift()) {
        const output = await sqlmap(target, { key: api_key.secret, dbms, folder });
        const statuses = [...output.matchAll(/(\d{3}) \([^)]*\) - (\d+) times/g)].map(
          ([, status, times]) => [Number(status), Number(times)] as const,
        );
        requests += statuses.reduce((sum, [, times]) => sum + times, 0);
        const found = output.match(/^.*(is vulnerable|injection point|Payload:).*$/gm) ?? [];
        const told = `${target.method} ${target.url}`;
        if (found.length > 0) faults.push(`${told}\n${found.join('\n')}`);
        for (const [status, times] of statuses) if (status >= 500) faults.push(`${told}: ${status}, ${times} times`);
        const isTested =
          /do not appear to be injectable|is vulnerable|is not injectable|not seem to be injectable/.test(output);
        if (!isTested)
          faults.push(`${told} was not tested to the end:\n${output.trim().split('\n').slice(-4).join('\n')}`);
        console.log(`${told.slice(0, 150)}: ${isTested ? 'tested' : 'NOT TESTED'}, ${found.length} found`);
      }
    }),
  );
  console.log(`sqlmap, ${dbms}: at least ${requests} requests that were refused`);
  return faults;
}

function sqlmap(
  { method, url, headers = {}, body }: Target,
  { key, dbms, folder }: { key: string; dbms: string; folder: string },
): Promise<string> {
  const isNotas = url.includes('/sandbox/notas');
  const credentials = isNotas ? basic(key) : { authorization: `Bearer ${key}`, apikey: key };
  const sent = Object.entries({ ...credentials, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const wanted = [
    ...['--url', url, '--method', method, '--headers', sent.join('\n'), '--dbms', dbms],
    ...(body === undefined ? [] : ['--data', body]),
    // Refusals are what most answers are here, and are compared like others.
    ...['--ignore-code', '400,401,403,404,405,406,409,412,415,422', '--batch', '--flush-session', '--disable-coloring'],
    ...['--level', '1', '--risk', '2', '--threads', '4', '--timeout', '10', '--retries', '1', '--time-sec', '2'],
    ...['--output-dir', join(folder, `sqlmap-${crypto.randomUUID()}`)],
  ];
  return new Promise((resolve) => {
    const options = { timeout: patience, maxBuffer: 2 ** 28 };
    execFile('sqlmap', wanted, options, (error, stdout) =>
      resolve(stdout + (error?.killed ? '\nended: too long' : '')),
    );
  });
}
