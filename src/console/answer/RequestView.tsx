import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useState } from 'react';
import type { BuiltRequest } from '../../../wire/built-request.ts';
import { credentialHeader } from '../../../wire/credentials.ts';
import { formText } from '../../../wire/write-body.ts';
import { prettyJson, type ReceivedResponse } from '../../exchange/received-response.ts';
import { formatDuration } from '../../format/format-figures.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { HeaderLines } from '../../ui/HeaderLines.tsx';
import styles from '../ResponsePane.module.css';
import { findTiming } from './call-timing.ts';

interface Props {
  request: BuiltRequest;
  apiKey: string;
  response: ReceivedResponse | undefined;
}

/** What was sent, with the key masked, and how long it took. */
export function RequestView({ request, apiKey, response }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const [timing] = useState(() => response && findTiming(response));
  const { body } = request;
  const text = body?.kind === 'text' ? body.text : body?.kind === 'form' ? formText(body.pairs) : undefined;
  const time = (milliseconds: number) => <strong>{formatDuration(milliseconds, currentLocale)}</strong>;
  return (
    <div className={styles.sent}>
      <p className={styles.line} translate="no">
        <code>
          {request.method} {request.url}
        </code>
      </p>
      {timing && (
        <p className={styles.foot}>
          <Translate
            id="console.request.timing"
            values={{ connect: time(timing.connect), wait: time(timing.wait), download: time(timing.download) }}
          >
            {'Conexão {connect} · espera {wait} · download {download}'}
          </Translate>
        </p>
      )}
      <div className={styles.headers}>
        <HeaderLines headers={[...request.headers, ...maskedCredentials(request, apiKey)]} />
      </div>
      {text !== undefined && text !== '' && (
        <CodeView bare wrap language="json" code={prettyJson(text)} copyText={text} />
      )}
    </div>
  );
}

/** The headers that carry the key, without it. */
function maskedCredentials({ credentials }: BuiltRequest, key: string): [string, string][] {
  return credentials.flatMap((credential) => {
    const header = credentialHeader(credential, key);
    return header ? [[header[0], header[1].replace(/^(\S+ )?.*$/, '$1••••')] as [string, string]] : [];
  });
}
