import type { Command } from './commands/command.ts';
import type { Hit } from './hits.ts';

/** What the list of the search offers. */
export type SearchOption =
  | { kind: 'hit'; hit: Hit }
  | { kind: 'query'; query: string }
  | { kind: 'command'; command: Command };

export interface OptionGroup {
  id: string;
  name: string;
  options: SearchOption[];
}

/** Tells one option of the list from all others. */
export function keyOfOption({ id }: OptionGroup, option: SearchOption): string {
  switch (option.kind) {
    case 'hit':
      return `${id} ${option.hit.url}`;
    case 'query':
      return `${id} ${option.query}`;
    case 'command':
      return `${id} ${option.command.id}`;
  }
}
