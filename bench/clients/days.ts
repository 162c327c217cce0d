import type { Day, Sdk } from './day.ts';
import { asana } from './days/asana.ts';
import { box } from './days/box.ts';
import { digitalocean } from './days/digitalocean.ts';
import { linode } from './days/linode.ts';
import { octokit } from './days/octokit.ts';
import { plaid } from './days/plaid.ts';
import { postmark } from './days/postmark.ts';
import { sendgrid } from './days/sendgrid.ts';
import { slack } from './days/slack.ts';
import { square } from './days/square.ts';
import { stripe } from './days/stripe.ts';
import { svix } from './days/svix.ts';
import { telnyx } from './days/telnyx.ts';
import { twilio } from './days/twilio.ts';
import { xero } from './days/xero.ts';
import { ynab } from './days/ynab.ts';
import type { ClientName } from './packages.ts';
import type { Place } from './place.ts';

/** What is done with each SDK, and where. */
export const days: Record<ClientName, (day: Day, sdk: Sdk, place: Place) => Promise<void>> = {
  asana,
  box,
  digitalocean,
  linode,
  octokit,
  plaid,
  postmark,
  sendgrid,
  slack,
  square,
  stripe,
  svix,
  telnyx,
  twilio,
  xero,
  ynab,
};
