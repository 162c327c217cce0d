import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from '../../scripts/run-child.mjs';

export interface BuildFigures {
  seconds: number;
  /** Sum over all processes, where the system reports it (Linux). */
  peakMegabytes: number | undefined;
}

/** Builds the portal like `npm run build`, and measures its duration and peak memory. */
export async function measureBuild(env: NodeJS.ProcessEnv): Promise<BuildFigures> {
  const started = performance.now();
  const build = spawn(projectNode, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(build.pid as number));
  }, 500);
  const [code] = await once(build, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error('The portal could not be built.');
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak > 0 ? peak : undefined };
}

/** Resident memory of a process and its descendants, in MB. */
export function memoryOf(pid: number): number {
  const processes = readProcesses();
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []).map((child) => child.pid));
  return processes.filter((one) => family.includes(one.pid)).reduce((sum, one) => sum + one.megabytes, 0);
}

function readProcesses(): { pid: number; parent: number; megabytes: number }[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

function readProcess(pid: number) {
  try {
    const status = readFileSync(join('/proc', String(pid), 'status'), 'utf8');
    const figure = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid, parent: figure('PPid'), megabytes: figure('VmRSS') / 1024 };
  } catch {
    // The process has exited.
    return undefined;
  }
}
