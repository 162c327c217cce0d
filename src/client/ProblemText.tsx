import Translate, { translate } from '@docusaurus/Translate';
import { LinkedText } from '../ui/LinkedText.tsx';
import type { PlatformError } from './platform-error.ts';

function waitText(seconds: number | undefined): string {
  if (seconds === undefined) return translate({ id: 'client.limited.later', message: 'Tente de novo daqui a pouco.' });
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 90) {
    return translate({ id: 'client.limited.seconds', message: 'Tente de novo em {seconds} segundos.' }, { seconds });
  }
  return translate({ id: 'client.limited.minutes', message: 'Tente de novo em {minutes} minutos.' }, { minutes });
}

/** Why a platform call failed, in a sentence or two. */
export function ProblemText({ error }: { error: PlatformError }) {
  if (error.kind === 'unreachable') {
    return (
      <Translate id="client.unreachable">
        O servidor do sandbox não respondeu. Confira a sua conexão e se o portal está no ar, e tente de novo.
      </Translate>
    );
  }
  if (error.kind === 'limited') {
    return (
      <>
        <Translate id="client.limited">Requisições demais em pouco tempo.</Translate>{' '}
        {waitText(error.retryAfterSeconds)}
      </>
    );
  }
  return (
    <Translate
      id="client.refused"
      values={{
        reason: (
          <q key="reason">
            <LinkedText>{error.message}</LinkedText>
          </q>
        ),
      }}
    >
      {'O portal recusou a requisição: {reason}'}
    </Translate>
  );
}
