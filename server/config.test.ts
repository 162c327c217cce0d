import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readConfig, settingNames } from './config.ts';
import { findMisspelt } from './settings/misspelt-settings.ts';

/** The rows of the README's table: names, and defaults as they are written there. */
function documented(): { names: string[]; defaults: string[] }[] {
  const section = /## Settings\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => String(code));
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, names, usual] = line.split('|');
      // "a file in `DATA_DIR`" is no value.
      return { names: codes(names), defaults: /^ (`[^`]+`(, )?)+ $/.test(usual ?? '') ? codes(usual) : [] };
    });
}

describe('the settings', () => {
  test('are those of the README, each once', () => {
    assert.deepEqual(
      documented()
        .flatMap(({ names }) => names)
        .sort(),
      settingNames().sort(),
    );
  });

  test('have the defaults that the README tells', () => {
    const told = documented()
      .filter(({ defaults }) => defaults.length > 0)
      .flatMap(({ names, defaults }) => names.map((name, index) => [name, defaults[index]?.replace('$PORT', '3000')]));
    assert.ok(told.length > 20);
    assert.deepEqual(readConfig(Object.fromEntries(told)), readConfig({}));
  });

  test('that are empty count as unset', () => {
    assert.deepEqual(readConfig(Object.fromEntries(settingNames().map((name) => [name, '']))), readConfig({}));
  });

  test('that count something are refused when they are no number, negative, broken or too large', () => {
    const numbers = settingNames().filter((name) => /^\d+$/.test(String(defaultOf(name))));
    assert.ok(numbers.length > 15);
    for (const name of numbers) {
      for (const text of ['many', '-1', '1.5', '1e3', '99999999999', 'Infinity', ' 5'])
        assert.throws(
          () => readConfig({ [name]: text }),
          new RegExp(`^Error: ${name} must be a whole number from [01] to \\d+`),
        );
    }
  });

  const defaultOf = (name: string) => {
    for (const { names, defaults } of documented()) if (names.includes(name)) return defaults[names.indexOf(name)];
    return undefined;
  };

  for (const [name, texts] of Object.entries({
    PORT: ['0', '65536', '99999'],
    DATABASE_URL: ['mysql://x', 'sqlite:cais.db', 'file:///cais.db', 'mongodb+srv://x/y', 'postgres:x', ':memory:'],
    DATABASE_CONNECTIONS: ['0', '5000'],
    TRUST_PROXY: ['yes', '21', '10.0.0.1'],
    LIMITS: ['no', 'OFF'],
    OUTBOX: ['public'],
    LOG_LEVEL: ['loud', 'WARN'],
    SMTP_URL: ['mail.example', 'http://mail.example', 'smtp://'],
    MAIL_FROM: [
      'Cais',
      'a@b@c.example',
      'Cais <portal>',
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example, c@d.example',
    ],
    PROVIDER_WORKSPACE: ['Cais', 'wsp_1', 'wsp_4c7f2e9ab3d25ff41e07c2a9b8d6e310;'],
    SUGGESTIONS_EMAIL: ['off', 'a@b.example, c@d.example', 'Ana <a@b.example>', 'a@b.example\r\nBcc: c@d.example'],
    SECURITY_CONTACT: ['security@portal.example', 'http://portal.example'],
    API_HOSTS: [
      'on',
      '*',
      'sandbox.example',
      '*.*.example',
      'a.*.example',
      '*.example/',
      '*.example:80',
      '*.-a.example',
    ],
    PUBLIC_URL: ['portal.example', 'ftp://portal.example', 'https://a.example/?a=b', 'https://a.example/sandbox'],
    EVENT_RETENTION_DAYS: ['40000'],
    DRAIN_SECONDS: ['4000'],
    METRICS_ADDRESS: [
      '9464',
      ':9464',
      '127.0.0.1',
      '127.0.0.1:0',
      '127.0.0.1:99999',
      'http://127.0.0.1:9464',
      '::1:9464',
    ],
  }))
    test(`${name} that cannot work is named, with what it accepts`, () => {
      for (const text of texts)
        assert.throws(() => readConfig({ [name]: text }), new RegExp(`^Error: ${name} must `), text);
    });

  test('SMTP_URL needs a sender', () => {
    assert.throws(() => readConfig({ SMTP_URL: 'smtp://mail.example' }), /^Error: MAIL_FROM must /);
    assert.ok(readConfig({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Portal <portal@mail.example>' }));
  });

  test('never show the password of the database', () => {
    for (const url of ['mysql://cais:hidden@db/cais', 'postgres://cais:hid/den@db:x/cais'])
      assert.throws(
        () => readConfig({ DATABASE_URL: url }),
        (error: Error) => !/hid/.test(error.message),
      );
  });

  test('of all usual forms of databases are accepted', () => {
    for (const url of [
      'postgres://cais:secret@db.example:5432/cais?sslmode=require',
      'postgresql://db/cais',
      'postgres:///cais?host=/run/postgresql',
      'data/cais.db',
      '/var/lib/cais.db',
      'C:\\cais.db',
    ])
      assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url);
  });

  test('that are nearly written like one are found, and what machines usually set is not', () => {
    const meant = (env: Record<string, string>) => findMisspelt(env, settingNames()).map((found) => found.meant);
    for (const [name, setting] of Object.entries({
      PUBLICURL: 'PUBLIC_URL',
      public_url: 'PUBLIC_URL',
      DATABSE_URL: 'DATABASE_URL',
      DATABASE_ULR: 'DATABASE_URL',
      SPEC_PATH: 'SPECS_PATH',
      WEBHOOKS_ALLOWED_HOSTS: 'WEBHOOK_ALLOWED_HOSTS',
      LOGLEVEL: 'LOG_LEVEL',
      LIMIT: 'LIMITS',
      KEY_PEPPER: 'KEY_PEPPERS',
    }))
      assert.deepEqual(meant({ [name]: 'x' }), [setting], name);
    const usual = 'HOME HOSTNAME POST PATH PWD OLDPWD TERM LANG USER LOGNAME SHELL SHLVL TMPDIR NODE_ENV HTTP_PROXY TZ';
    assert.deepEqual(meant(Object.fromEntries(usual.split(' ').map((name) => [name, 'x']))), []);
    assert.deepEqual(meant({ PUBLIC_URL: 'x', PUBLICURL: 'x' }), [], 'where the right one is set, too');
  });

  test('that a guide for operators names exist, in any language', () => {
    const guides = globSync(['docs/operate.mdx', 'i18n/*/**/operate.mdx', 'SECURITY.md']);
    assert.equal(guides.length, 4);
    for (const guide of guides) {
      const codes = readFileSync(guide, 'utf8').matchAll(/`([A-Z][A-Z_]+)(?:=[^`]*)?`/g);
      const named = [...codes].map(([, name = '']) => name).filter((name) => name !== 'SIGTERM' && name !== 'README');
      assert.ok(named.length > 2, guide);
      for (const name of named) assert.ok(settingNames().includes(name), `${guide} names ${name}`);
    }
  });
});
