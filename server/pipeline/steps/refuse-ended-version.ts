import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { findOlderVersion } from '../../dialect/versions/versions.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** Refuses (410) everything in a version that has ended by the caller's time: its Sunset (RFC 8594) has passed. */
export function refuseEndedVersion(
  { profile: { versions } }: ServedApi,
  { pathBelow = '' }: Pick<Incoming, 'pathBelow'>,
  now: Date,
  publicUrl: string,
): void {
  const older = versions && findOlderVersion(versions, pathBelow);
  if (!older || now < new Date(older.sunset)) return;
  const version = versions.find(pathBelow);
  const [day, guide] = [older.sunset.slice(0, 10), publicUrl + older.guide];
  throw new Refusal('gone', say('versions.ended', { version, day, newest: versions.newest, guide }));
}
