import { inspect } from 'node:util';

/**
 * A node:test reporter that writes each test as a JSON text: that it has begun, then name, file, duration in milliseconds, and
 * result. Each text begins with a record separator (RFC 7464), which sets it apart from what tests print. The last text says that
 * all tests have ended: it is missing when a test exits the process.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* reportTests(events) {
  for await (const { type, data } of events) {
    if (type === 'test:dequeue')
      yield `\u001e${JSON.stringify({ begun: true, name: data.name, file: data.file ?? '' })}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSkipped = data.skip !== undefined || data.todo !== undefined;
    // A file or suite passes or fails with its tests, which are reported separately; those of a skipped suite are not.
    const isGroup = data.details.type === 'suite' || data.file === data.name;
    const { error } = data.details;
    if (isGroup && !isSkipped && (type === 'test:pass' || error?.failureType === 'subtestsFailed')) continue;
    const ended = type === 'test:pass' ? 'passed' : 'failed';
    const line = {
      name: data.name,
      file: data.file ?? '',
      milliseconds: data.details.duration_ms,
      ended: isSkipped ? 'skipped' : ended,
      error: error && inspect(error.cause ?? error),
    };
    yield `\u001e${JSON.stringify(line)}\n`;
  }
  yield `\u001e${JSON.stringify({ complete: true })}\n`;
}
