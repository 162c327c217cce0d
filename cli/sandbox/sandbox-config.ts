import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, readConfig } from '../../server/config.ts';
import { type HeldPort, holdPort } from '../../server/http/held-port.ts';
import { parseCallerIp } from '../../server/net/ip-address.ts';
import { isLocalUrl } from '../../server/net/local-caller.ts';
import { readPublicUrl } from '../../server/settings/public-url.ts';
import { UsageError } from '../command.ts';

/** What was asked for on the command line. */
export interface Asked {
  port?: string;
  host?: string;
  data?: string;
  memory?: boolean;
  'no-auth'?: boolean;
}

/** As other sandboxes and mock servers have it. */
const usualPort = 4010;

interface Settings {
  config: Config;
  /** Its port, where any would do: addresses are part of responses, so it is known, and kept, before the server listens. */
  held: HeldPort[];
}

/** The settings of a sandbox for one developer or one run of tests: nobody has to be kept from using it up. */
export async function sandboxConfig(asked: Asked, env: NodeJS.ProcessEnv): Promise<Settings> {
  if (asked.data !== undefined && asked.memory)
    throw new UsageError('Choose one of --memory, which keeps nothing, and --data, which keeps everything.');
  const host = asked.host ?? 'localhost';
  if (asked['no-auth'] && !isLoopback(host))
    throw new UsageError(
      `--no-auth is for this machine alone, and --host ${host} lets others in. Leave one of them out.`,
    );
  if (asked['no-auth'] && env.PUBLIC_URL && !isLocalUrl(readPublicUrl(env.PUBLIC_URL)))
    throw new UsageError(
      `--no-auth is for this machine alone, and PUBLIC_URL=${env.PUBLIC_URL} is for others. Leave one of them out.`,
    );
  const given = readPort(asked.port);
  const held = given === 0 ? [await holdPort(host, 0)] : [];
  const port = held[0]?.port ?? given;
  const name = isAnywhere(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const data = asked.data === undefined ? temporaryFolder() : resolve(asked.data);
  const config = readConfig({
    GUESTS_PER_HOUR: '1000000',
    BAD_CREDENTIALS_PER_MINUTE: '1000000',
    CONNECTIONS_PER_ADDRESS: '0',
    // What is sent to this machine is sent to whoever started the sandbox.
    ...(isLoopback(host) && { WEBHOOK_ALLOWED_HOSTS: 'localhost,127.0.0.0/8,::1' }),
    ...env,
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: env.PUBLIC_URL || `http://${name}:${port}`,
    DATA_DIR: data,
    DATABASE_URL: '',
    // Documents are named on the command line, in whatever folder.
    PORTAL: '',
    SPECS_PATH: '.',
    // There are no pages, even where a portal was built in this folder; and nobody else can put some there.
    CAIS_DIR: join(data, 'no-pages'),
    SMTP_URL: '',
    METRICS_ADDRESS: '',
  });
  return { config, held };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || parseCallerIp(host)?.range() === 'loopback';
}

function isAnywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function readPort(text: string | undefined): number {
  if (text === undefined) return usualPort;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`--port must be a number up to 65535, not "${text}".`);
  return port;
}

/** A folder for the data of this process alone, removed when it ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cais-sandbox-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
