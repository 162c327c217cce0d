import { readWord, Source } from './read-word.ts';
import { NotRunnable, type Pipeline, type Statement, type Word } from './script.ts';

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;
const RESERVED = new Set(['for', 'while', 'until', 'if', 'case', 'function', 'do', 'done', '{', '}', '!']);

/** Reads the part of the shell's language that the guides' commands use; throws NotRunnable at anything else. */
export function readScript(code: string): Statement[] {
  const source = new Source(code);
  const statements: Statement[] = [];
  for (;;) {
    source.skipBlank(true);
    if (source.ended) return statements;
    statements.push(...readStatement(source));
  }
}

function readStatement(source: Source): Statement[] {
  const pipeline = readPipeline(source);
  // A failure that is expected: whatever follows `||` only keeps the script going.
  if (source.take('||')) readPipeline(source);
  const [words = []] = pipeline.commands;
  const isExport = textOf(words[0]) === 'export';
  const given = isExport ? words.slice(1) : words;
  if (pipeline.commands.length > 1 || pipeline.file || !given.every((word) => ASSIGNMENT.test(textOf(word)))) {
    if (isExport || ASSIGNMENT.test(textOf(words[0]))) throw new NotRunnable('A variable for one command only');
    return [{ pipeline }];
  }
  return given.map((word) => {
    const [, variable = ''] = ASSIGNMENT.exec(textOf(word)) ?? [];
    const [first, ...rest] = word;
    const text = first && 'text' in first ? first.text.slice(variable.length + 1) : '';
    return { variable, value: text === '' ? rest : [{ text }, ...rest] };
  });
}

/** Reads commands up to the end of the line, or up to the parenthesis that closes `$(`. */
function readPipeline(source: Source): Pipeline {
  const commands: Word[][] = [];
  let file: Word | undefined;
  do {
    const words: Word[] = [];
    for (source.skipBlank(commands.length > 0); !source.atEndOfCommand; source.skipBlank()) {
      if (source.take('>')) {
        source.skipBlank();
        file = readWord(source, readPipeline);
      } else words.push(readWord(source, readPipeline));
    }
    if (words.length === 0 || RESERVED.has(textOf(words[0]))) throw new NotRunnable('Not a command');
    commands.push(words);
  } while (source.takePipe());
  return { commands, ...(file && { file }) };
}

/** The text with which a word starts. */
function textOf(word: Word | undefined): string {
  const first = word?.[0];
  return first && 'text' in first ? first.text : '';
}
