import { createContext, Script } from 'node:vm';

/** A pattern from a document, safe from ReDoS: matching always ends within a time limit. */
export interface Pattern {
  regExp: RegExp;
  test(text: string): boolean;
  /** Ajv identifies patterns by their text. */
  toString(): string;
}

/** Milliseconds; longer than any well-behaved pattern takes. */
const timeLimit = 50;
/** The share of wall time that the thread gets on a machine that is not overloaded. */
const cpuShare = 0.5;
/** A match of so many steps takes negligible time. */
const negligibleSteps = 1_000_000;

const known = new Map<string, Pattern | undefined>();

/** Compiles a pattern as ECMA-262 with Unicode (JSON Schema 2020-12, 6.4), else without; undefined if it is of another dialect. */
export function readPattern(source: string): Pattern | undefined {
  if (!known.has(source)) {
    const regExp = compile(source);
    known.set(source, regExp && guard(regExp));
  }
  return known.get(source);
}

const anyText: Pattern = { regExp: /(?:)/, test: () => true, toString: () => 'anyText' };

/** Compiles a pattern for Ajv; one of another dialect matches any text. */
export function compilePattern(pattern: string): Pattern {
  return readPattern(pattern) ?? anyText;
}
// Required by Ajv, for standalone code.
compilePattern.code = 'compilePattern';

/** A pattern written as a JavaScript literal, between slashes; taken literally it could match nothing. */
const literal = /^\/(\^.*|.*[^\\]\$)\/([ims]*)$/s;

function compile(source: string): RegExp | undefined {
  const [, bare = source, flags = ''] = literal.exec(source) ?? [];
  for (const mode of ['u', '']) {
    try {
      return new RegExp(bare, flags + mode);
    } catch {}
  }
  return undefined;
}

/** Nested repetitions can take exponential time (ReDoS): a text not matched within the time limit counts as not matching. */
function guard(regExp: RegExp): Pattern {
  const harmless = harmlessLength(regExp.source);
  let tooLong = Number.POSITIVE_INFINITY;
  return {
    regExp,
    toString: () => String(regExp),
    test(text) {
      if (text.length <= harmless) return regExp.test(text);
      // A text that timed out would time out again; one half as long might, too.
      if (text.length >= tooLong) return false;
      const matched = testInTime(regExp, text);
      if (matched === undefined) tooLong = Math.max(harmless, text.length / 2);
      return matched ?? false;
    },
  };
}

/**
 * The text length up to which a pattern takes negligible steps, whatever the text. Each repetition multiplies the ways to match
 * by the length; the repetition of a group doubles them with every character.
 */
function harmlessLength(source: string): number {
  const bare = source.replaceAll(/\\./gs, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  const repetition = /[*+]|\{\d+,\}|\{\d*,?\d{2,}\}/g;
  const isNested = [...bare.matchAll(repetition)].some(({ index }) => bare[index - 1] === ')');
  if (isNested) return Math.log2(negligibleSteps);
  const repetitions = bare.match(repetition)?.length ?? 0;
  const starts = bare.startsWith('^') && !bare.includes('|') ? 0 : 1;
  return negligibleSteps ** (1 / Math.max(1, repetitions + starts));
}

const context = createContext({ regExp: undefined, text: undefined }) as { regExp?: RegExp; text?: string };
const script = new Script('regExp.test(text)');

/** Undefined on timeout. Counts CPU time, so that a busy machine does not fail honest patterns. */
function testInTime(regExp: RegExp, text: string): boolean | undefined {
  Object.assign(context, { regExp, text });
  try {
    for (let spent = 0; spent < timeLimit; ) {
      const before = process.threadCpuUsage();
      try {
        return script.runInContext(context, { timeout: timeLimit }) as boolean;
      } catch {
        const { user, system } = process.threadCpuUsage(before);
        spent = Math.max(spent + 1, (user + system) / 1000 / cpuShare);
      }
    }
    return undefined;
  } finally {
    Object.assign(context, { regExp: undefined, text: undefined });
  }
}
