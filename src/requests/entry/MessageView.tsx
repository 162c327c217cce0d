import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { formatSize } from '../../format/format-figures.ts';
import type { LoggedMessage, RefusalIssue } from '../../generated/platform/types.gen.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { HeaderLines } from '../../ui/HeaderLines.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BodyView } from './BodyView.tsx';
import { readBodyLines } from './body-lines.ts';
import styles from './MessageView.module.css';

interface Props {
  message: LoggedMessage | null;
  /** The size of the body as sent; null for a stream. */
  bytes: number | null;
  /** What is wrong with the body. */
  issues: RefusalIssue[];
}

/** Bytes of a body that the log keeps. */
const keptBytes = 64 * 1024;

/** One side of a call: headers and body. */
export function MessageView({ message, bytes, issues }: Props) {
  if (!message) {
    return (
      <p className={styles.quiet}>
        <Translate id="requests.message.expired">
          Os cabeçalhos e o corpo ficam guardados por menos tempo que o resto e já foram apagados.
        </Translate>
      </p>
    );
  }
  const headers = Object.entries(message.headers);
  return (
    <>
      <details className={styles.headers}>
        <summary>
          <Translate id="requests.message.headers" values={{ count: headers.length }}>
            {'Cabeçalhos ({count})'}
          </Translate>
        </summary>
        <HeaderLines headers={headers} />
      </details>
      <Body message={message} bytes={bytes} issues={issues} />
    </>
  );
}

function Body({ message: { headers, body }, bytes, issues }: Props & { message: LoggedMessage }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  if (body === null || body === '') {
    return (
      <p className={styles.quiet}>
        {bytes === 0 ? (
          <Translate id="requests.message.noBody">Sem corpo.</Translate>
        ) : bytes === null ? (
          <Translate id="requests.message.stream">O corpo foi um stream, que não fica no registro.</Translate>
        ) : (
          <Translate id="requests.message.notKept" values={{ size: formatSize(bytes, currentLocale) }}>
            {'O corpo, de {size}, não fica no registro.'}
          </Translate>
        )}
      </p>
    );
  }
  const mediaType = headers['content-type'] ?? '';
  const lines = readBodyLines(body, mediaType);
  const language = /xml/.test(mediaType) ? 'xml' : 'json';
  const asSent = <CodeView linked bare wrap code={body} language={lines ? '' : language} className={styles.code} />;
  return (
    <div className={styles.body}>
      {lines ? (
        <Tabs
          label={translate({ id: 'requests.message.views', message: 'Como mostrar o corpo' })}
          items={[
            {
              id: 'pretty',
              label: translate({ id: 'requests.message.pretty', message: 'Corpo' }),
              content: <BodyView lines={lines} issues={issues} />,
            },
            {
              id: 'raw',
              label: translate({ id: 'requests.message.raw', message: 'Como foi enviado' }),
              content: asSent,
            },
          ]}
        />
      ) : (
        asSent
      )}
      {(bytes ?? 0) > keptBytes && (
        <p className={styles.note}>
          <Translate id="requests.message.cut" values={{ size: formatSize(bytes ?? 0, currentLocale) }}>
            {'Só os primeiros 64 KiB, de {size}, ficam no registro.'}
          </Translate>
        </p>
      )}
    </div>
  );
}
