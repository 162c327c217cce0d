import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import { useNavbarSecondaryMenu } from '@docusaurus/theme-common/internal';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIsUnder, useMainLinks } from './links.ts';
import styles from './menu.module.css';

/** The menu of narrow windows: the main links, then the pages of the current section. */
export function Menu() {
  const dialog = useRef<HTMLDialogElement>(null);
  // Its content is not in the HTML: without scripts the menu cannot be opened.
  const [isFilled, setFilled] = useState(false);
  const { pathname } = useLocation();
  const links = useMainLinks();
  const isUnder = useIsUnder();
  const section = useNavbarSecondaryMenu().content;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the address closes it
  useEffect(() => dialog.current?.close(), [pathname]);

  function open() {
    flushSync(() => setFilled(true));
    dialog.current?.showModal();
  }

  const openLabel = translate({ id: 'theme.openMenu', message: 'Abrir o menu' });
  const closeLabel = translate({ id: 'theme.closeMenu', message: 'Fechar o menu' });
  return (
    <>
      <button type="button" className={styles.menuButton} aria-label={openLabel} onClick={open}>
        <svg viewBox="0 0 20 20" width="20" height="20" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
          <path d="M2 5.5h16M2 10h16M2 14.5h16" />
        </svg>
      </button>
      <dialog ref={dialog} className={styles.menu} aria-label={translate({ id: 'theme.menu', message: 'Menu' })}>
        {isFilled && (
          <>
            <button
              type="button"
              className={styles.menuClose}
              aria-label={closeLabel}
              onClick={() => dialog.current?.close()}
            >
              <svg
                viewBox="0 0 20 20"
                width="20"
                height="20"
                stroke="currentColor"
                strokeWidth="1.75"
                aria-hidden="true"
              >
                <path d="m4 4 12 12M16 4 4 16" />
              </svg>
            </button>
            <ul className={styles.menuLinks}>
              {links.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} aria-current={isUnder(to) ? 'true' : undefined}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
            {section && <div className={styles.menuSection}>{section}</div>}
          </>
        )}
      </dialog>
    </>
  );
}
