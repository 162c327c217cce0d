import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useMutation } from '@tanstack/react-query';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import { createInbox, createWebhookEndpoint } from '../generated/platform/sdk.gen.ts';
import { Button } from '../ui/Button.tsx';

/** One click gives a workspace without deliveries an inbox, and an endpoint that sends to it what happens from then on. */
export function ReceiveEvents() {
  const call = usePlatform();
  const receive = useMutation<unknown, PlatformError>({
    networkMode: 'always',
    mutationFn: async () => {
      const { url } = await call((options) => createInbox({ ...options, body: {} }));
      return call((options) => createWebhookEndpoint({ ...options, body: { url } }));
    },
  });
  if (receive.isSuccess)
    return (
      <p role="status" tabIndex={-1} ref={takeFocus}>
        <Translate
          id="console.trail.receiving"
          values={{
            inbox: (
              <Link key="inbox" to="/webhooks?tab=inboxes">
                <Translate id="console.trail.inbox">caixa de entrada</Translate>
              </Link>
            ),
          }}
        >
          {'Os próximos eventos chegam à sua {inbox}. Envie de novo, ou espere pelos próximos passos deste registro.'}
        </Translate>
      </p>
    );
  return (
    <>
      <Button size="small" disabled={receive.isPending} onClick={() => receive.mutate()}>
        <Translate id="console.trail.receive">Receber como webhooks</Translate>
      </Button>
      {receive.error && <PlatformProblem error={receive.error} onRetry={() => receive.mutate()} />}
    </>
  );
}

/** The button that had it is gone. */
function takeFocus(element: HTMLElement | null) {
  element?.focus();
}
