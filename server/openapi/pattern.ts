import { createContext, Script } from 'node:vm';

/** A pattern from a document, safe from ReDoS: matching always ends within a time limit, for a text and for all of a value. */
export interface Pattern {
  regExp: RegExp;
  test(text: string): boolean;
  /** Ajv identifies patterns by their text. */
  toString(): string;
}

/** Milliseconds for a text, and for all texts of a value: longer than well-behaved patterns take. */
const timeLimit = 25;
/** The share of wall time that the thread gets on a machine that is not overloaded. */
const cpuShare = 0.5;
/** A match of so many steps takes negligible time. */
const negligibleSteps = 1_000_000;
/** Milliseconds that a step takes at most; in what is beyond that, a busy machine did something else. */
const longestStep = 1e-5;

const known = new Map<string, Pattern | undefined>();

/** Thrown when the patterns have taken too long with the texts of one value. */
export class PatternsTakeTooLong extends Error {}

/** Milliseconds that patterns may still take with the value that is being checked. */
let timeLeft = Number.POSITIVE_INFINITY;

/** Checks a value whose texts, together, may take patterns no longer than one text may. Throws PatternsTakeTooLong. */
export function withinTime<T>(check: () => T): T {
  timeLeft = timeLimit;
  try {
    return check();
  } finally {
    timeLeft = Number.POSITIVE_INFINITY;
  }
}

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

/** The ends of a text as Perl, Ruby and Python write them; JavaScript would take them for the letters. */
const ends: [RegExp, string][] = [
  [/(?<!\\)((?:\\\\)*)\\A/g, '$1^'],
  [/(?<!\\)((?:\\\\)*)\\[Zz]/g, '$1$$'],
];

function compile(source: string): RegExp | undefined {
  const [, written = source, flags = ''] = literal.exec(source) ?? [];
  const bare = ends.reduce((text, [end, own]) => text.replace(end, own), written);
  for (const mode of ['u', '']) {
    try {
      return new RegExp(bare, flags + mode);
    } catch {}
  }
  return undefined;
}

/** Nested repetitions can take exponential time (ReDoS): a text not matched within the time limit counts as not matching. */
function guard(regExp: RegExp): Pattern {
  const stepsFor = mostSteps(regExp.source);
  const isLinear = stepsFor(2) === 2;
  let tooLong = Number.POSITIVE_INFINITY;
  return {
    regExp,
    toString: () => String(regExp),
    test(text) {
      const steps = stepsFor(text.length);
      if (isLinear && steps <= negligibleSteps) return regExp.test(text);
      if (timeLeft <= 0) throw new PatternsTakeTooLong();
      if (steps <= negligibleSteps) return testCounted(regExp, text, steps);
      // A text that timed out would time out again; one half as long might, too.
      if (text.length >= tooLong) return false;
      const limit = Math.min(timeLimit, timeLeft);
      const { matched, spent } = testInTime(regExp, text, limit);
      timeLeft -= spent;
      if (matched === undefined && limit < timeLimit) throw new PatternsTakeTooLong();
      if (matched === undefined) tooLong = text.length / 2;
      return matched ?? false;
    },
  };
}

/**
 * How many steps a pattern takes at most, by the length of the text. Each repetition multiplies the ways to match by the length; the
 * repetition of a group doubles them with every character.
 */
function mostSteps(source: string): (length: number) => number {
  const bare = source.replaceAll(/\\./gs, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  const repetition = /[*+]|\{\d+,\}|\{\d*,?\d{2,}\}/g;
  if ([...bare.matchAll(repetition)].some(({ index }) => bare[index - 1] === ')')) return (length) => 2 ** length;
  const repetitions = bare.match(repetition)?.length ?? 0;
  const starts = bare.startsWith('^') && !bare.includes('|') ? 0 : 1;
  return (length) => length ** Math.max(1, repetitions + starts);
}

function testCounted(regExp: RegExp, text: string, steps: number): boolean {
  const began = performance.now();
  const matched = regExp.test(text);
  timeLeft -= Math.min(performance.now() - began, steps * longestStep);
  return matched;
}

const context = createContext({ regExp: undefined, text: undefined }) as { regExp?: RegExp; text?: string };
const script = new Script('regExp.test(text)');

/** Undefined on timeout. Counts CPU time, so that a busy machine does not fail honest patterns. */
function testInTime(regExp: RegExp, text: string, limit: number): { matched?: boolean; spent: number } {
  Object.assign(context, { regExp, text });
  const began = process.threadCpuUsage();
  let spent = 0;
  try {
    do {
      try {
        const matched = script.runInContext(context, { timeout: Math.ceil(limit) }) as boolean;
        return { matched, spent: millisecondsSince(began) };
      } catch {
        spent = Math.max(spent + 1, millisecondsSince(began) / cpuShare);
      }
    } while (spent < limit);
    return { spent };
  } finally {
    Object.assign(context, { regExp: undefined, text: undefined });
  }
}

function millisecondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}
