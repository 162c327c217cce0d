import { useActivePlugin, useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { useGuides } from '../../../ui/use-guides.ts';
import { groupsAround } from './groups-around.ts';

/** Where a guide is, or a page of prose in the reference: the groups of the navigation around it. */
export function TextCrumbs() {
  const isGuide = useActivePlugin()?.pluginId !== 'reference';
  const { start = '/guides' } = useGuides();
  const pathname = useLocation().pathname.replace(/(?<=.)\/$/, '');
  const groups = groupsAround(useDocsSidebar()?.items ?? [], pathname);
  if (groups.length === 0) return null;
  const root = isGuide
    ? { to: start, text: <Translate id="theme.guides">Guias</Translate> }
    : { to: '/reference', text: <Translate id="theme.reference">Referência</Translate> };
  return (
    <Crumbs
      crumbs={[
        root,
        ...groups.map(({ href, label, customProps }) => ({
          to: href,
          text: <span lang={(customProps as { lang?: string } | undefined)?.lang}>{label}</span>,
        })),
      ]}
    />
  );
}
