import { translate } from '@docusaurus/Translate';
import type { Command } from './commands/command.ts';
import { findCommands } from './commands/find-commands.ts';
import type { OptionGroup, SearchOption } from './search-option.ts';
import type { SearchResults } from './search-pages.ts';
import type { useSuggestions } from './use-suggestions.ts';

interface Shown {
  query: string;
  results: SearchResults | undefined;
  commands: Command[];
  suggestions: ReturnType<typeof useSuggestions>;
  nameOf: (group: string) => string;
}

/** The options in the order of the list: before anything is typed what may be wanted, then what was found. */
export function optionGroups({ query, results, commands, suggestions, nameOf }: Shown): OptionGroup[] {
  const toCommand = (command: Command): SearchOption => ({ kind: 'command', command });
  const commandsNamed = (id: string, some: Command[]) => ({
    id,
    name: translate({ id: 'search.commands', message: 'Comandos' }),
    options: some.map(toCommand),
  });
  if (query.trim() === '') {
    const { searches, recent, begin } = suggestions;
    return filled([
      {
        id: 'searches',
        name: translate({ id: 'search.searches', message: 'Buscas recentes' }),
        options: searches.map((text) => ({ kind: 'query', query: text })),
      },
      {
        id: 'recent',
        name: translate({ id: 'search.recent', message: 'Visitadas recentemente' }),
        options: recent.map((hit) => ({ kind: 'hit', hit })),
      },
      {
        id: 'begin',
        name: translate({ id: 'search.begin', message: 'Para começar' }),
        options: begin.map((hit) => ({ kind: 'hit', hit })),
      },
      commandsNamed('commands', commands),
    ]);
  }
  const { first, after } = findCommands(commands, query);
  return filled([
    commandsNamed('commands', first),
    ...(results?.groups ?? []).map(
      ({ group, hits }): OptionGroup => ({
        id: `in-${group}`,
        name: nameOf(group),
        options: hits.map((hit) => ({ kind: 'hit', hit })),
      }),
    ),
    commandsNamed('commands-after', after),
  ]);
}

function filled(groups: OptionGroup[]): OptionGroup[] {
  return groups.filter(({ options }) => options.length > 0);
}
