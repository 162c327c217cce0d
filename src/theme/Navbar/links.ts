import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { usePortal } from '../../documents/use-portal.ts';
import { hasPage } from '../../ui/page-features.ts';
import { useFeatures } from '../../ui/use-features.ts';
import { useGuides } from '../../ui/use-guides.ts';

/** The main links, available on every page. */
export function useMainLinks(): { to: string; label: string }[] {
  const { start } = useGuides();
  const { navigation } = usePortal();
  const features = useFeatures();
  const links = [
    ...(start ? [{ to: start, label: translate({ id: 'theme.guides', message: 'Guias' }) }] : []),
    { to: '/reference', label: translate({ id: 'theme.reference', message: 'Referência' }) },
    { to: '/webhooks', label: translate({ id: 'theme.webhooks', message: 'Webhooks' }) },
    { to: '/requests', label: translate({ id: 'theme.requests', message: 'Requisições' }) },
    { to: '/usage', label: translate({ id: 'theme.usage', message: 'Uso' }) },
    { to: '/keys', label: translate({ id: 'theme.keys', message: 'Chaves' }) },
    { to: '/workspace', label: translate({ id: 'theme.workspace', message: 'Espaço de trabalho' }) },
    { to: '/downloads', label: translate({ id: 'theme.downloads', message: 'Downloads' }) },
  ];
  return [...links.filter(({ to }) => hasPage(features, to)), ...navigation];
}

/** Whether the current page belongs to the section of a link. */
export function useIsUnder(): (to: string) => boolean {
  const { pathname } = useLocation();
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const [section] = pathname.slice(baseUrl.length).split('/');
  return (to) => to.startsWith('/') && to.split('/')[1] === section;
}
