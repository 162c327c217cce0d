import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import { useEffect, useState } from 'react';
import { watchKeyChanges } from '../../client/key-changes.ts';
import { findSignedIn } from '../../client/signed-in.ts';
import { browserStorage } from '../../ui/browser-storage.ts';
import { StrokeIcon } from '../../ui/StrokeIcon.tsx';
import { useServerUrl } from '../../ui/use-server-url.ts';
import styles from './styles.module.css';

/** Shows who is signed in, or a link to sign in. It calls the server only if somebody was signed in before. */
export function PersonLink() {
  const serverUrl = useServerUrl();
  const [name, setName] = useState<string>();
  useEffect(() => {
    const show = () => setName(findSignedIn(browserStorage())?.name);
    show();
    return watchKeyChanges(show);
  }, []);
  useEffect(() => {
    if (!findSignedIn(browserStorage())) return;
    import('../../people/use-account.ts').then(({ refreshSignedIn }) => refreshSignedIn(serverUrl)).catch(() => {});
  }, [serverUrl]);

  const text = name ?? translate({ id: 'people.signIn', message: 'Entrar' });
  const label = name && translate({ id: 'theme.account', message: 'Sua conta, {name}' }, { name });
  return (
    <Link to={name ? '/account' : '/sign-in'} className={styles.person} aria-label={label}>
      <StrokeIcon box={20} size={18} thickness={1.6}>
        <circle cx="10" cy="6.5" r="3.5" />
        <path d="M3.5 17.5c.6-3.6 3-5.5 6.5-5.5s5.9 1.9 6.5 5.5" />
      </StrokeIcon>
      <span>{text}</span>
    </Link>
  );
}
