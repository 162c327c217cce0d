import Translate from '@docusaurus/Translate';
import { Crumbs } from './Crumbs.tsx';
import { DocumentText } from './DocumentText.tsx';

interface Props {
  /** The API whose page it is below; undefined for the page of an API itself. */
  api?: { slug: string; title: string };
  /** The section of the API's overview that lists the page. */
  section?: { id: string; label: string } | undefined;
}

/** Where a page of the reference is: the reference, its API, and the section that lists it. */
export function ReferenceCrumbs({ api, section }: Props) {
  const place = `/reference/${api?.slug}`;
  return (
    <Crumbs
      crumbs={[
        { to: '/reference', text: <Translate id="reference.title">Referência</Translate> },
        ...(api ? [{ to: place, text: <DocumentText>{api.title}</DocumentText> }] : []),
        ...(section ? [{ to: `${place}#${section.id}`, text: <DocumentText>{section.label}</DocumentText> }] : []),
      ]}
    />
  );
}
