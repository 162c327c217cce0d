import { AccountProvider } from '../account/AccountProvider.tsx';
import type { OperationData } from '../reference/operation-data.ts';
import { ConsoleForm } from './ConsoleForm.tsx';

/** Calls one operation on the sandbox, with this browser's key. */
export function Console({ operation }: { operation: OperationData }) {
  return (
    <AccountProvider>
      <ConsoleForm key={`${operation.api.slug}/${operation.id}`} operation={operation} />
    </AccountProvider>
  );
}
