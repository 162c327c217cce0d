import Translate from '@docusaurus/Translate';

/** A link to an example that is kept elsewhere; nothing is fetched until a reader follows it. */
export function ExternalExample({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <code translate="no">{url}</code>;
  return (
    <a href={url} rel="noreferrer">
      <Translate id="reference.externalExample">Abrir o exemplo</Translate>
    </a>
  );
}
