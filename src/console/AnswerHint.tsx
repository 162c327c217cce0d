import Translate from '@docusaurus/Translate';
import { type Answer, findHeader } from '../exchange/answer.ts';
import { Notice } from '../ui/Notice.tsx';

/** Says what a status means here, where a newcomer would wonder. */
export function AnswerHint({ answer }: { answer: Answer }) {
  if (answer.status === 304) {
    return (
      <Notice>
        <p>
          <Translate id="console.hint.304">
            Nada mudou desde o ETag ou a data que você enviou. Por isso não há corpo: use a cópia que você já tem.
          </Translate>
        </p>
      </Notice>
    );
  }
  if (answer.status === 429) {
    const wait = findHeader(answer, 'retry-after');
    return (
      <Notice kind="warn">
        <p>
          <Translate id="console.hint.429">Chamadas demais em pouco tempo.</Translate>{' '}
          {wait && (
            <Translate id="console.hint.429.wait" values={{ wait: <code>{wait}</code> }}>
              {'O cabeçalho Retry-After diz quando voltar: {wait}'}
            </Translate>
          )}
        </p>
      </Notice>
    );
  }
  return null;
}
