import Translate from '@docusaurus/Translate';
import { findHeader, type ReceivedResponse } from '../exchange/received-response.ts';
import { Notice } from '../ui/Notice.tsx';

/** Explains statuses that may surprise a newcomer. */
export function ResponseHint({ response }: { response: ReceivedResponse }) {
  if (response.status === 304) {
    return (
      <Notice>
        <p>
          <Translate id="console.hint.304">
            Nada mudou desde o ETag ou a data que você enviou, por isso não há corpo: use a cópia que você já tem.
          </Translate>
        </p>
      </Notice>
    );
  }
  if (response.status === 429) {
    const wait = findHeader(response, 'retry-after');
    return (
      <Notice kind="warn">
        <p>
          <Translate id="console.hint.429">Requisições demais em pouco tempo.</Translate>{' '}
          {wait && (
            <Translate id="console.hint.429.wait" values={{ wait: <code>{wait}</code> }}>
              {'O cabeçalho Retry-After diz quando tentar de novo: {wait}'}
            </Translate>
          )}
        </p>
      </Notice>
    );
  }
  return null;
}
