import { translate } from '@docusaurus/Translate';
import clsx from 'clsx';
import { useEffect, useState } from 'react';
import styles from './CopyButton.module.css';

interface Props {
  /** The text to copy; a function is evaluated at the click. */
  text: string | (() => string);
  /** Accessible name, for people who cannot see what the button belongs to. */
  label?: string;
  className?: string;
}

/** Copies a text, and confirms it visibly and to screen readers. */
export function CopyButton({ text, label, className }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }

  const name = label ?? translate({ id: 'ui.copy', message: 'Copiar' });
  return (
    <span className={clsx(styles.copy, className)}>
      <button
        type="button"
        className={styles.button}
        onClick={copy}
        aria-label={name}
        title={name}
        data-outcome={outcome}
      >
        <svg
          viewBox="0 0 16 16"
          width="16"
          height="16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          {outcome === 'copied' ? (
            <path d="m3 8.5 3.2 3.2L13 5" />
          ) : (
            <path d="M5.75 5.75h7.5v7.5h-7.5zM3.5 10.25H2.75v-7.5h7.5v.75" />
          )}
        </svg>
      </button>
      <span role="status" className={styles.said}>
        {outcome === 'copied' && translate({ id: 'ui.copied', message: 'Copiado' })}
        {outcome === 'failed' && translate({ id: 'ui.copyFailed', message: 'O navegador não permitiu copiar' })}
      </span>
    </span>
  );
}
