import Translate from '@docusaurus/Translate';
import { Notice } from '../../ui/Notice.tsx';
import { RequestLink } from '../../ui/RequestLink.tsx';
import type { FilledForm } from './fill-draft.ts';

/** Which call the form is filled with, and what of it is not there. */
export function ResendNotice({ id, notes }: { id: string; notes: FilledForm['notes'] }) {
  const { masked, others, isBodyCut, isBodyMissing, hasNewKey, formerType } = notes;
  const names = (list: string[]) => <code translate="no">{list.join(', ')}</code>;
  const isWhole = masked.length === 0 && others.length === 0 && !isBodyCut && !isBodyMissing && !formerType;
  return (
    <Notice kind={isWhole ? 'note' : 'warn'} role="status">
      <p>
        <Translate id="console.resend.filled" values={{ request: <RequestLink key="request" id={id} /> }}>
          {'Preenchido com a requisição {request}. Mude o que quiser e envie.'}
        </Translate>
      </p>
      {masked.length > 0 && (
        <p>
          <Translate id="console.resend.masked" values={{ names: names(masked) }}>
            {'O registro não guarda segredos. Preencha de novo: {names}'}
          </Translate>
        </p>
      )}
      {hasNewKey && (
        <p>
          <Translate id="console.resend.newKey">
            A Idempotency-Key é nova, para que a requisição seja executada de novo.
          </Translate>
        </p>
      )}
      {others.length > 0 && (
        <p>
          <Translate id="console.resend.others" values={{ names: names(others) }}>
            {'A operação não tem estes parâmetros, que por isso ficaram de fora: {names}'}
          </Translate>
        </p>
      )}
      {formerType && (
        <p>
          <Translate id="console.resend.type" values={{ type: <code translate="no">{formerType}</code> }}>
            {'O corpo é JSON, mas foi enviado como {type}. O console o envia como JSON.'}
          </Translate>
        </p>
      )}
      {isBodyCut && (
        <p>
          <Translate id="console.resend.cut">
            O registro só tem o começo do corpo. Complete-o antes de enviar.
          </Translate>
        </p>
      )}
      {isBodyMissing && (
        <p>
          <Translate id="console.resend.missing">
            O registro não tem o corpo, ou ele é de um tipo que a operação não recebe. O formulário mostra o exemplo.
          </Translate>
        </p>
      )}
    </Notice>
  );
}
