import Translate from '@docusaurus/Translate';
import { Notice } from '../ui/Notice.tsx';

/** Tells readers why nothing can be made or ended here, and who can. */
export function ReaderNote() {
  return (
    <Notice>
      <p>
        <Translate id="keys.reader">
          Seu papel neste espaço é leitor: você acompanha o que existe e como é usado. Criar, trocar e revogar é com
          desenvolvedores e administradores.
        </Translate>
      </p>
    </Notice>
  );
}
