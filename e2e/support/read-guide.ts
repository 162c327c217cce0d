/** A fenced code block of a guide. */
export interface Block {
  language: string;
  code: string;
  line: number;
  /** The block's title; for a file, its path. */
  title?: string;
  /** The program without which a command cannot be run. */
  needs?: string;
  /** The response must match exactly; otherwise only names and types are compared. */
  exact?: boolean;
}

/** Extracts the fenced blocks of a Markdown text, indented ones included. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { fence: string; indent: number; block: Block } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = line.match(/^(\s*)(`{3,}|~{3,})\s*([\w-]*)(.*)/);
    if (!open && fence) {
      const [, indent = '', marks = '', language = '', rest = ''] = fence;
      const title = rest.match(/title="([^"]*)"/)?.[1];
      const needs = rest.match(/needs="([^"]*)"/)?.[1];
      const exact = /\bexact\b/.test(rest.replace(/"[^"]*"/g, ''));
      const block = {
        language,
        code: '',
        line: index + 1,
        ...(title && { title }),
        ...(needs && { needs }),
        ...(exact && { exact }),
      };
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
