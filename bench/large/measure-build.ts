import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from '../../scripts/run-child.mjs';

export interface BuildFigures {
  seconds: number;
  /** Sum over all processes, where the system reports it (Linux). */
  peakMegabytes: number | undefined;
  /** The same of their processor time: that of the machine's other work is not in it. */
  processorSeconds: number | undefined;
}

/** Builds the portal like `npm run build`, and measures its duration and peak memory. */
export async function measureBuild(env: NodeJS.ProcessEnv): Promise<BuildFigures> {
  const started = performance.now();
  const build = spawn(projectNode, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let [peak, ticks] = [0, 0];
  const watch = setInterval(() => {
    const family = familyOf(build.pid as number);
    peak = Math.max(peak, sumOf(family, 'megabytes'));
    ticks = Math.max(ticks, sumOf(family, 'ticks'));
  }, 500);
  const [code] = await once(build, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error('The portal could not be built.');
  const seconds = (performance.now() - started) / 1000;
  // Linux counts in hundredths of a second.
  return { seconds, peakMegabytes: peak || undefined, processorSeconds: ticks / 100 || undefined };
}

/** Resident memory of a process and its descendants, in MB. */
export function memoryOf(pid: number): number {
  return sumOf(familyOf(pid), 'megabytes');
}

interface ProcessFigures {
  pid: number;
  parent: number;
  megabytes: number;
  /** Processor time, also of its descendants that have ended. */
  ticks: number;
}

function sumOf(processes: ProcessFigures[], figure: 'megabytes' | 'ticks'): number {
  return processes.reduce((sum, one) => sum + one[figure], 0);
}

/** A process and its descendants. */
function familyOf(pid: number): ProcessFigures[] {
  const processes = readProcesses();
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const family = processes.filter((one) => one.pid === pid);
  for (const member of family) family.push(...(children.get(member.pid) ?? []));
  return family;
}

function readProcesses(): ProcessFigures[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

function readProcess(pid: number): ProcessFigures | undefined {
  try {
    const status = readFileSync(join('/proc', String(pid), 'status'), 'utf8');
    const figure = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    // The name, in brackets, may have spaces; utime, stime, cutime and cstime are the 14th to 17th fields of all.
    const fields = readFileSync(join('/proc', String(pid), 'stat'), 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: figure('PPid'), megabytes: figure('VmRSS') / 1024, ticks };
  } catch {
    // The process has exited.
    return undefined;
  }
}
