import { inspect } from 'node:util';

/**
 * A node:test reporter that writes each test as a line of JSON: name, file, duration in milliseconds, and result.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* reportTests(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A file or suite fails with its tests, which are reported separately.
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
