import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import type { BuiltRequest } from '../exchange/built-request.ts';
import { maskKey } from '../exchange/credentials.ts';
import { writeCurl } from '../exchange/write-curl.ts';
import { Button } from '../ui/Button.tsx';
import { CodeView } from '../ui/CodeView.tsx';
import styles from './AnswerPane.module.css';

/** The curl command of exactly what was sent. The key is hidden until asked for; copying takes it along. */
export function CurlView({ request, apiKey }: { request: BuiltRequest; apiKey: string }) {
  const [shown, setShown] = useState(false);
  const whole = writeCurl(request, apiKey);
  const hasKey = apiKey !== '' && request.credentials.length > 0;
  return (
    <>
      <CodeView
        bare
        wrap
        language="shell"
        code={shown || !hasKey ? whole : writeCurl(request, maskKey(apiKey))}
        copyText={whole}
      />
      {hasKey && (
        <p className={styles.foot}>
          <Translate id="console.curl.copied">A cópia leva a chave inteira.</Translate>{' '}
          <Button variant="plain" size="small" onClick={() => setShown(!shown)}>
            {shown ? (
              <Translate id="console.curl.hide">Esconder a chave</Translate>
            ) : (
              <Translate id="console.curl.show">Mostrar a chave</Translate>
            )}
          </Button>
        </p>
      )}
    </>
  );
}
