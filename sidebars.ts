import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

/** The guides, in reading order for a newcomer. English labels are in i18n/en. */
const sidebars: SidebarsConfig = {
  guides: [
    'index',
    group('Comece aqui', ['quickstart', 'http', 'authentication', 'sandbox', 'people']),
    group('As APIs', ['notas', 'gestor', 'recebiveis', 'crm']),
    group('Temas', [
      'pagination',
      'filtering',
      'errors',
      'find-out-why',
      'idempotency',
      'limits',
      'usage',
      'caching',
      'formats',
      'cors',
      'hypermedia',
      'versions',
      'sdk',
      'ci',
      'alerts',
    ]),
    group('Webhooks', ['webhooks', 'webhook-signatures', 'webhook-retries', 'polling-or-webhooks', 'webhook-testing']),
    group('Para provedores', ['your-portal', 'profile', 'style-guide', 'operate']),
  ],
};

function group(label: string, items: string[]) {
  return { type: 'category' as const, label, items, collapsible: false };
}

export default sidebars;
