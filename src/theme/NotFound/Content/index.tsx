import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { useGuides } from '../../../ui/use-guides.ts';
import styles from './styles.module.css';

const NearPages = lazy(async () => ({ default: (await import('../../../search/NearPages.tsx')).NearPages }));

/** The 404 page, with links to continue. */
export default function NotFoundContent() {
  const { start } = useGuides();
  const { pathname } = useLocation();
  const isBrowser = useIsBrowser();
  return (
    <main className={styles.page}>
      <h1>
        <Translate id="theme.notFound">Esta página não existe</Translate>
      </h1>
      <p>
        <Translate id="theme.notFound.lead">
          O endereço pode ter mudado ou ter um erro de digitação. Daqui você chega a tudo:
        </Translate>
      </p>
      <ul>
        <li>
          <Link to="/">
            <Translate id="theme.notFound.home">Página inicial</Translate>
          </Link>
        </li>
        {start && (
          <li>
            <Link to={start}>
              <Translate id="theme.guides">Guias</Translate>
            </Link>
          </li>
        )}
        <li>
          <Link to="/reference">
            <Translate id="theme.reference">Referência</Translate>
          </Link>
        </li>
      </ul>
      <Suspense fallback={null}>{isBrowser && <NearPages pathname={pathname} />}</Suspense>
    </main>
  );
}
