import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ServerData } from '../documents/operation-aside.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { DocumentText } from '../ui/DocumentText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './ServerList.module.css';

/** Servers as the document describes them, with the variables of their addresses; `first` is the portal's own. */
export function ServerList({ servers, first }: { servers: ServerData[]; first?: ReactNode }) {
  return (
    <dl className={styles.servers}>
      {first}
      {servers.map((server, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two servers of a document may be alike
        <div key={index}>
          <dt>
            {server.name && <DocumentText>{server.name}</DocumentText>}
            <Prose html={server.description} />
          </dt>
          <dd>
            <span className={styles.address}>
              <code translate="no">{server.url}</code>
              {server.variables.length === 0 && <CopyButton text={server.url} />}
            </span>
            <Variables variables={server.variables} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Variables({ variables }: Pick<ServerData, 'variables'>) {
  if (variables.length === 0) return null;
  return (
    <ul className={styles.variables}>
      {variables.map(({ name, initial, choices, description }) => (
        <li key={name}>
          <code translate="no">{`{${name}}`}</code>{' '}
          <Translate id="reference.server.initial" values={{ value: <code translate="no">{initial}</code> }}>
            {'padrão: {value}'}
          </Translate>
          {choices.length > 0 && (
            <>
              {' · '}
              <Translate
                id="reference.server.choices"
                values={{ values: <code translate="no">{choices.join(', ')}</code> }}
              >
                {'valores: {values}'}
              </Translate>
            </>
          )}
          <Prose html={description} />
        </li>
      ))}
    </ul>
  );
}

/** The servers of an operation that is not where its API is. */
export function OwnServers({ servers }: { servers: ServerData[] }) {
  return (
    <>
      <p className={styles.note}>
        <Translate id="reference.ownServers">
          O documento diz outro endereço para esta operação. Ele vale no lugar dos servidores da API.
        </Translate>
      </p>
      <ServerList servers={servers} />
    </>
  );
}
