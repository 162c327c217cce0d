import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useMemo, useState } from 'react';
import { type Answer, bodyKind, decodeBody, fileNameOf, mediaTypeOf, prettyJson } from '../exchange/answer.ts';
import { formatSize } from '../format/format-figures.ts';
import { CodeView } from '../ui/CodeView.tsx';
import styles from './AnswerPane.module.css';

// More text than this makes a page hesitate, and nobody reads it here.
const MOST_CHARACTERS = 100_000;

/** The body in the way that fits its type. */
export function AnswerBody({ answer }: { answer: Answer }) {
  const kind = bodyKind(answer);
  if (kind === 'empty') {
    return (
      <p className={styles.empty}>
        <Translate id="console.answer.noBody">Esta resposta não tem corpo.</Translate>
      </p>
    );
  }
  if (kind === 'json' || kind === 'xml' || kind === 'text') return <TextBody answer={answer} language={kind} />;
  return <FileBody answer={answer} kind={kind} />;
}

function TextBody({ answer, language }: { answer: Answer; language: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const text = useMemo(() => {
    const decoded = decodeBody(answer);
    return language === 'json' ? prettyJson(decoded) : decoded;
  }, [answer, language]);
  const cut = text.length > MOST_CHARACTERS;
  return (
    <>
      <CodeView
        bare
        wrap
        code={cut ? text.slice(0, MOST_CHARACTERS) : text}
        language={language}
        className={styles.text}
      />
      {cut && (
        <p className={styles.foot}>
          <Translate id="console.answer.cut" values={{ size: formatSize(answer.bytes.length, currentLocale) }}>
            {'Mostrando só o começo de {size}.'}
          </Translate>{' '}
          <DownloadLink answer={answer} />
        </p>
      )}
    </>
  );
}

function FileBody({ answer, kind }: { answer: Answer; kind: 'pdf' | 'image' | 'binary' }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const url = useObjectUrl(answer);
  const name = fileNameOf(answer);
  return (
    <div className={styles.fileBody}>
      {url && kind === 'image' && <img src={url} alt={name} />}
      {url && kind === 'pdf' && <iframe src={url} title={name} />}
      <p className={styles.foot}>
        <code>{mediaTypeOf(answer) || 'application/octet-stream'}</code> ·{' '}
        {formatSize(answer.bytes.length, currentLocale)} · <DownloadLink answer={answer} />
      </p>
    </div>
  );
}

function DownloadLink({ answer }: { answer: Answer }) {
  const url = useObjectUrl(answer);
  const name = fileNameOf(answer);
  return (
    <a href={url} download={name}>
      {translate({ id: 'console.answer.download', message: 'Baixar {name}' }, { name })}
    </a>
  );
}

/** An address for the body's bytes, given back when it is no longer shown. */
function useObjectUrl(answer: Answer): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([answer.bytes], { type: mediaTypeOf(answer) }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [answer]);
  return url;
}
