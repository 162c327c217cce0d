import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readConfig } from '../config.ts';
import { findContradictions } from './contradictory-settings.ts';

const found = (env: Record<string, string>) => findContradictions(readConfig(env), env);
const behindProxy = { PUBLIC_URL: 'https://portal.example', TRUST_PROXY: '1' };

describe('settings that contradict each other', () => {
  test('are none by default, on this machine, and for a portal as the guide sets it up', () => {
    const usual: Record<string, string>[] = [
      {},
      { PUBLIC_URL: 'http://portal.localhost:3000', OUTBOX: 'open' },
      { PUBLIC_URL: 'http://192.168.0.7:3000' },
      { PUBLIC_URL: 'http://cais:3000' },
      { ...behindProxy, SMTP_URL: 'smtps://a:b@mail.example', MAIL_FROM: 'a@b.example', DRAIN_SECONDS: '10' },
      { ...behindProxy, DATABASE_URL: 'postgres://a:b@db/cais', DATABASE_CONNECTIONS: '20', OUTBOX: 'off' },
      { ...behindProxy, GUEST_DELIVERIES_PER_MINUTE: '0', TEAM_DELIVERIES_PER_MINUTE: '0' },
    ];
    for (const env of usual) assert.deepEqual(found(env), [], JSON.stringify(env));
  });

  for (const [what, env, expected] of [
    ['https without a proxy that is known', { PUBLIC_URL: 'https://portal.example' }, /^PUBLIC_URL .*TRUST_PROXY=1/],
    ['http for the whole world', { PUBLIC_URL: 'http://portal.example' }, /^PUBLIC_URL is http: .*https/],
    ['letters for everybody', { ...behindProxy, OUTBOX: 'open' }, /^OUTBOX=open .*OUTBOX=off/],
    ['suggestions that nothing sends', { SUGGESTIONS_EMAIL: 'contact' }, /^SUGGESTIONS_EMAIL has no effect/],
    ['connections of SQLite', { DATABASE_CONNECTIONS: '20' }, /^DATABASE_CONNECTIONS has no effect/],
    ['a drain longer than what platforms wait', { DRAIN_SECONDS: '60' }, /^DRAIN_SECONDS=60: .* 80 s/],
    ['guests with more records', { GUEST_RECORDS: '300000' }, /^GUEST_RECORDS \(300000\) .*TEAM_RECORDS \(200000\)/],
    ['guests with more bytes', { TEAM_STORAGE_MIB: '10' }, /^GUEST_STORAGE_MIB \(50\) .*TEAM_STORAGE_MIB \(10\)/],
    ['guests with more keys', { GUEST_API_KEYS: '501' }, /^GUEST_API_KEYS \(501\) .*TEAM_API_KEYS \(500\)/],
    [
      'guests at any pace',
      { GUEST_DELIVERIES_PER_MINUTE: '0' },
      /^GUEST_DELIVERIES_PER_MINUTE \(no limit\) .*\(6000\)/,
    ],
  ] as const) {
    test(`${what}: told, with what to do`, () => {
      const told = found(env);
      assert.equal(told.length, 1, told.join('\n'));
      assert.match(told[0] ?? '', expected);
    });
  }
});
