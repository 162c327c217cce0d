import { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { PageTabs } from '../ui/PageTabs.tsx';
import { Endpoints } from './endpoints/Endpoints.tsx';
import { Inboxes } from './inboxes/Inboxes.tsx';
import { useLiveWebhooks } from './live/use-live-webhooks.ts';
import { DeliveryLog } from './log/DeliveryLog.tsx';
import { TimeTravel } from './TimeTravel.tsx';
import styles from './Webhooks.module.css';

/** The webhooks of this browser's workspace: the delivery log, endpoints, and inboxes that receive them. */
export function Webhooks() {
  return (
    <PlatformProvider>
      <WebhookParts />
    </PlatformProvider>
  );
}

function WebhookParts() {
  const [isLive, setLive] = useState(true);
  const live = useLiveWebhooks(isLive);
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
      <PageTabs label={translate({ id: 'webhooks.tabs', message: 'Seções da página de webhooks' })} items={items} />
    </div>
  );
}
