import Translate, { translate } from '@docusaurus/Translate';
import { HitLink } from './HitLink.tsx';
import type { Hit } from './hits.ts';
import styles from './Search.module.css';
import type { useOptions } from './use-options.ts';

export interface ResultGroup {
  name: string;
  hits: Hit[];
}

interface Props {
  groups: ResultGroup[];
  query: string;
  options: ReturnType<typeof useOptions>;
  /** How many more pages match. */
  left: number;
  onChoose: (hit: Hit) => void;
  onMore: () => void;
}

/** The results, grouped by API, guides and portal pages; the last option loads more. */
export function ResultList({ groups, query, options, left, onChoose, onMore }: Props) {
  const { listId, idOf, active, setActive } = options;
  let index = 0;
  return (
    <div id={listId} role="listbox" aria-label={translate({ id: 'search.results', message: 'Resultados' })}>
      {groups.map(({ name, hits }, place) => (
        // biome-ignore lint/a11y/useSemanticElements: in a listbox, groups are recognized by role only
        <div key={name} role="group" aria-labelledby={`${listId}-group-${place}`} className={styles.group}>
          <div id={`${listId}-group-${place}`} className={styles.groupName} role="presentation">
            {name}
          </div>
          {hits.map((hit) => {
            const at = index++;
            return (
              <HitLink
                key={hit.url}
                hit={hit}
                query={query}
                id={idOf(at)}
                isActive={at === active}
                onPoint={() => setActive(at)}
                onChoose={() => onChoose(hit)}
              />
            );
          })}
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
