import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { findSignedIn } from '../client/signed-in.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { Notice } from '../ui/Notice.tsx';

/** Tells guests that what they make here ends with their workspace, and how to keep it. */
export function GuestNote() {
  if (findSignedIn(browserStorage())) return null;
  return (
    <Notice>
      <p>
        <Translate id="keys.guest">
          O seu espaço de visitante vive 24 horas, e as chaves acabam com ele. Com uma conta, elas ficam.
        </Translate>
      </p>
      <Link to="/sign-up?next=/keys">
        <Translate id="people.signUp">Criar a conta</Translate>
      </Link>
    </Notice>
  );
}
