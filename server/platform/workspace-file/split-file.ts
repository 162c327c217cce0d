/** Where a record is in the bytes of a file: in which entry of `apis`, and from where to where. */
export interface RecordSlice {
  api: number;
  start: number;
  end: number;
}

/** The bytes of a file in two parts: all but the records, and each record. */
export interface SplitFile {
  outline: Buffer;
  records: RecordSlice[];
}

interface Level {
  isObject: boolean;
  /** The name before the value, or how many members came before it. */
  at: string | number;
  wantsName: boolean;
}

const quote = 34;
const backslash = 92;
const comma = 44;
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];
/** So many bytes are looked at between two turns. */
const stretch = 1 << 16;
/** Files have fewer levels above their records. */
const deepest = 100;

/**
 * Splits a file at its records, `apis[].records[]`, without parsing it: what is found has yet to be. Pauses at each `yield`; ends
 * early after more than `most` records.
 */
export function* splitFile(bytes: Buffer, most: number): Generator<void, SplitFile> {
  const levels: Level[] = [];
  const records: RecordSlice[] = [];
  const kept: Buffer[] = [];
  let from = 0;
  let rest = stretch;
  for (let at = 0; at < bytes.length && levels.length < deepest && records.length <= most; at++) {
    if (at > rest) {
      yield;
      rest = at + stretch;
    }
    const code = bytes[at];
    const top = levels.at(-1);
    if (code === quote) {
      const end = endOfText(bytes, at);
      if (top?.wantsName) Object.assign(top, { at: nameOf(bytes.subarray(at, end + 1)), wantsName: false });
      at = end;
    } else if (code === openBracket && isListOfRecords(levels)) {
      kept.push(bytes.subarray(from, at + 1));
      from = yield* takeRecords(bytes, at + 1, { api: Number(levels[1]?.at), records, most });
      // The bracket that ends the list is read again, as part of the outline.
      at = from;
    } else if (code === openBrace || code === openBracket) {
      const isObject = code === openBrace;
      levels.push({ isObject, at: isObject ? '' : 0, wantsName: isObject });
    } else if (code === closeBrace || code === closeBracket) {
      levels.pop();
    } else if (code === comma && top) {
      if (top.isObject) top.wantsName = true;
      else top.at = Number(top.at) + 1;
    }
  }
  kept.push(bytes.subarray(from));
  return { outline: Buffer.concat(kept), records };
}

/** Adds the members of a list, and returns where the list ends. */
function* takeRecords(
  bytes: Buffer,
  begin: number,
  { api, records, most }: { api: number; records: RecordSlice[]; most: number },
): Generator<void, number> {
  let start = begin;
  let depth = 0;
  let rest = begin + stretch;
  for (let at = begin; at < bytes.length; at++) {
    if (at > rest) {
      yield;
      rest = at + stretch;
    }
    const code = bytes[at];
    if (code === quote) at = endOfText(bytes, at);
    else if (code === openBrace || code === openBracket) depth++;
    else if (depth > 0 && (code === closeBrace || code === closeBracket)) depth--;
    else if (depth === 0 && (code === comma || code === closeBracket || code === closeBrace)) {
      const isOnly = code !== comma && start === begin;
      if (!isOnly || !isBlank(bytes, start, at)) records.push({ api, start, end: at });
      if (code !== comma || records.length > most) return at;
      start = at + 1;
    }
  }
  return bytes.length;
}

function isListOfRecords([root, apis, api, ...deeper]: Level[]): boolean {
  const isIt = root?.at === 'apis' && apis?.isObject === false && api?.at === 'records';
  return isIt && root.isObject && api.isObject && deeper.length === 0;
}

/** The index of the quote that closes a text; that of the end where none does. */
function endOfText(bytes: Buffer, start: number): number {
  let end = bytes.indexOf(quote, start + 1);
  while (end > 0 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1);
  return end < 0 ? bytes.length : end;
}

/** A quote is escaped after an odd number of backslashes. */
function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (bytes[before] === backslash) before--;
  return (at - before) % 2 === 0;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  return bytes.toString('latin1', start, end).trim() === '';
}

/** A name can be written in several ways: `"a"` and `"\u0061"`. */
function nameOf(written: Buffer): string {
  try {
    return JSON.parse(written.toString('utf8')) as string;
  } catch {
    return ''; // The parser will refuse it.
  }
}
