import clsx from 'clsx';
import styles from './MethodBadge.module.css';

const shortened: Record<string, string> = { DELETE: 'DEL', OPTIONS: 'OPT', PATCH: 'PATCH' };

/** An HTTP method in its colour; `compact` shortens the long names so that lists align. */
export function MethodBadge({ method, compact = false }: { method: string; compact?: boolean }) {
  const name = method.toUpperCase();
  const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(name);
  return (
    <span
      className={clsx(styles.method, compact && styles.compact)}
      style={{ color: `var(--method-${known ? name.toLowerCase() : 'other'})` }}
    >
      {compact && shortened[name] ? <abbr title={name}>{shortened[name]}</abbr> : name}
    </span>
  );
}
