import { translate } from '@docusaurus/Translate';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { useMayWrite } from '../client/use-may-write.ts';
import { PageTabs } from '../ui/PageTabs.tsx';
import { usePageQuery } from '../ui/use-page-query.ts';
import { AuditTrail } from './audit/AuditTrail.tsx';
import { Clients } from './clients/Clients.tsx';
import { GuestNote } from './GuestNote.tsx';
import styles from './Keys.module.css';
import { KeyList } from './keys/KeyList.tsx';
import { ReaderNote } from './ReaderNote.tsx';

/** Access to this browser's workspace: keys, OAuth clients and audit trail. */
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
        <AuditTrail
          targetId={new URLSearchParams(search).get('target') ?? undefined}
          onShowAll={() => go('tab=audit', 'replace')}
        />
      ),
    },
  ];
  return (
    <div className={styles.list}>
      <GuestNote />
      {!mayWrite && <ReaderNote />}
      <PageTabs label={translate({ id: 'keys.tabs', message: 'Seções da página de chaves' })} items={items} />
    </div>
  );
}
