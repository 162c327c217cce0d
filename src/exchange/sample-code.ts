import { translate } from '@docusaurus/Translate';
import { usePersonsKey } from '../client/use-persons-key.ts';
import type { OperationData } from '../documents/operation-data.ts';
import type { SampleData } from '../documents/operation-means.ts';
import { useOrigin } from '../ui/use-origin.ts';
import { useApiServer } from './use-api-server.ts';

/** The values for a sample's placeholders. */
export interface SampleValues {
  origin: string;
  /** Where the API is. */
  server: string;
  /** Whether that is a sandbox of this portal. */
  isOwn: boolean;
  /** A placeholder until this browser has a test key. */
  key: string;
  hasKey: boolean;
}

/**
 * The portal's origin, the chosen server, and this browser's test key, if that is a sandbox; during pre-rendering the public address and
 * a placeholder.
 */
export function useSampleValues(api: OperationData['api']): SampleValues {
  const origin = useOrigin();
  const { server, address } = useApiServer(api);
  const own = usePersonsKey()?.secret;
  const secret = server?.isOwn ? own : undefined;
  const standIn = translate({ id: 'reference.yourKey', message: 'SUA_CHAVE' });
  const nowhere = translate({ id: 'reference.yourServer', message: 'https://ENDERECO_DA_API' });
  const isOwn = server?.isOwn ?? false;
  return { origin, server: address || nowhere, isOwn, key: secret ?? standIn, hasKey: secret !== undefined };
}

/** The code of a sample for the chosen server. */
export function sampleFor({ code, elsewhere }: SampleData, isOwn: boolean): string {
  return isOwn ? code : (elsewhere ?? code);
}

/** Replaces a sample's placeholders. */
export function fillSample(
  code: string,
  { origin, server, key }: Pick<SampleValues, 'origin' | 'server' | 'key'>,
): string {
  const user = translate({ id: 'reference.yourUser', message: 'SEU_USUARIO' });
  const password = translate({ id: 'reference.yourPassword', message: 'SUA_SENHA' });
  const values: Record<string, () => string> = {
    origin: () => origin,
    server: () => server,
    key: () => key,
    client: () => translate({ id: 'reference.yourClient', message: 'ID_DO_CLIENTE' }),
    secret: () => translate({ id: 'reference.yourSecret', message: 'SEGREDO_DO_CLIENTE' }),
    // Encode only if the code has this placeholder: a masked key cannot be encoded.
    basic: () => btoa(`${key}:x`),
    user: () => user,
    password: () => password,
    // Nobody can replace a part of what is encoded.
    account: () => `base64(${user}:${password})`,
    // Two braces of the example itself.
    open: () => '{{',
  };
  return code.replaceAll(/\{\{(\w+?)(?:\.(\w+))?\}\}/g, (place, name: string, scheme?: string) => {
    const value = values[name]?.() ?? place;
    return scheme ? `${value}_${scheme.toUpperCase()}` : value;
  });
}
