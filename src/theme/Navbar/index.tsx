import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import { useColorMode } from '@docusaurus/theme-common';
import ColorModeToggle from '@theme/ColorModeToggle';
import { usePortal } from '../../documents/use-portal.ts';
import { SearchButton } from '../../search/SearchButton.tsx';
import { useFeatures } from '../../ui/use-features.ts';
import { WorkspaceChip } from '../../workspace/chip/WorkspaceChip.tsx';
import { AlertMark } from './AlertMark.tsx';
import { LocaleSwitch } from './LocaleSwitch.tsx';
import { Logo } from './Logo.tsx';
import { useIsUnder, useMainLinks } from './links.ts';
import { Menu } from './Menu.tsx';
import { PersonLink } from './PersonLink.tsx';
import styles from './styles.module.css';

/** The navigation bar of every page. */
export default function Navbar() {
  const links = useMainLinks();
  const isUnder = useIsUnder();
  const { name } = usePortal();
  const features = useFeatures();
  const { colorModeChoice, setColorMode } = useColorMode();
  return (
    <nav
      className={`navbar navbar--fixed-top ${styles.bar}`}
      aria-label={translate({ id: 'theme.mainNavigation', message: 'Principal' })}
    >
      <Menu />
      <Link
        to="/"
        className={styles.brand}
        aria-label={translate({ id: 'theme.home', message: '{name}, página inicial' }, { name })}
      >
        <Logo />
        <span>{name}</span>
      </Link>
      <ul className={styles.links}>
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className={styles.link} aria-current={isUnder(to) ? 'true' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <span className={styles.end}>
        {features.requests && <AlertMark />}
        <SearchButton />
        {features.sandbox && <WorkspaceChip />}
        {features.accounts && <PersonLink />}
      </span>
      <LocaleSwitch />
      <ColorModeToggle respectPrefersColorScheme value={colorModeChoice} onChange={setColorMode} />
    </nav>
  );
}
