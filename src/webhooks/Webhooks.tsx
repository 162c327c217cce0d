import { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { usePageQuery } from '../ui/use-page-query.ts';
import { Endpoints } from './endpoints/Endpoints.tsx';
import { Inboxes } from './inboxes/Inboxes.tsx';
import { useLiveWebhooks } from './live/use-live-webhooks.ts';
import { DeliveryLog } from './log/DeliveryLog.tsx';
import { TimeTravel } from './TimeTravel.tsx';
import styles from './Webhooks.module.css';

/** The webhooks of this browser's workspace: what was delivered, to whom, and inboxes to receive in. */
export function Webhooks() {
  return (
    <PlatformProvider>
      <WebhookParts />
    </PlatformProvider>
  );
}

function WebhookParts() {
  const { search, go } = usePageQuery();
  const [isLive, setLive] = useState(true);
  const live = useLiveWebhooks(isLive);
  const selected = new URLSearchParams(search).get('tab') ?? 'deliveries';
  const items = [
    {
      id: 'deliveries',
      label: translate({ id: 'webhooks.tab.deliveries', message: 'Entregas' }),
      content: () => <DeliveryLog live={live} onLive={setLive} />,
    },
    {
      id: 'endpoints',
      label: translate({ id: 'webhooks.tab.endpoints', message: 'Endpoints' }),
      content: () => <Endpoints />,
    },
    {
      id: 'inboxes',
      label: translate({ id: 'webhooks.tab.inboxes', message: 'Caixas de entrada' }),
      content: () => <Inboxes />,
    },
  ];
  return (
    <div className={styles.webhooks}>
      <TimeTravel />
      <Tabs
        className={styles.tabs}
        label={translate({ id: 'webhooks.tabs', message: 'Partes dos webhooks' })}
        // Only what is looked at is read from the server.
        items={items.map(({ content, ...item }) => ({ ...item, content: item.id === selected ? content() : null }))}
        selected={selected}
        onSelect={(tab) => go(tab === 'deliveries' ? '' : `tab=${tab}`)}
      />
    </div>
  );
}
