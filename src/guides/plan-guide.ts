import { type CompiledBlock, compileBlock } from './shell/compile-block.ts';
import type { Reach } from './shell/session.ts';

/** A block that a browser can run, after those before it. */
export type PlannedBlock = Pick<CompiledBlock, 'sends' | 'opens' | 'erases' | 'sets' | 'run'> & {
  code: string;
  /** The blocks that set what it uses, in order, with those that they depend on. */
  after: PlannedBlock[];
};

/** Plans the commands of a guide, block by block; undefined for what a browser cannot run. */
export function planGuide(codes: string[], reach: Reach): (PlannedBlock | undefined)[] {
  let literals = new Map<string, string>();
  const setters = new Map<string, PlannedBlock>();
  return codes.map((code) => {
    const block = tryToCompile(code, reach, literals);
    const needed = [...(block?.needs ?? [])].map((variable) => setters.get(variable));
    if (!block || needed.includes(undefined)) return undefined;
    const { sends, opens, erases, sets, run } = block;
    const planned: PlannedBlock = { code, sends, opens, erases, sets, run, after: [] };
    const after = new Set(needed.filter((each) => each !== undefined).flatMap((each) => [...each.after, each]));
    planned.after.push(...[...after].sort((one, other) => codes.indexOf(one.code) - codes.indexOf(other.code)));
    literals = block.literals;
    for (const variable of block.sets) setters.set(variable, planned);
    return planned;
  });
}

function tryToCompile(code: string, reach: Reach, literals: Map<string, string>): CompiledBlock | undefined {
  try {
    return compileBlock(code, reach, literals);
  } catch {
    return undefined;
  }
}
