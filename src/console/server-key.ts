import { tabStorage } from '../ui/browser-storage.ts';

const STORED = 'cais.server-keys';

/** The credential that the person has typed for a server of a provider; it ends with the tab, and this portal never gets it. */
export function readServerKey(server: string): string {
  return readAll()[server] ?? '';
}

export function storeServerKey(server: string, key: string): void {
  try {
    tabStorage().setItem(STORED, JSON.stringify({ ...readAll(), [server]: key }));
  } catch {}
}

function readAll(): Record<string, string> {
  try {
    return JSON.parse(tabStorage().getItem(STORED) ?? '{}');
  } catch {
    return {};
  }
}
