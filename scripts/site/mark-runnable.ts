import { planGuide } from '../../src/guides/plan-guide.ts';

/** The part of a Markdown syntax tree that is read and written here. */
interface Node {
  type: string;
  lang?: string | null;
  meta?: string | null;
  value?: string;
  children?: Node[];
}

/** The origin in the guides' source. */
export const writtenOrigin = 'http://localhost:3000';

/**
 * Marks the commands of a guide that a browser can run, in the words after their language: `runs`, `opens` the workspace, `sets` only
 * variables, `erases` records. The page then needs no interpreter to know where a button belongs.
 */
export function markRunnable({ apis }: { apis: string[] }) {
  return (tree: Node) => {
    const blocks = codeBlocks(tree).filter(({ lang }) => lang === 'bash');
    const plan = planGuide(
      blocks.map(({ value = '' }) => `${value}\n`),
      { origin: writtenOrigin, apis },
    );
    for (const [index, block] of blocks.entries()) {
      const planned = plan[index];
      if (!planned) continue;
      const { sends, opens, erases } = planned;
      const marks = [sends && 'runs', opens && 'opens', !sends && !opens && 'sets', erases && 'erases'];
      block.meta = [block.meta, ...marks].filter(Boolean).join(' ');
    }
  };
}

function codeBlocks(node: Node): Node[] {
  return node.type === 'code' ? [node] : (node.children ?? []).flatMap(codeBlocks);
}
