import { translate } from '@docusaurus/Translate';
import { usePersonsKey } from '../client/use-persons-key.ts';
import { useOrigin } from '../ui/use-origin.ts';

/** The values for a sample's placeholders. */
export interface SampleValues {
  origin: string;
  /** A placeholder until this browser has a test key. */
  key: string;
  hasKey: boolean;
}

/** The portal's origin and this browser's test key; during pre-rendering the public address and a placeholder. */
export function useSampleValues(): SampleValues {
  const origin = useOrigin();
  const secret = usePersonsKey()?.secret;
  const standIn = translate({ id: 'reference.yourKey', message: 'SUA_CHAVE' });
  return { origin, key: secret ?? standIn, hasKey: secret !== undefined };
}

/** Replaces a sample's placeholders. */
export function fillSample(code: string, { origin, key }: SampleValues): string {
  const values: Record<string, () => string> = {
    origin: () => origin,
    key: () => key,
    client: () => translate({ id: 'reference.yourClient', message: 'ID_DO_CLIENTE' }),
    secret: () => translate({ id: 'reference.yourSecret', message: 'SEGREDO_DO_CLIENTE' }),
    // Encode only if the code has this placeholder: a masked key cannot be encoded.
    basic: () => btoa(`${key}:x`),
    // Two braces of the example itself.
    open: () => '{{',
  };
  return code.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name]?.() ?? place);
}
