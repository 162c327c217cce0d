import Translate from '@docusaurus/Translate';
import type { OperationData } from '../../documents/operation-data.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { useServerUrl } from '../../ui/use-server-url.ts';
import styles from './MessageView.module.css';
import { writeEntryCurl } from './write-entry-curl.ts';

interface Props {
  entry: RequestDetails;
  operation: OperationData | null | undefined;
}

/** The same call as a command, with the key in a variable. */
export function SameCurl({ entry, operation }: Props) {
  const serverUrl = useServerUrl();
  if (operation === undefined || !entry.request) return null;
  const isWhole = entry.request.body !== null || entry.request_bytes === 0;
  return (
    <div className={styles.curl}>
      <h3>
        <Translate id="requests.curl">Com curl</Translate>
      </h3>
      <CodeView wrap language="shell" code={writeEntryCurl(entry, operation, serverUrl)} />
      {!isWhole && (
        <p className={styles.note}>
          <Translate id="requests.curl.noBody">O corpo não está no registro: acrescente-o com --data-raw.</Translate>
        </p>
      )}
    </div>
  );
}
