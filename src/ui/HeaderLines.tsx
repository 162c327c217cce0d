import { CopyButton } from './CopyButton.tsx';
import styles from './HeaderLines.module.css';
import { LinkedText } from './LinkedText.tsx';

/** The headers of a message, with a copy button. */
export function HeaderLines({ headers }: { headers: [name: string, value: string][] }) {
  const lines = headers.map((header) => header.join(': '));
  return (
    <div className={styles.headers}>
      <dl translate="no">
        {headers.map(([name, value], index) => (
          <div key={lines[index]}>
            <dt>{name}</dt>
            <dd>
              <LinkedText>{value}</LinkedText>
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton text={lines.join('\n')} className={styles.copy} />
    </div>
  );
}
