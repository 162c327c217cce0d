import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useMemo, useState } from 'react';
import {
  bodyKind,
  decodeBody,
  fileNameOf,
  mediaTypeOf,
  prettyJson,
  type ReceivedResponse,
} from '../exchange/received-response.ts';
import { findStreamKind, itemsOf } from '../exchange/stream-items.ts';
import { formatSize } from '../format/format-figures.ts';
import { CodeView } from '../ui/CodeView.tsx';
import styles from './ResponsePane.module.css';
import { StreamItems } from './StreamItems.tsx';

// More items or text would make the page slow.
const MOST_ITEMS = 500;
const MOST_CHARACTERS = 100_000;

/** Shows the body in a view for its media type. */
export function ResponseBody({ response }: { response: ReceivedResponse }) {
  const kind = bodyKind(response);
  if (kind === 'empty') {
    return (
      <p className={styles.empty}>
        <Translate id="console.response.noBody">Esta resposta não tem corpo.</Translate>
      </p>
    );
  }
  if (kind === 'stream') return <StreamBody response={response} />;
  if (kind === 'json' || kind === 'xml' || kind === 'text') return <TextBody response={response} language={kind} />;
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

function TextBody({ response, language }: { response: ReceivedResponse; language: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const text = useMemo(() => {
    const decoded = decodeBody(response);
    return language === 'json' ? prettyJson(decoded) : decoded;
  }, [response, language]);
  const cut = text.length > MOST_CHARACTERS;
  return (
    <>
      <CodeView
        linked
        bare
        wrap
        code={cut ? text.slice(0, MOST_CHARACTERS) : text}
        language={language}
        className={styles.text}
      />
      {cut && (
        <p className={styles.foot}>
          <Translate id="console.response.cut" values={{ size: formatSize(response.bytes.length, currentLocale) }}>
            {'Mostrando só o início ({size} no total).'}
          </Translate>{' '}
          <DownloadLink response={response} />
        </p>
      )}
    </>
  );
}

function FileBody({ response, kind }: { response: ReceivedResponse; kind: 'pdf' | 'image' | 'binary' }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const url = useObjectUrl(response);
  const name = fileNameOf(response);
  return (
    <div className={styles.fileBody}>
      {url && kind === 'image' && <img src={url} alt={name} />}
      {url && kind === 'pdf' && <iframe src={url} title={name} />}
      <p className={styles.foot}>
        <code>{mediaTypeOf(response) || 'application/octet-stream'}</code> ·{' '}
        {formatSize(response.bytes.length, currentLocale)} · <DownloadLink response={response} />
      </p>
    </div>
  );
}

function DownloadLink({ response }: { response: ReceivedResponse }) {
  const url = useObjectUrl(response);
  const name = fileNameOf(response);
  return (
    <a href={url} download={name}>
      {translate({ id: 'console.response.download', message: 'Baixar {name}' }, { name })}
    </a>
  );
}

/** An object URL for the body, revoked when the component unmounts. */
function useObjectUrl(response: ReceivedResponse): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([response.bytes], { type: mediaTypeOf(response) }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [response]);
  return url;
}
