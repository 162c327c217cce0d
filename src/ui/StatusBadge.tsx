import clsx from 'clsx';
import styles from './StatusBadge.module.css';
import { findStatusText } from './status-texts.ts';

const classes = ['server', 'info', 'success', 'redirect', 'client', 'server'];

interface Props {
  /** `201`, `'201'`, `'4XX'` or `'default'`. */
  status: string | number;
  /** Adds the reason phrase. */
  text?: boolean;
  className?: string;
}

/** An HTTP status in the colour of its class. */
export function StatusBadge({ status, text = false, className }: Props) {
  const code = String(status);
  const kind = classes[Number(code[0])] ?? 'info';
  const phrase = text ? findStatusText(code) : undefined;
  return (
    <span className={clsx(styles.status, className)} style={{ color: `var(--status-${kind})` }}>
      <b>{code}</b>
      {phrase && <span> {phrase}</span>}
    </span>
  );
}
