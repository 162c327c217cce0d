import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { usePortal } from '../../documents/use-portal.ts';
import { Suggest } from '../../suggestions/Suggest.tsx';
import { useFeatures } from '../../ui/use-features.ts';
import { useGuides } from '../../ui/use-guides.ts';
import styles from './styles.module.css';

/** The foot of every page: the form for suggestions, then the portal's own line. */
export default function Footer() {
  const { has, start } = useGuides();
  const { footer, contact } = usePortal();
  const features = useFeatures();
  const ask = translate({ id: 'theme.footer.contact', message: 'Contato' });
  const address = contact.url ?? (contact.email && `mailto:${contact.email}`);
  const contactLinks = address ? [{ label: ask, to: address }] : [];
  return (
    <>
      {features.suggestions && <Suggest />}
      <footer className={styles.footer}>
        <p>{footer.text}</p>
        <ul>
          {start && (
            <li>
              <Link to={start}>
                <Translate id="theme.footer.quickstart">Comece por aqui</Translate>
              </Link>
            </li>
          )}
          {has('errors') && (
            <li>
              <Link to="/guides/errors">
                <Translate id="theme.footer.errors">Erros</Translate>
              </Link>
            </li>
          )}
          {features.requests && (
            <li>
              <Link to="/alerts">
                <Translate id="theme.footer.alerts">Alertas</Translate>
              </Link>
            </li>
          )}
          {features.downloads && (
            <li>
              <Link to="/downloads">
                <Translate id="theme.downloads">Downloads</Translate>
              </Link>
            </li>
          )}
          {[...footer.links, ...contactLinks].map(({ label, to }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      </footer>
    </>
  );
}
