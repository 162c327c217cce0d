import { startTestPortal, type TestPortal } from './test-portal.ts';
import { writeSpecs } from './test-specs.ts';

/** Serves a document; returns its portal and a key, or the messages of its faults. */
export async function serveDocument(
  text: string,
  use: (call: (request: string, body?: unknown) => ReturnType<TestPortal['call']>, faults: string[]) => Promise<void>,
): Promise<void> {
  const portal = await startTestPortal({
    env: { SPECS_PATH: `specs:${writeSpecs({ served: { 'openapi.yaml': text } })}` },
  });
  try {
    const key = await portal.guest();
    const faults = portal.context.faults
      .list()
      .filter(({ api }) => api === 'served')
      .map(({ line, message }) => `${line}: ${message.en}`);
    await use((request, body) => {
      const [method, path] = request.split(' ');
      return portal.call(`${method} /sandbox/served${path}`, { key, body });
    }, faults);
  } finally {
    await portal.close();
  }
}
