import Translate, { translate } from '@docusaurus/Translate';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RequestLink } from '../ui/RequestLink.tsx';
import type { PlatformError } from './platform-error.ts';

function waitText(seconds: number | undefined): string {
  if (seconds === undefined) return translate({ id: 'client.limited.later', message: 'Tente de novo daqui a pouco.' });
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 90) {
    return translate({ id: 'client.limited.seconds', message: 'Tente de novo em {seconds} segundos.' }, { seconds });
  }
  return translate({ id: 'client.limited.minutes', message: 'Tente de novo em {minutes} minutos.' }, { minutes });
}

/** Explains why a platform call failed, and what to do about it. */
export function PlatformProblem({ error, onRetry }: { error: PlatformError; onRetry?: () => void }) {
  return (
    <Notice kind={error.kind === 'limited' ? 'warn' : 'bad'} role="alert">
      <p>
        {error.kind === 'unreachable' && (
          <Translate id="client.unreachable">
            O servidor do sandbox não respondeu. Confira a sua conexão e se o portal está no ar, e tente de novo.
          </Translate>
        )}
        {error.kind === 'limited' && (
          <>
            <Translate id="client.limited">Requisições demais em pouco tempo.</Translate>{' '}
            {waitText(error.retryAfterSeconds)}
          </>
        )}
        {error.kind === 'refused' && (
          <Translate id="client.refused" values={{ reason: <q>{error.message}</q> }}>
            {'O portal recusou a requisição: {reason}'}
          </Translate>
        )}
      </p>
      {error.requestId && (
        <p>
          <Translate id="client.entry" values={{ request: <RequestLink key="request" id={error.requestId} /> }}>
            {'No registro: {request}'}
          </Translate>
        </p>
      )}
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          <Translate id="client.retry">Tentar de novo</Translate>
        </Button>
      )}
    </Notice>
  );
}
