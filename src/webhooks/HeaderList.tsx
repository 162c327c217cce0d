import Translate from '@docusaurus/Translate';
import { HeaderLines } from '../ui/HeaderLines.tsx';
import styles from './HeaderList.module.css';

/** The headers of a message, collapsed by default. */
export function HeaderList({ headers }: { headers: Record<string, string> }) {
  const lines = Object.entries(headers);
  return (
    <details className={styles.headers}>
      <summary>
        <Translate id="webhooks.headers" values={{ count: lines.length }}>
          {'Cabeçalhos ({count})'}
        </Translate>
      </summary>
      <HeaderLines headers={lines} />
    </details>
  );
}
