import { translate } from '@docusaurus/Translate';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { useMayWrite } from '../client/use-may-write.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { usePageQuery } from '../ui/use-page-query.ts';
import { AuditTrail } from './audit/AuditTrail.tsx';
import { Clients } from './clients/Clients.tsx';
import { GuestNote } from './GuestNote.tsx';
import styles from './Keys.module.css';
import { KeyList } from './keys/KeyList.tsx';
import { ReaderNote } from './ReaderNote.tsx';

/** What opens this browser's workspace, in three parts. */
export function Keys() {
  return (
    <PlatformProvider>
      <KeyParts />
    </PlatformProvider>
  );
}

function KeyParts() {
  const { search, go } = usePageQuery();
  const mayWrite = useMayWrite();
  const query = new URLSearchParams(search);
  const selected = query.get('tab') ?? 'keys';
  const items = [
    {
      id: 'keys',
      label: translate({ id: 'keys.tab.keys', message: 'Chaves de API' }),
      content: () => <KeyList mayWrite={mayWrite} />,
    },
    {
      id: 'clients',
      label: translate({ id: 'keys.tab.clients', message: 'Clientes OAuth' }),
      content: () => <Clients mayWrite={mayWrite} />,
    },
    {
      id: 'audit',
      label: translate({ id: 'keys.tab.audit', message: 'Trilha de auditoria' }),
      content: () => (
        <AuditTrail targetId={query.get('target') ?? undefined} onShowAll={() => go('tab=audit', 'replace')} />
      ),
    },
  ];
  return (
    <div className={styles.keys}>
      <GuestNote />
      {!mayWrite && <ReaderNote />}
      <Tabs
        className={styles.tabs}
        label={translate({ id: 'keys.tabs', message: 'Partes das chaves' })}
        // Only what is looked at is read from the server.
        items={items.map(({ content, ...item }) => ({ ...item, content: item.id === selected ? content() : null }))}
        selected={selected}
        onSelect={(tab) => go(tab === 'keys' ? '' : `tab=${tab}`)}
      />
    </div>
  );
}
