import { testCaisDir } from './shared-apis.ts';

/** The environment of a server in a child process: none of the machine's settings, and quick to start. */
export function childEnvironment(env: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, CAIS_DIR: testCaisDir, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), ...env };
}
