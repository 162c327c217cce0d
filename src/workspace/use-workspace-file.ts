import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import { exportWorkspace, importWorkspace } from '../generated/platform/sdk.gen.ts';
import type { ImportReport, WorkspaceFile } from '../generated/platform/types.gen.ts';
import { saveFile } from '../ui/save-file.ts';

/** Saves the workspace as a file, and replaces it by one; whatever else this page knows of the workspace is then read again. */
export function useWorkspaceFile() {
  const call = usePlatform();
  const queryClient = useQueryClient();

  const save = useMutation<void, PlatformError, void>({
    networkMode: 'always',
    mutationFn: async () => {
      const file = await call((options) => exportWorkspace(options));
      const day = file.exported_at.slice(0, 10);
      saveFile(`cais-${day}.json`, JSON.stringify(file), 'application/json');
    },
  });

  const restore = useMutation<ImportReport, PlatformError, WorkspaceFile>({
    networkMode: 'always',
    mutationFn: (body) => call((options) => importWorkspace({ ...options, body })),
    onSuccess: () => queryClient.invalidateQueries(),
  });

  return { save, restore };
}
