/**
 * A reporter of node:test that says how it ended in one line of JSON, for adding up with the other runners.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* countTests(events) {
  for await (const { type, data } of events) {
    // Each file has a summary as well; the whole run's names none.
    if (type === 'test:summary' && data.file === undefined) {
      const { passed, skipped, todo, tests } = data.counts;
      yield JSON.stringify({ passed, skipped: skipped + todo, failed: tests - passed - skipped - todo });
    }
  }
}
