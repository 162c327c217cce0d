import clsx from 'clsx';
import styles from './MethodBadge.module.css';

const shortened: Record<string, string> = { DELETE: 'DEL', OPTIONS: 'OPT' };

/** An HTTP method in its colour; `compact` abbreviates long names so that lists align. */
export function MethodBadge({ method, compact = false }: { method: string; compact?: boolean }) {
  const name = method.toUpperCase();
  const colour = styles[name.toLowerCase()] ?? styles.other;
  return (
    <span className={clsx(colour, compact && styles.compact)}>
      {compact && shortened[name] ? <abbr title={name}>{shortened[name]}</abbr> : name}
    </span>
  );
}
