import { useServerUrl } from '../ui/use-server-url.ts';

/** The names under which what this page has read is kept. */
export function useCredentialQueries() {
  const all = ['credentials', useServerUrl()] as const;
  return {
    all,
    keys: [...all, 'keys'] as const,
    clients: [...all, 'clients'] as const,
    audit: (targetId: string | undefined) => [...all, 'audit', targetId] as const,
    names: [...all, 'names'] as const,
  };
}
