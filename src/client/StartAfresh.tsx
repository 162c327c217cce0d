import Translate from '@docusaurus/Translate';
import { useMutation } from '@tanstack/react-query';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { useServerUrl } from '../ui/use-server-url.ts';
import { startAfresh } from './open-key.ts';
import { ProblemText } from './ProblemText.tsx';
import type { PlatformError } from './platform-error.ts';

/** Leaves the guest's workspace for a new one, after a question. */
export function StartAfresh({ onDone }: { onDone?: () => void }) {
  const serverUrl = useServerUrl();
  const { mutate, isPending, error } = useMutation<void, PlatformError>({
    networkMode: 'always',
    mutationFn: () => startAfresh(serverUrl),
    onSuccess: () => onDone?.(),
  });
  return (
    <>
      <ConfirmButton
        size="small"
        disabled={isPending}
        label={<Translate id="client.afresh">Começar outro espaço…</Translate>}
        question={<Translate id="client.afresh.question">Começar outro espaço?</Translate>}
        consequence={
          <Translate id="client.afresh.consequence">
            Este navegador passa a usar um espaço novo, com os dados de exemplo e outra chave. O que você criou no
            espaço atual fica lá até ele expirar, mas só quem guardou a chave dele volta a vê-lo.
          </Translate>
        }
        action={<Translate id="client.afresh.action">Começar outro espaço</Translate>}
        onConfirm={() => mutate()}
      />
      {error && (
        <p role="alert">
          <ProblemText error={error} />
        </p>
      )}
    </>
  );
}
