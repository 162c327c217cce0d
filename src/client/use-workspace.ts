import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getWorkspace,
  moveWorkspaceClock,
  resetWorkspace,
  setWorkspaceClockBack,
  updateWorkspace,
} from '../generated/platform/sdk.gen.ts';
import type { ClockMove, WorkspaceWithClock } from '../generated/platform/types.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { storeKnownWorkspace } from './known-workspace.ts';
import type { PlatformError } from './platform-error.ts';
import { usePlatform } from './use-platform.ts';

/** The workspace as last read, and by how many milliseconds its clock is ahead of this machine's. */
export interface ReadWorkspace {
  workspace: WorkspaceWithClock;
  aheadOfHere: number;
}

/** The actions on a workspace. */
export type WorkspaceChange =
  | { kind: 'rename'; name: string }
  | { kind: 'origins'; origins: string[] | null }
  | { kind: 'move'; by: ClockMove }
  | { kind: 'set-back' }
  | { kind: 'reset'; api?: string };

/** This browser's workspace, reloaded after each change made here. */
export function useWorkspace() {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const queryKey = ['workspace', useServerUrl()];

  const read = useQuery<ReadWorkspace, PlatformError>({
    queryKey,
    queryFn: async () => {
      const workspace = await call((options) => getWorkspace(options));
      storeKnownWorkspace(browserStorage(), workspace);
      return { workspace, aheadOfHere: Date.parse(workspace.now) - Date.now() };
    },
    retry: false,
    networkMode: 'always',
  });

  const change = useMutation<unknown, PlatformError, WorkspaceChange>({
    networkMode: 'always',
    mutationFn: (wanted) => {
      if (wanted.kind === 'rename')
        return call((options) => updateWorkspace({ ...options, body: { name: wanted.name } }));
      if (wanted.kind === 'origins')
        return call((options) => updateWorkspace({ ...options, body: { allowed_origins: wanted.origins } }));
      if (wanted.kind === 'move') return call((options) => moveWorkspaceClock({ ...options, body: wanted.by }));
      if (wanted.kind === 'set-back') return call((options) => setWorkspaceClockBack(options));
      return call((options) => resetWorkspace({ ...options, body: wanted.api ? { api: wanted.api } : {} }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });

  return { read, change };
}
