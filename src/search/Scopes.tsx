import { translate } from '@docusaurus/Translate';
import styles from './Search.module.css';

interface Props {
  /** Number of matching pages per group. */
  counts: Record<string, number>;
  here: string | undefined;
  only: string | undefined;
  nameOf: (group: string) => string;
  onChange: (only: string | undefined) => void;
}

/** Restricts the results to one API or to the guides; the API of the current page comes first. */
export function Scopes({ counts, here, only, nameOf, onChange }: Props) {
  const groups = Object.entries(counts).sort(([a, m], [b, n]) => Number(b === here) - Number(a === here) || n - m);
  const isShown = groups.length > 1 || (only !== undefined && groups.length > 0);
  if (!isShown) return null;
  const total = groups.reduce((sum, [, count]) => sum + count, 0);
  const all = translate({ id: 'search.everything', message: 'Tudo' });
  return (
    <fieldset className={styles.scopes} aria-label={translate({ id: 'search.scope', message: 'Onde buscar' })}>
      {[['', total] as const, ...groups].map(([group, count]) => (
        <button
          key={group}
          type="button"
          aria-pressed={(only ?? '') === group}
          onClick={() => onChange(group || undefined)}
        >
          {group ? nameOf(group) : all} <span>{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
