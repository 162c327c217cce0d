import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticks = 100;

interface Stat {
  parent: number;
  own: number;
  /** Of children that have ended. */
  ofChildren: number;
}

/** Seconds of processor time that a process has used; 0 if it has ended. */
export function secondsOf(pid: number): number {
  return (readStat(pid)?.own ?? 0) / ticks;
}

/** The process that started another. */
export function parentOf(pid: number): number {
  return readStat(pid)?.parent ?? 0;
}

/** Seconds of a process, its children and those that have ended: PostgreSQL has a process for each connection. */
export function secondsOfFamily(pid: number): number {
  const own = readStat(pid);
  if (!own) return 0;
  const children = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    return stat?.parent === pid ? [stat.own] : [];
  });
  return (own.own + own.ofChildren + children.reduce((sum, one) => sum + one, 0)) / ticks;
}

function readStat(pid: number): Stat | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    const [own, ofChildren] = [(fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)];
    return { parent: fields[1] ?? 0, own, ofChildren };
  } catch {
    return undefined;
  }
}
