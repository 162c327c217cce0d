import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement, Fragment, type ReactNode } from 'react';

/** What the components of the pages import from Docusaurus, for tests that render them without it. */

const root = join(import.meta.dirname, '../../..');
const shared = globalThis as { renderedLocale?: string };
const texts = new Map<string, Record<string, { message: string }>>();

function textOf(id: string | undefined, message: string): string {
  const locale = shared.renderedLocale ?? 'pt-BR';
  if (locale === 'pt-BR' || id === undefined) return message;
  if (!texts.has(locale)) texts.set(locale, JSON.parse(readFileSync(join(root, 'i18n', locale, 'code.json'), 'utf8')));
  return texts.get(locale)?.[id]?.message ?? message;
}

export function translate(
  { id, message }: { id?: string; message: string },
  values: Record<string, string> = {},
): string {
  return textOf(id, message).replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function Translate({
  id,
  children,
  values = {},
}: {
  id?: string;
  children: string;
  values?: Record<string, ReactNode>;
}) {
  const parts = textOf(id, children).split(/\{(\w+)\}/);
  return parts.map((part, index) => createElement(Fragment, { key: index }, index % 2 === 1 ? values[part] : part));
}

export const stubs: Record<string, unknown> = {
  Translate,
  useDocusaurusContext: () => ({
    siteConfig: { baseUrl: '/' },
    i18n: { currentLocale: shared.renderedLocale ?? 'pt-BR' },
  }),
  useIsBrowser: () => true,
  useBaseUrl: (path: string) => path,
  Link: ({ to, children }: { to: string; children: ReactNode }) => createElement('a', { href: to }, children),
};
