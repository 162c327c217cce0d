import Link from '@docusaurus/Link';
import { CopyButton } from './CopyButton.tsx';
import styles from './HeaderLines.module.css';
import { LinkedText } from './LinkedText.tsx';

interface Props {
  headers: [name: string, value: string][];
  /** The page that a value leads to; nothing for most. */
  follow?: (name: string, value: string) => string | undefined;
}

/** The headers of a message, with a copy button. */
export function HeaderLines({ headers, follow }: Props) {
  const lines = headers.map((header) => header.join(': '));
  return (
    <div className={styles.headers}>
      <dl translate="no">
        {headers.map(([name, value], index) => {
          const to = follow?.(name, value);
          return (
            <div key={lines[index]}>
              <dt>{name}</dt>
              <dd>{to ? <Link to={to}>{value}</Link> : <LinkedText>{value}</LinkedText>}</dd>
            </div>
          );
        })}
      </dl>
      <CopyButton text={lines.join('\n')} className={styles.copy} />
    </div>
  );
}
