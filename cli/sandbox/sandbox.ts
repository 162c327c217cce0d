import { defineCommand } from '../command.ts';

/** `cais sandbox <document>`: the sandbox of documents, without pages. */
export const sandbox = defineCommand({
  name: 'sandbox',
  summary: 'Serves a stateful sandbox of a document, without pages',
  usage: '[<document or folder> …] [options] [-- <command>]',
  most: Number.POSITIVE_INFINITY,
  options: {
    port: { type: 'string', short: 'p', value: 'number', help: 'Port to listen on (4010); 0 takes any that is free' },
    'port-per-api': { type: 'boolean', help: 'Serves each API at the root of a port of its own, too: the next ones' },
    host: { type: 'string', value: 'address', help: 'Address to listen on (localhost); 0.0.0.0 for all' },
    data: { type: 'string', value: 'folder', help: 'Keeps data and key in this folder' },
    memory: { type: 'boolean', help: 'Keeps nothing once it ends (this is what it does without --data)' },
    seed: { type: 'string', value: 'file', help: 'The data to begin with, and to go back to at each reset (YAML)' },
    'no-auth': { type: 'boolean', help: 'Asks callers on this machine for no key: all share one workspace' },
    strict: {
      type: 'boolean',
      help: 'Starts only if the documents have no faults; otherwise what has one is left out',
    },
    json: { type: 'boolean', help: 'Prints one line of JSON when it is ready, for programs' },
  },
  more: `Without a document, it looks in the current folder. One document is served at the root of the
address, below the path of its first server, too; several are served below /sandbox/<name>. For programs that
take no path before their own, each also has http://<name>.localhost, with the same port. Browsers and curl
know that name; for programs that do not, there is --port-per-api.

--no-auth is for this machine alone: not for pages of other sites, nor for what a proxy is seen to pass on. A
proxy on this machine that says nothing of itself defeats it: whoever reaches the proxy needs no key either.

After --, a command runs beside the sandbox, which then ends with the exit code of that command. It
finds the sandbox in CAIS_URL, CAIS_API_URL, CAIS_PLATFORM_URL and CAIS_KEY.

  cais sandbox openapi.yaml
  cais sandbox openapi.yaml --no-auth --seed customers.yaml -- npm test`,
  run: async (call) => (await import('./start-sandbox.ts')).startSandbox(call),
});
