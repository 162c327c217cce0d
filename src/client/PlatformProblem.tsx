import Translate from '@docusaurus/Translate';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RequestLink } from '../ui/RequestLink.tsx';
import { KeyRefused } from './KeyRefused.tsx';
import { ProblemText } from './ProblemText.tsx';
import type { PlatformError } from './platform-error.ts';

/** Explains why a platform call failed, and what to do about it. */
export function PlatformProblem({ error, onRetry }: { error: PlatformError; onRetry?: () => void }) {
  return (
    <Notice kind={error.kind === 'limited' ? 'warn' : 'bad'} role="alert">
      {error.kind === 'key-refused' ? (
        <KeyRefused onAfresh={onRetry} />
      ) : (
        <p>
          <ProblemText error={error} />
        </p>
      )}
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
