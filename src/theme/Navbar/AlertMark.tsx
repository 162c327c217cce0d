import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import { useEffect, useState } from 'react';
import { findGuestKey } from '../../client/guest-key.ts';
import { findSignedIn, holderOf } from '../../client/signed-in.ts';
import { browserStorage } from '../../ui/browser-storage.ts';
import { useServerUrl } from '../../ui/use-server-url.ts';
import styles from './AlertMark.module.css';

/** Says that an alert is open. It calls the server once in five minutes, and only if this browser has a workspace. */
export function AlertMark() {
  const serverUrl = useServerUrl();
  const [count, setCount] = useState(0);
  useEffect(() => {
    const person = findSignedIn(browserStorage());
    if (!person && !findGuestKey(browserStorage(), Date.now(), holderOf(person))) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    import('../../alerts/open-alerts.ts').then(({ askForOpen, findNoted, onNoted }) => {
      if (isGone) return;
      const show = () => setCount(findNoted() ?? 0);
      stop = onNoted(show);
      if (findNoted() === undefined) askForOpen(serverUrl).catch(() => {});
      else show();
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [serverUrl]);

  if (count === 0) return null;
  return (
    <Link to="/alerts" className={styles.alert}>
      {count === 1
        ? translate({ id: 'theme.alert', message: '1 alerta' })
        : translate({ id: 'theme.alerts', message: '{count} alertas' }, { count: String(count) })}
    </Link>
  );
}
