/** A fenced block of a guide, in the order in which a reader meets it. */
export interface Block {
  language: string;
  code: string;
  line: number;
  /** What stands above it; the file's path, where the block is a file. */
  title?: string;
  /** The answer has to be this one, value by value; else only its names and types are compared. */
  exact?: boolean;
}

/** Takes the fenced blocks out of a Markdown text; a block may be indented, as in a list or in tabs. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { fence: string; indent: number; block: Block } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = line.match(/^(\s*)(`{3,}|~{3,})\s*([\w-]*)(.*)/);
    if (!open && fence) {
      const [, indent = '', marks = '', language = '', rest = ''] = fence;
      const title = rest.match(/title="([^"]*)"/)?.[1];
      const exact = /\bexact\b/.test(rest.replace(/"[^"]*"/g, ''));
      const block = { language, code: '', line: index + 1, ...(title && { title }), ...(exact && { exact }) };
      open = { fence: marks, indent: indent.length, block };
    } else if (open && line.trim() === open.fence) {
      blocks.push(open.block);
      open = undefined;
    } else if (open) {
      open.block.code += `${line.slice(Math.min(open.indent, line.length - line.trimStart().length))}\n`;
    }
  }
  return blocks;
}
