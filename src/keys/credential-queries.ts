import { useServerUrl } from '../ui/use-server-url.ts';

/** The query keys of the keys page. */
export function useCredentialQueries() {
  const all = ['credentials', useServerUrl()] as const;
  return {
    all,
    keys: [...all, 'keys'] as const,
    clients: [...all, 'clients'] as const,
    audit: (targetId: string | undefined) => [...all, 'audit', targetId] as const,
  };
}
