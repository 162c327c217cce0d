import Translate from '@docusaurus/Translate';
import { Notice } from '../ui/Notice.tsx';

/** Explains to readers why they cannot create or revoke anything here, and who can. */
export function ReaderNote() {
  return (
    <Notice>
      <p>
        <Translate id="keys.reader">
          Seu papel neste espaço é leitor: você pode consultar. Desenvolvedores e administradores criam, trocam e
          revogam.
        </Translate>
      </p>
    </Notice>
  );
}
