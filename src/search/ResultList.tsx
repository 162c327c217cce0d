import Translate, { translate } from '@docusaurus/Translate';
import type { Command } from './commands/command.ts';
import { HitLink } from './HitLink.tsx';
import type { Hit } from './hits.ts';
import { OptionRow } from './OptionRow.tsx';
import styles from './Search.module.css';
import type { OptionGroup, SearchOption } from './search-option.ts';
import type { useOptions } from './use-options.ts';

interface Props {
  groups: OptionGroup[];
  /** Words to be marked in titles and paths. */
  terms: string;
  options: ReturnType<typeof useOptions>;
  /** How many more pages match. */
  left: number;
  onHit: (hit: Hit) => void;
  onQuery: (query: string) => void;
  onCommand: (command: Command) => void;
  onMore: () => void;
}

/** The options, grouped by API, guides, portal pages and commands; the last one loads more. */
export function ResultList({ groups, terms, options, left, onHit, onQuery, onCommand, onMore }: Props) {
  const { listId, idOf, active, setActive } = options;
  let index = 0;

  function show(option: SearchOption) {
    const at = index++;
    const common = { id: idOf(at), isActive: at === active, onPoint: () => setActive(at) };
    switch (option.kind) {
      case 'hit':
        return (
          <HitLink key={option.hit.url} {...common} hit={option.hit} query={terms} onChoose={() => onHit(option.hit)} />
        );
      case 'query':
        return (
          <OptionRow key={option.query} {...common} icon="again" onChoose={() => onQuery(option.query)}>
            {option.query}
          </OptionRow>
        );
      case 'command': {
        const { id, label, to, lang } = option.command;
        const target = { ...(to !== undefined && { to }), ...(lang !== undefined && { lang }) };
        return (
          <OptionRow key={id} {...common} {...target} icon="command" onChoose={() => onCommand(option.command)}>
            {label}
          </OptionRow>
        );
      }
    }
  }

  return (
    <div id={listId} role="listbox" aria-label={translate({ id: 'search.results', message: 'Resultados' })}>
      {groups.map(({ id, name, options: inGroup }) => (
        // biome-ignore lint/a11y/useSemanticElements: in a listbox, groups are recognized by role only
        <div key={id} role="group" aria-labelledby={`${listId}-group-${id}`} className={styles.group}>
          <div id={`${listId}-group-${id}`} className={styles.groupName} role="presentation">
            {name}
          </div>
          {inGroup.map(show)}
        </div>
      ))}
      {left > 0 && (
        <button
          type="button"
          id={idOf(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.more}
          onPointerMove={() => setActive(index)}
          onClick={onMore}
        >
          <Translate id="search.more" values={{ count: String(left) }}>
            {'Mostrar mais ({count})'}
          </Translate>
        </button>
      )}
    </div>
  );
}
