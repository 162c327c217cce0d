import { defineCommand } from '../command.ts';

/** `cais logs`: the calls of a workspace, one line each. */
export const logs = defineCommand({
  name: 'logs',
  summary: 'Prints the calls of a workspace, as they come with --follow',
  usage: '[options]',
  options: {
    follow: { type: 'boolean', short: 'f', help: 'Goes on with the calls that come, until Ctrl-C' },
    lines: { type: 'string', short: 'n', value: 'number', help: 'How many earlier calls come first (20), 100 at most' },
    url: { type: 'string', value: 'address', help: 'Address of the server (CAIS_URL, else http://localhost:4010)' },
    key: { type: 'string', value: 'key', help: 'Key of the workspace (CAIS_KEY); none for cais sandbox --no-auth' },
    json: { type: 'boolean', help: 'Prints each call as a line of JSON' },
  },
  more: `A line has the time, status, method, path, duration, request id, and the code of an error.
GET /platform/v1/requests/{id} tells more of one call.`,
  run: async ({ values }) => (await import('./print-calls.ts')).printCalls(values),
});
