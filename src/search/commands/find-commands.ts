import { unaccented } from '../key-of.ts';
import { partsOf } from '../names/word-parts.ts';
import type { Command } from './command.ts';

/** Letters of a word from which on it may ask for a command: `es` begins much else. */
const shortest = 3;

/**
 * The commands that a query asks for: `first` those that it begins to name by one of their words, `after` those whose label merely has
 * its words, so that Enter never does what only looked like a result.
 */
export function findCommands(commands: Command[], query: string): { first: Command[]; after: Command[] } {
  const words = unaccented(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const [lead = ''] = words;
  if (lead.length < shortest) return { first: [], after: [] };
  const found = commands.filter((command) =>
    words.every((word) => beginsAny(`${command.words} ${command.label}`, word)),
  );
  const isAsked = (command: Command) => beginsAny(command.words, lead);
  return { first: found.filter(isAsked), after: found.filter((command) => !isAsked(command)) };
}

function beginsAny(text: string, word: string): boolean {
  return partsOf(text).some((part) => part.startsWith(word));
}
