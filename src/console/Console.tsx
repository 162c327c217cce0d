import { useLocation } from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { OperationData } from '../documents/operation-data.ts';
import { operationAt, useApiServer } from '../exchange/use-api-server.ts';
import { useLoggedRequest } from '../exchange/use-logged-request.ts';
import { useFeatures } from '../ui/use-features.ts';
import { ConsoleForm } from './ConsoleForm.tsx';

/** Calls one operation: on the sandbox with this browser's key, or on a server that the portal's settings allow. */
export function Console({ operation }: { operation: OperationData }) {
  return (
    <PlatformProvider>
      <FilledConsole operation={operation} />
    </PlatformProvider>
  );
}

/** The console, filled with the logged call that `?request=` names. */
function FilledConsole({ operation }: { operation: OperationData }) {
  const { requests } = useFeatures();
  const { search, hash, key: visit } = useLocation();
  // Other links of the page lead to its places, and say nothing of a call.
  const [called, setCalled] = useState<{ hash: string; visit?: string | undefined }>({ hash: '' });
  if (hash.startsWith('#try?') && (hash !== called.hash || visit !== called.visit)) setCalled({ hash, visit });
  const id = (requests && new URLSearchParams(search).get('request')) || undefined;
  const { data, isLoading, error, refetch } = useLoggedRequest(id);
  const chosen = useApiServer(operation.api);
  const { server } = chosen;
  // Another server keeps what was typed.
  const key = `${operation.api.slug}/${operation.id}`;
  if (isLoading) {
    return (
      <Awaiting read={{ error, refetch }}>
        <Translate id="console.resend.loading">Buscando a requisição…</Translate>
      </Awaiting>
    );
  }
  const isMine = data?.api === operation.api.slug && data.operation === operation.id;
  return (
    <>
      {error && <Awaiting read={{ error, refetch }}>{null}</Awaiting>}
      <ConsoleForm
        key={`${key} ${data?.id} ${called.hash} ${called.visit}`}
        hash={called.hash}
        operation={operationAt(operation, server)}
        chosen={chosen}
        former={isMine && server?.isOwn ? data : undefined}
      />
    </>
  );
}
