import { announceKeyChange } from './key-changes.ts';

/**
 * Who is signed in to this browser, as the pages remember it. It is a hint that saves guests a request to the server: the
 * session itself is a cookie that scripts cannot read.
 */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  workspaceId: string;
  workspaceName?: string;
}

const NAME = 'cais.signed-in';

/** The person last known to be signed in to this browser. */
export function findSignedIn(storage: Storage): SignedIn | undefined {
  try {
    const person = JSON.parse(storage.getItem(NAME) ?? 'null') as SignedIn | null;
    return person?.id && person.workspaceId ? person : undefined;
  } catch {
    return undefined;
  }
}

/** Stores who is signed in; undefined when the session has ended. */
export function storeSignedIn(storage: Storage, person: SignedIn | undefined): void {
  try {
    if (person) storage.setItem(NAME, JSON.stringify(person));
    else storage.removeItem(NAME);
  } catch {}
  announceKeyChange();
}

/** Identifies whom a stored key was created for: another person or workspace needs another key. */
export function holderOf(person: SignedIn | undefined): string | undefined {
  return person && `${person.id} ${person.workspaceId}`;
}
