import Translate from '@docusaurus/Translate';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { FailureReason } from './failure-reason.ts';
import { TIMEOUT_MILLISECONDS } from './send-request.ts';

/** Explains why there is no response, and what to do. */
export function FailureNotice({ failure, onRetry }: { failure: FailureReason; onRetry: () => void }) {
  const again = failure.kind !== 'refused' && failure.kind !== 'mixed-content';
  return (
    <Notice kind={failure.kind === 'cancelled' || failure.kind === 'dropped' ? 'note' : 'bad'} role="alert">
      <p>
        <FailureText failure={failure} />
      </p>
      {again && (
        <Button size="small" onClick={onRetry}>
          <Translate id="console.failure.retry">Enviar de novo</Translate>
        </Button>
      )}
    </Notice>
  );
}

function FailureText({ failure }: { failure: FailureReason }) {
  switch (failure.kind) {
    case 'cancelled':
      return (
        <Translate id="console.failure.cancelled">
          Você cancelou. O servidor pode já ter processado a requisição.
        </Translate>
      );
    case 'timeout':
      return (
        <Translate id="console.failure.timeout" values={{ seconds: TIMEOUT_MILLISECONDS / 1000 }}>
          {
            'Sem resposta em {seconds} segundos. O servidor pode já ter processado a requisição: confira antes de repetir.'
          }
        </Translate>
      );
    case 'dropped':
      return failure.moment === 'before' ? (
        <Translate id="console.failure.droppedBefore">
          A conexão caiu, como você pediu. Nada foi feito, mas o seu programa não tem como saber.
        </Translate>
      ) : (
        <Translate id="console.failure.droppedAfter">
          A conexão caiu, como você pediu. Tudo foi feito, mas o seu programa não tem como saber.
        </Translate>
      );
    case 'offline':
      return (
        <Translate id="console.failure.offline">Este navegador está sem conexão. Conecte-se e envie de novo.</Translate>
      );
    case 'mixed-content':
      return (
        <Translate id="console.failure.mixed" values={{ origin: <code>{failure.origin}</code> }}>
          {
            'Uma página segura (https) não pode chamar {origin}, que é http. Use o curl abaixo ou sirva o sandbox por https.'
          }
        </Translate>
      );
    case 'blocked':
      return (
        <Translate
          id="console.failure.blocked"
          values={{ origin: <code>{failure.origin}</code>, page: <code>{failure.pageOrigin}</code> }}
        >
          {
            'O servidor {origin} está no ar, mas o navegador bloqueou a resposta: faltam os cabeçalhos de CORS que permitem {page}. O curl abaixo funciona mesmo assim.'
          }
        </Translate>
      );
    case 'unreachable':
      return (
        <>
          <Translate id="console.failure.unreachable" values={{ origin: <code>{failure.origin}</code> }}>
            {'O servidor {origin} não respondeu. Confira a sua conexão e se ele está no ar, e envie de novo.'}
          </Translate>{' '}
          {/\/\/(localhost|127\.|\[::1\])/.test(failure.origin) && (
            <Translate
              id="console.failure.unreachable.local"
              values={{ command: <code translate="no">npm start</code> }}
            >
              {'Neste computador, inicie-o com {command}.'}
            </Translate>
          )}
        </>
      );
    case 'refused':
      return (
        <Translate id="console.failure.refused" values={{ reason: <code translate="no">{failure.message}</code> }}>
          {'O navegador não envia esta chamada: {reason} Use o curl abaixo.'}
        </Translate>
      );
  }
}
