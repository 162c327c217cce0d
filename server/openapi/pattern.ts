import { createContext, Script } from 'node:vm';

/** A pattern of a document: nothing that is sent can keep it busy for long. */
export interface Pattern {
  regExp: RegExp;
  test(text: string): boolean;
  /** Ajv tells patterns apart by their text. */
  toString(): string;
}

/** Longer than any honest pattern takes with any honest text, in milliseconds of this thread's own time. */
const patience = 50;
/** What part of its time a thread has to itself that is not kept waiting. */
const calm = 0.5;
/** So many steps are over at once. */
const fewSteps = 1_000_000;

const known = new Map<string, Pattern | undefined>();

/** Patterns are ECMA-262 with Unicode (JSON Schema 2020-12, 6.4); one that is only good without is taken so. Undefined for another dialect's. */
export function readPattern(source: string): Pattern | undefined {
  if (!known.has(source)) {
    const regExp = compile(source);
    known.set(source, regExp && guard(regExp));
  }
  return known.get(source);
}

const anyText: Pattern = { regExp: /(?:)/, test: () => true, toString: () => 'anyText' };

/** Reads a pattern for Ajv; one of another dialect allows all. */
export function compilePattern(pattern: string): Pattern {
  return readPattern(pattern) ?? anyText;
}
// Ajv wants to know how it would write this function into a file.
compilePattern.code = 'compilePattern';

/** A pattern between slashes, as JavaScript writes one: to the letter it would match nothing. */
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

/** A pattern that repeats within a repetition can take for ever (ReDoS): what it has not matched in time, it does not match. */
function guard(regExp: RegExp): Pattern {
  const harmless = harmlessLength(regExp.source);
  let tooLong = Number.POSITIVE_INFINITY;
  return {
    regExp,
    toString: () => String(regExp),
    test(text) {
      if (text.length <= harmless) return regExp.test(text);
      // What took too long once would take as long again; so may what is half as long.
      if (text.length >= tooLong) return false;
      const matched = testInTime(regExp, text);
      if (matched === undefined) tooLong = Math.max(harmless, text.length / 2);
      return matched ?? false;
    },
  };
}

/**
 * How long a text may be for a pattern to be through it in few steps, whatever it says. Every repetition multiplies the ways
 * to read a text by its length; one of a group, or of a choice, doubles them with every character.
 */
function harmlessLength(source: string): number {
  const bare = source.replaceAll(/\\./gs, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  const repetition = /[*+]|\{\d+,\}|\{\d*,?\d{2,}\}/g;
  const isNested = [...bare.matchAll(repetition)].some(({ index }) => bare[index - 1] === ')');
  if (isNested) return Math.log2(fewSteps);
  const repetitions = bare.match(repetition)?.length ?? 0;
  const starts = bare.startsWith('^') && !bare.includes('|') ? 0 : 1;
  return fewSteps ** (1 / Math.max(1, repetitions + starts));
}

const place = createContext({ regExp: undefined, text: undefined }) as { regExp?: RegExp; text?: string };
const script = new Script('regExp.test(text)');

/** Undefined when it is not over in time. The time of a machine that has much else to do does not count. */
function testInTime(regExp: RegExp, text: string): boolean | undefined {
  Object.assign(place, { regExp, text });
  try {
    for (let spent = 0; spent < patience; ) {
      const before = process.threadCpuUsage();
      try {
        return script.runInContext(place, { timeout: patience }) as boolean;
      } catch {
        const { user, system } = process.threadCpuUsage(before);
        spent = Math.max(spent + 1, (user + system) / 1000 / calm);
      }
    }
    return undefined;
  } finally {
    Object.assign(place, { regExp: undefined, text: undefined });
  }
}
