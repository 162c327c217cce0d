import { type Kysely, sql } from 'kysely';

/** The events of alerts are named like all other events of the portal, with an underscore, wherever they were stored. */
export async function alertEventNames(db: Kysely<unknown>): Promise<void> {
  for (const moment of ['opened', 'resolved']) {
    const [before, after] = [`alert.${moment}`, `alert_${moment}`];
    const [quotedBefore, quotedAfter] = [`"${before}"`, `"${after}"`];
    const [nameBefore, nameAfter] = [`"platform:${before}"`, `"platform:${after}"`];
    await sql`update event set type = ${after}, payload = replace(payload, ${quotedBefore}, ${quotedAfter})
      where api = 'platform' and type = ${before}`.execute(db);
    await sql`update delivery set type = ${after} where api = 'platform' and type = ${before}`.execute(db);
    await sql`update webhook_endpoint set event_types = replace(event_types, ${nameBefore}, ${nameAfter})
      where event_types like ${`%${nameBefore}%`}`.execute(db);
  }
}
