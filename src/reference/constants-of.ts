import type { EnumText, Schema } from '../documents/operation-data.ts';

const ofConstant = new Set(['const', 'enum', 'type', 'title', 'description', 'deprecated']);

/** Variants that are constants say the same as an enum with a text for each value; undefined for others. */
export function constantsOf(variants: Schema[]): { enum: unknown[]; enumTexts: EnumText[] } | undefined {
  if (variants.length === 0) return undefined;
  const texts: EnumText[] = [];
  for (const variant of variants) {
    if (Object.keys(variant).some((keyword) => !ofConstant.has(keyword))) return undefined;
    const value = 'const' in variant ? variant.const : variant.enum?.length === 1 ? variant.enum[0] : undefined;
    if (value === undefined || typeof value === 'object') return undefined;
    const { title, description } = variant;
    texts.push({ value, ...(title && title !== value && { name: title }), ...(description && { text: description }) });
  }
  return { enum: texts.map(({ value }) => value), enumTexts: texts };
}
