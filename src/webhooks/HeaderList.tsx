import Translate from '@docusaurus/Translate';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './HeaderList.module.css';

/** The headers of a message, folded away until they are asked for. */
export function HeaderList({ headers }: { headers: Record<string, string> }) {
  const lines = Object.entries(headers);
  return (
    <details className={styles.headers}>
      <summary>
        <Translate id="webhooks.headers" values={{ count: lines.length }}>
          {'Cabeçalhos ({count})'}
        </Translate>
      </summary>
      <dl translate="no">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={lines.map((line) => line.join(': ')).join('\n')} className={styles.copy} />
    </details>
  );
}
