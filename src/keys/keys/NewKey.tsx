import Translate from '@docusaurus/Translate';
import type { ApiKeyAndSecret } from '../../generated/platform/types.gen.ts';
import { SecretOnce } from '../../ui/SecretOnce.tsx';
import { KeyCurl } from './KeyCurl.tsx';

/** A new key: its secret, shown only once, and a first call with it. */
export function NewKey({ apiKey, onDone }: { apiKey: ApiKeyAndSecret; onDone: () => void }) {
  return (
    <SecretOnce
      key={apiKey.id}
      heading={
        <Translate id="keys.made" values={{ name: apiKey.name }}>
          {'A chave {name} está pronta'}
        </Translate>
      }
      secret={apiKey.secret}
      onDone={onDone}
    >
      <KeyCurl apiKey={apiKey} />
    </SecretOnce>
  );
}
