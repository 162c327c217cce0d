import type { Context } from '../context.ts';
import type { SuggestionRow } from '../db/schema.ts';
import { findContact } from '../openapi/contact.ts';
import { suggestionsEmail } from './suggestion-email.ts';

/** Older ones are read on the page: a mail server that was down for long, or a new setting, does not cause a flood. */
const oldest = 24 * 60 * 60 * 1000;

/**
 * Tells the provider by e-mail what was suggested since the last time: one e-mail for each address. What cannot be sent now is sent
 * the next time, with what was suggested until then.
 */
export async function mailSuggestions({ db, config, apis, people, now, log }: Context): Promise<void> {
  const since = new Date(now().getTime() - oldest).toISOString();
  const rows = await db
    .selectFrom('suggestion')
    .selectAll()
    .where('mailed_at', 'is', null)
    .where('state', '=', 'open')
    .where('created_at', '>=', since)
    .orderBy('seq')
    .execute();
  const { email: setting } = config.suggestions;
  const recipientOf = ({ api }: SuggestionRow) => {
    if (setting !== 'contact') return setting;
    const served = api === null ? undefined : apis.get(api);
    return served && findContact(served.document)?.email;
  };
  const byRecipient = Map.groupBy(rows, recipientOf);
  for (const [to, own] of byRecipient) {
    if (to === undefined) continue;
    try {
      await people.sendEmail(suggestionsEmail(config.publicUrl, to, own));
    } catch (error) {
      log.error(error);
      continue;
    }
    const ids = own.map(({ id }) => id);
    await db.updateTable('suggestion').set({ mailed_at: now().toISOString() }).where('id', 'in', ids).execute();
  }
}
