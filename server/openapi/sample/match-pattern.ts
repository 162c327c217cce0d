import { randomInt } from 'node:crypto';
import { type CharSet, JS, NFA, Words } from 'refa';
import { readPattern } from '../pattern.ts';
import { wordsOf } from './words-of.ts';

/** Whether a pattern accepts a text. */
export function matches(pattern: string, text: string): boolean {
  return readPattern(pattern)?.test(text) ?? true;
}

const wordLimit = 400;
const nodeLimit = 20_000;
/** Patterns whose minimum length is greater are not searched. */
const longestMatch = 1000;

interface Wanted {
  minLength: number;
  maxLength: number;
  count?: number;
  /** Chooses a character of each set. */
  pick?: (words: readonly CharSet[]) => number[];
}

/** Digits and letters. */
const readable = [
  [48, 57],
  [65, 90],
  [97, 122],
] as const;

/** A text that a pattern accepts, of random letters and digits where it allows any; undefined if none is found. */
export function randomMatch(pattern: string, minLength: number, maxLength: number): string | undefined {
  const pick = (words: readonly CharSet[]) => words.map(randomCharacter);
  return findMatches(pattern, { minLength, maxLength, pick })[0];
}

/** Patterns that are open to any length are matched with about so many characters: one letter says too little. */
const usualLength = 8;

/** A text that a pattern accepts, of letters and digits that look random and are the same for the same seed; undefined if none is found. */
export function seededMatch(pattern: string, minLength: number, maxLength: number, seed: number): string | undefined {
  const key = `${pattern}\n${minLength}\n${maxLength}\n${seed}`;
  if (!seededMatches.has(key)) {
    if (seededMatches.size >= mostSeeded) seededMatches.clear();
    let state = seed;
    const next = (limit: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const pick = (words: readonly CharSet[]) => words.map((set) => chosenCharacter(set, next));
    const length = Math.max(minLength, Math.min(maxLength, usualLength));
    const [usual] = findMatches(pattern, { minLength: length, maxLength, pick });
    const isShorter = usual === undefined && length > minLength;
    seededMatches.set(key, isShorter ? findMatches(pattern, { minLength, maxLength, pick })[0] : usual);
  }
  return seededMatches.get(key);
}

/** Automatons take long to make, and parts of samples are made again. */
const seededMatches = new Map<string, string | undefined>();
const mostSeeded = 5_000;

function randomCharacter(set: CharSet): number {
  return chosenCharacter(set, randomInt);
}

function chosenCharacter({ ranges }: CharSet, randomBelow: (limit: number) => number): number {
  const usual = ranges.flatMap(({ min, max }) =>
    readable.flatMap(([low, high]) =>
      Math.max(min, low) <= Math.min(max, high) ? [[Math.max(min, low), Math.min(max, high)] as const] : [],
    ),
  );
  const all = usual.length > 0 ? usual : ranges.map(({ min, max }) => [min, max] as const);
  const [low, high] = all[randomBelow(all.length)] ?? [48, 57];
  return low + randomBelow(high - low + 1);
}

/** Tries the shortest texts that a pattern accepts and that are long enough, in order of length. */
export function findMatches(
  pattern: string,
  { minLength, maxLength, count = 1, pick = Words.pickMostReadableWord }: Wanted,
): string[] {
  const found = new Set<string>();
  const regExp = readPattern(pattern)?.regExp;
  if (!regExp || minLength > longestMatch) return [];
  try {
    let tried = 0;
    for (const words of wordsOf(automatonOf(regExp), minLength)) {
      const word = pick(words);
      if (word.length > maxLength) break;
      for (const text of [word, ...otherEnds(words, word, count - 1)].map((each) => String.fromCodePoint(...each)))
        if (found.size < count && text.length <= maxLength && matches(pattern, text)) found.add(text);
      if (found.size >= count || ++tried > wordLimit) break;
    }
  } catch {
    // The pattern is too large; the caller validates the sample anyway.
  }
  return [...found];
}

/** The same word with other characters at its end that can be read as well. */
function otherEnds(words: CharSet[], word: number[], count: number): number[][] {
  const last = words.at(-1);
  const from = word.at(-1);
  if (!last || from === undefined || count <= 0) return [];
  const others = Array.from({ length: 26 }, (_, index) => from + 1 + index).filter((character) => last.has(character));
  return others.slice(0, count).map((character) => [...word.slice(0, -1), character]);
}

function automatonOf(regExp: RegExp): NFA {
  const { expression, maxCharacter } = JS.Parser.fromLiteral(regExp).parse({
    assertions: 'ignore',
    backreferences: 'disable',
    maxNodes: nodeLimit,
  });
  return NFA.fromRegex(expression, { maxCharacter }, {}, new NFA.LimitedNodeFactory(nodeLimit));
}
