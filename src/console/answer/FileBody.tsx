import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { fileNameOf, mediaTypeOf, type ReceivedResponse } from '../../exchange/received-response.ts';
import { formatSize } from '../../format/format-figures.ts';
import styles from '../ResponsePane.module.css';
import { DownloadLink } from './DownloadLink.tsx';
import { useObjectUrl } from './use-object-url.ts';

/** A body that is no text: shown if browsers can show it, and to be saved. */
export function FileBody({ response, kind }: { response: ReceivedResponse; kind: 'pdf' | 'image' | 'binary' }) {
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
