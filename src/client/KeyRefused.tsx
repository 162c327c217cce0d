import Translate from '@docusaurus/Translate';
import { browserStorage } from '../ui/browser-storage.ts';
import { StartAfresh } from './StartAfresh.tsx';
import { findSignedIn } from './signed-in.ts';

/** Says that the server does not accept this browser's key. The workspace is kept; leaving it is the guest's choice. */
export function KeyRefused({ onAfresh }: { onAfresh?: () => void }) {
  if (findSignedIn(browserStorage())) {
    return (
      <p>
        <Translate id="client.keyRefused.person">
          O servidor não aceitou a chave deste navegador, nem uma nova. Tente de novo daqui a pouco.
        </Translate>
      </p>
    );
  }
  return (
    <>
      <p>
        <Translate id="client.keyRefused">
          O servidor não aceitou a chave deste navegador, nem na segunda tentativa. O seu espaço não foi trocado: tente
          de novo daqui a pouco. Se a chave foi revogada ou os dados do servidor foram apagados, comece outro espaço.
        </Translate>
      </p>
      <StartAfresh onDone={onAfresh} />
    </>
  );
}
