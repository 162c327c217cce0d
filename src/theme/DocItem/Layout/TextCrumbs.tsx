import { useActivePlugin, useSidebarBreadcrumbs } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { useGuides } from '../../../ui/use-guides.ts';

/** Where a guide is, or a page of prose in the reference: the groups of the navigation around it. */
export function TextCrumbs() {
  const isGuide = useActivePlugin()?.pluginId !== 'reference';
  const { start = '/guides' } = useGuides();
  const { pathname } = useLocation();
  const above = (useSidebarBreadcrumbs() ?? []).filter(({ href }) => href !== pathname);
  if (above.length === 0) return null;
  const root = isGuide
    ? { to: start, text: <Translate id="theme.guides">Guias</Translate> }
    : { to: '/reference', text: <Translate id="theme.reference">Referência</Translate> };
  const groups = above.map((item) => ({
    ...(item.type === 'link' || item.type === 'category' ? { to: item.href } : {}),
    text: <span lang={(item.customProps as { lang?: string } | undefined)?.lang}>{item.label}</span>,
  }));
  return <Crumbs crumbs={[root, ...groups]} />;
}
