import { translate } from '@docusaurus/Translate';
import { useGuides } from '../../ui/use-guides.ts';

/** The main links, available on every page. */
export function useMainLinks(): { to: string; label: string }[] {
  const { start } = useGuides();
  return [
    ...(start ? [{ to: start, label: translate({ id: 'theme.guides', message: 'Guias' }) }] : []),
    { to: '/reference', label: translate({ id: 'theme.reference', message: 'Referência' }) },
    { to: '/webhooks', label: translate({ id: 'theme.webhooks', message: 'Webhooks' }) },
    { to: '/requests', label: translate({ id: 'theme.requests', message: 'Requisições' }) },
    { to: '/usage', label: translate({ id: 'theme.usage', message: 'Uso' }) },
    { to: '/keys', label: translate({ id: 'theme.keys', message: 'Chaves' }) },
    { to: '/workspace', label: translate({ id: 'theme.workspace', message: 'Espaço de trabalho' }) },
    { to: '/downloads', label: translate({ id: 'theme.downloads', message: 'Downloads' }) },
  ];
}

/** Whether a page belongs to the section of a link. */
export function isUnder(pathname: string, to: string): boolean {
  const section = `/${to.split('/')[1]}`;
  const own = pathname.replace(/^\/en(?=\/|$)/, '');
  return own === section || own.startsWith(`${section}/`);
}
