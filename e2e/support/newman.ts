import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';

interface Run {
  run: {
    stats: Record<'requests' | 'assertions', { total: number; failed: number }>;
    failures: { source?: { name?: string }; error: { message: string } }[];
  };
}

/** Runs a Postman collection and reports the number of requests and assertions, and the failures. */
export function runCollection(
  file: string,
  folder: string,
): { requests: number; assertions: number; failures: string[] } {
  const report = join(folder, 'newman.json');
  const args = ['run', file, '--reporters', 'json', '--reporter-json-export', report];
  const newman = join(root, 'node_modules/newman/bin/newman.js');
  const { stderr } = spawnSync(process.execPath, [newman, ...args], { encoding: 'utf8', timeout: 120_000 });
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    throw new Error(`newman could not run ${file}: ${stderr}`);
  }
  const { stats, failures } = (JSON.parse(text) as Run).run;
  return {
    requests: stats.requests.total,
    assertions: stats.assertions.total,
    failures: failures.map(({ source, error }) => `${source?.name}: ${error.message}`),
  };
}
