import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { Suggest } from '../../suggestions/Suggest.tsx';
import { useGuides } from '../../ui/use-guides.ts';
import styles from './styles.module.css';

/** The foot of every page: the form for suggestions, then the portal's own line. */
export default function Footer() {
  const { has, start } = useGuides();
  return (
    <>
      <Suggest />
      <footer className={styles.footer}>
        <p>
          <Translate id="theme.footer">
            Cais é um portal de APIs de código aberto, com um sandbox que se lembra.
          </Translate>
        </p>
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
          <li>
            <Link to="/alerts">
              <Translate id="theme.footer.alerts">Alertas</Translate>
            </Link>
          </li>
          <li>
            <Link to="/downloads">
              <Translate id="theme.downloads">Downloads</Translate>
            </Link>
          </li>
        </ul>
      </footer>
    </>
  );
}
