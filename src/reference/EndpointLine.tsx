import { translate } from '@docusaurus/Translate';
import { CopyButton } from '@site/src/ui/CopyButton.tsx';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import { Fragment } from 'react';
import type { OperationData } from '../documents/operation-data.ts';
import { useApiServer } from '../exchange/use-api-server.ts';
import styles from './EndpointLine.module.css';

/** Method and path; the copy button adds where the chosen server is. */
export function EndpointLine({ operation }: { operation: OperationData }) {
  const { server, address } = useApiServer(operation.api);
  const base = server?.isOwn ? operation.api.basePath : address;
  return (
    <p className={styles.line}>
      <MethodBadge method={operation.method} />
      <code className={styles.path} translate="no">
        <span className={styles.base}>{breakable(base)}</span>
        {breakable(operation.path)}
      </code>
      <CopyButton
        text={address + operation.path}
        label={translate({ id: 'reference.copyAddress', message: 'Copiar o endereço' })}
      />
    </p>
  );
}

/** Allows line breaks before the slashes of a path. */
function breakable(path: string) {
  return path.split(/(?=\/)/).map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: segments may repeat
    <Fragment key={index}>
      <wbr />
      {segment.startsWith('/{') ? (
        <>
          /<span className={styles.variable}>{segment.slice(1)}</span>
        </>
      ) : (
        segment
      )}
    </Fragment>
  ));
}
