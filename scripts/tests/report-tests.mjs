import { inspect } from 'node:util';

/**
 * A reporter of node:test that writes each test as a line of JSON: its name, file, milliseconds, and how it ended.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* reportTests(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A file or a group fails with what is in it, which is told by itself.
    const isGroup = data.details.type === 'suite' || data.file === data.name;
    const { error } = data.details;
    if (isGroup && (type === 'test:pass' || error?.failureType === 'subtestsFailed')) continue;
    const ended =
      data.skip !== undefined
        ? 'skipped'
        : data.todo !== undefined
          ? 'skipped'
          : type === 'test:pass'
            ? 'passed'
            : 'failed';
    const line = {
      name: data.name,
      file: data.file ?? '',
      milliseconds: data.details.duration_ms,
      ended,
      error: error && inspect(error.cause ?? error),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}
