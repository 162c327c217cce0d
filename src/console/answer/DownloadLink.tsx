import { translate } from '@docusaurus/Translate';
import { fileNameOf, type ReceivedResponse } from '../../exchange/received-response.ts';
import { useObjectUrl } from './use-object-url.ts';

/** Saves the body as a file; in short without its name. */
export function DownloadLink({ response, isShort = false }: { response: ReceivedResponse; isShort?: boolean }) {
  const url = useObjectUrl(response);
  const name = fileNameOf(response);
  const label = translate({ id: 'console.response.download', message: 'Baixar {name}' }, { name });
  return (
    <a href={url} download={name} aria-label={label} title={label}>
      {isShort ? translate({ id: 'console.response.save', message: 'Baixar' }) : label}
    </a>
  );
}
