import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import { findSignedIn } from '../client/signed-in.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { Notice } from '../ui/Notice.tsx';
import { useFeatures } from '../ui/use-features.ts';

/** Explains to guests that credentials made here end with their workspace, and how to avoid that. */
export function GuestNote() {
  const here = useBaseUrl('/keys');
  const features = useFeatures();
  if (!features.accounts || findSignedIn(browserStorage())) return null;
  return (
    <Notice>
      <p>
        <Translate id="keys.guest">
          O seu espaço de visitante expira em 24 horas, e as chaves com ele. Com uma conta, você mantém tudo.
        </Translate>
      </p>
      <Link to={`/sign-up?next=${encodeURIComponent(here)}`}>
        <Translate id="people.signUp">Criar conta</Translate>
      </Link>
    </Notice>
  );
}
