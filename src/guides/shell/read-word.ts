import { NotRunnable, type Part, type Pipeline, type Word } from './script.ts';

type ReadPipeline = (source: Source) => Pipeline;

/** A script, and how far it has been read. */
export class Source {
  readonly #code: string;
  #at = 0;

  constructor(code: string) {
    this.#code = code;
  }

  get ended(): boolean {
    return this.#at >= this.#code.length;
  }

  get next(): string {
    return this.#code.charAt(this.#at);
  }

  get atEndOfCommand(): boolean {
    return this.ended || /[\n;|)]/.test(this.next);
  }

  /** Skips spaces and comments, and ends of lines if they mean nothing here. */
  skipBlank(withLines = false): void {
    this.match(withLines ? /(?:[\s;]|\\\n|#.*)*/y : /(?:[ \t]|\\\n)*(?:#.*)?/y);
  }

  take(text: string): boolean {
    if (!this.#code.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  takePipe(): boolean {
    return !this.#code.startsWith('||', this.#at) && this.take('|');
  }

  /** Reads what a sticky expression matches here; empty if nothing. */
  match(expression: RegExp): string {
    expression.lastIndex = this.#at;
    const [found = ''] = expression.exec(this.#code) ?? [];
    this.#at += found.length;
    return found;
  }
}

/** Reads one argument: quoted and unquoted pieces without a space between them. */
export function readWord(source: Source, readPipeline: ReadPipeline): Word {
  const parts: Part[] = [];
  while (!source.ended && !/[\s;|)>]/.test(source.next)) {
    if (source.take("'")) parts.push({ text: readUntilQuote(source) });
    else if (source.take('"')) parts.push(...readDoubleQuoted(source, readPipeline));
    else if (source.next === '$') parts.push(readDollar(source, readPipeline));
    else if (source.take('\\\n')) continue;
    else if (source.take('\\')) parts.push({ text: source.match(/[\s\S]/y) });
    else if (/[`<(&]/.test(source.next)) throw new NotRunnable(`${source.next} in a command`);
    else parts.push({ text: source.match(/[^\s;|)>'"$\\`<(&]+/y) });
  }
  if (parts.length === 0) throw new NotRunnable(`${source.next} in a command`);
  return joinTexts(parts);
}

function readUntilQuote(source: Source): string {
  const text = source.match(/[^']*/y);
  if (!source.take("'")) throw new NotRunnable('A quote that is not closed');
  return text;
}

function readDoubleQuoted(source: Source, readPipeline: ReadPipeline): Part[] {
  // Also an empty text is a word.
  const parts: Part[] = [{ text: '' }];
  while (!source.take('"')) {
    if (source.ended) throw new NotRunnable('A quote that is not closed');
    if (source.next === '$') parts.push(readDollar(source, readPipeline));
    else if (source.take('\\\n')) continue;
    else if (source.take('\\')) parts.push({ text: source.match(/["\\$`]/y) || '\\' });
    else if (source.next === '`') throw new NotRunnable('` in a command');
    else parts.push({ text: source.match(/[^"$\\`]+/y) });
  }
  return parts;
}

function readDollar(source: Source, readPipeline: ReadPipeline): Part {
  if (source.take('$(')) {
    const output = readPipeline(source);
    if (!source.take(')')) throw new NotRunnable('A $( that is not closed');
    return { output };
  }
  const [, name] = /^\$\{?(\w+)\}?$/.exec(source.match(/\$(?:[A-Za-z_]\w*|\{\w+\})/y)) ?? [];
  if (name === undefined) throw new NotRunnable('$ without a name');
  return { variable: name };
}

function joinTexts(parts: Part[]): Word {
  const joined: Word = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if ('text' in part && last && 'text' in last) joined[joined.length - 1] = { text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
