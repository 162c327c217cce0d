import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useMemo } from 'react';
import { bodyKind, decodeBody, mediaTypeOf, type ReceivedResponse } from '../exchange/received-response.ts';
import { findStreamKind, itemsOf } from '../exchange/stream-items.ts';
import { formatSize } from '../format/format-figures.ts';
import { CodeView } from '../ui/CodeView.tsx';
import { DownloadLink } from './answer/DownloadLink.tsx';
import { FileBody } from './answer/FileBody.tsx';
import { JsonTree } from './answer/JsonTree.tsx';
import type { JsonLine } from './answer/json-lines.ts';
import { useJsonLines } from './answer/use-json-tree.ts';
import styles from './ResponsePane.module.css';
import { StreamItems } from './StreamItems.tsx';

// More items or text would make the page slow.
const MOST_ITEMS = 500;
const MOST_CHARACTERS = 100_000;
const MOST_OF_JSON = 3_000_000;

interface Props {
  response: ReceivedResponse;
  follow: (line: JsonLine) => string | undefined;
}

/** Shows the body in a view for its media type. */
export function ResponseBody({ response, follow }: Props) {
  const kind = bodyKind(response);
  if (kind === 'empty') {
    return (
      <p className={styles.empty}>
        <Translate id="console.response.noBody">Esta resposta não tem corpo.</Translate>
      </p>
    );
  }
  if (kind === 'stream') return <StreamBody response={response} />;
  if (kind === 'json') return <JsonBody response={response} follow={follow} />;
  if (kind === 'xml' || kind === 'text') return <TextBody response={response} language={kind} />;
  return <FileBody response={response} kind={kind} />;
}

/** The items of a stream that has ended, or was stopped. */
function StreamBody({ response }: { response: ReceivedResponse }) {
  const kind = findStreamKind(mediaTypeOf(response)) ?? 'lines';
  const items = useMemo(() => itemsOf(kind, decodeBody(response)), [kind, response]);
  const cut = response.isCut || items.length > MOST_ITEMS;
  return (
    <>
      <StreamItems items={items.slice(0, MOST_ITEMS)} first={1} />
      <p className={styles.foot}>
        {cut && <Translate id="console.stream.cut">Mostrando só o começo do que chegou.</Translate>}{' '}
        <DownloadLink response={response} />
      </p>
    </>
  );
}

function JsonBody({ response, follow }: Props) {
  const text = useMemo(() => decodeBody(response), [response]);
  const lines = useJsonLines(text.length > MOST_OF_JSON ? '' : text);
  if (!lines) return <TextBody response={response} language="json" />;
  return <JsonTree lines={lines} text={text} follow={follow} aside={<DownloadLink response={response} isShort />} />;
}

function TextBody({ response, language }: { response: ReceivedResponse; language: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const text = useMemo(() => decodeBody(response), [response]);
  const cut = text.length > MOST_CHARACTERS;
  return (
    <>
      <CodeView
        linked
        bare
        wrap
        code={cut ? text.slice(0, MOST_CHARACTERS) : text}
        language={language}
        copyText={text}
      />
      <p className={styles.foot}>
        {cut && (
          <Translate id="console.response.cut" values={{ size: formatSize(response.bytes.length, currentLocale) }}>
            {'Mostrando só o início ({size} no total).'}
          </Translate>
        )}{' '}
        <DownloadLink response={response} />
      </p>
    </>
  );
}
