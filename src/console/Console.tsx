import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { OperationData } from '../documents/operation-data.ts';
import { ConsoleForm } from './ConsoleForm.tsx';

/** Calls one operation on the sandbox with this browser's key. */
export function Console({ operation }: { operation: OperationData }) {
  return (
    <PlatformProvider>
      <ConsoleForm key={`${operation.api.slug}/${operation.id}`} operation={operation} />
    </PlatformProvider>
  );
}
