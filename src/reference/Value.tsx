import styles from './Value.module.css';

/** A value of a document as code: texts without quotes, the rest as JSON. */
export function Value({ value }: { value: unknown }) {
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  return (
    <code className={styles.value} translate="no">
      {text}
    </code>
  );
}
