import { defineConfig } from '@playwright/test';
import type { JourneyOptions, PortalOptions } from './support/portal-test.ts';

const browser = process.env.CHROMIUM_PATH;

export default defineConfig<JourneyOptions, PortalOptions>({
  testMatch: '**/*.test.ts',
  outputDir: '../.cais-test/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  globalTimeout: 2_400_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    viewport: { width: 1360, height: 900 },
    launchOptions: {
      ...(browser && { executablePath: browser }),
      // Root cannot use Chromium's sandbox, and CI often runs as root.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'português', testDir: 'journeys', use: { language: 'pt-BR', locale: 'pt-BR' } },
    {
      name: 'english',
      testDir: 'journeys',
      use: { language: 'en', locale: 'en-US', contextOptions: { reducedMotion: 'reduce' } },
    },
    { name: 'español', testDir: 'spanish', use: { language: 'es', locale: 'es-MX' } },
    {
      name: 'foreign',
      testDir: 'foreign',
      testIgnore: ['**/reduced/**', '**/plain/**'],
      use: { language: 'en', locale: 'en-US', path: '/developers' },
    },
    ...(['reduced', 'plain'] as const).map((theirs) => ({
      name: theirs,
      testDir: `foreign/${theirs}`,
      use: { language: 'en' as const, locale: 'en-US', path: '/developers', theirs },
    })),
    { name: 'http', testDir: 'http' },
    { name: 'guides', testDir: '.', testMatch: ['guides.test.ts', 'support/*.test.ts'] },
  ],
});
