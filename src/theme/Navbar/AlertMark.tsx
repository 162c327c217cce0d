import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import { useEffect, useState } from 'react';
import { useWorkspaceId } from '../../client/current-key.ts';
import { useServerUrl } from '../../ui/use-server-url.ts';
import styles from './AlertMark.module.css';

/** Says that an alert of this workspace is open. It calls the server once in five minutes, and only if this browser has a workspace. */
export function AlertMark() {
  const serverUrl = useServerUrl();
  const workspaceId = useWorkspaceId();
  const [count, setCount] = useState(0);
  useEffect(() => {
    setCount(0);
    if (workspaceId === undefined) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    import('../../alerts/open-alerts.ts').then(
      ({ followOpen }) => {
        if (!isGone) stop = followOpen(serverUrl, workspaceId, setCount);
      },
      () => {},
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, [serverUrl, workspaceId]);

  if (count === 0) return null;
  const text =
    count === 1
      ? translate({ id: 'theme.alert', message: '1 alerta' })
      : translate({ id: 'theme.alerts', message: '{count} alertas' }, { count: String(count) });
  return (
    <Link to="/alerts" className={styles.alert} aria-label={text}>
      <span className={styles.text}>{text}</span>
      <span className={styles.count}>{count}</span>
    </Link>
  );
}
