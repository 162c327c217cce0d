import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { writeCurl } from '../../wire/write-curl.ts';
import { maskKey } from '../exchange/credentials.ts';
import { Button } from '../ui/Button.tsx';
import { CodeView } from '../ui/CodeView.tsx';
import styles from './ResponsePane.module.css';

/** The curl command of the request as sent. The key is masked until revealed; copying includes it. */
export function CurlView({ request, apiKey }: { request: BuiltRequest; apiKey: string }) {
  const [shown, setShown] = useState(false);
  const command = writeCurl(request, apiKey);
  const hasKey = apiKey !== '' && request.credentials.length > 0;
  return (
    <>
      <CodeView
        bare
        wrap
        language="shell"
        code={shown || !hasKey ? command : writeCurl(request, maskKey(apiKey))}
        copyText={command}
      />
      {hasKey && (
        <p className={styles.foot}>
          <Translate id="console.curl.copied">A cópia inclui a chave inteira.</Translate>{' '}
          <Button variant="plain" size="small" onClick={() => setShown(!shown)}>
            {shown ? (
              <Translate id="console.curl.hide">Ocultar a chave</Translate>
            ) : (
              <Translate id="console.curl.show">Mostrar a chave</Translate>
            )}
          </Button>
        </p>
      )}
    </>
  );
}
