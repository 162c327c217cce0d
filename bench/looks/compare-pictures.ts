import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** What the page draws with; the types of the DOM belong to files that run in one. */
interface Drawing {
  createImageBitmap(image: Blob): Promise<{ width: number; height: number }>;
  OffscreenCanvas: new (
    width: number,
    height: number,
  ) => {
    getContext(kind: '2d'): {
      drawImage(image: unknown, x: number, y: number): void;
      getImageData(x: number, y: number, width: number, height: number): Pixels;
      putImageData(pixels: Pixels, x: number, y: number): void;
    };
    convertToBlob(): Promise<Blob>;
  };
}

/** Compares two PNG files in a page; returns the share of pixels that differ, 1 if the sizes do, and writes a picture of them. */
export async function comparePictures(page: Page, before: string, after: string, marked: string): Promise<number> {
  const [first, second] = [before, after].map((file) => readFileSync(file).toString('base64')) as [string, string];
  if (first === second) return 0;
  const { share, picture } = await page.evaluate(
    async ([first, second]) => {
      const { createImageBitmap, OffscreenCanvas } = globalThis as unknown as Drawing;
      const read = async (base64: string) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return { canvas, context, pixels: context.getImageData(0, 0, image.width, image.height) };
      };
      const [a, b] = await Promise.all([read(first), read(second)]);
      if (a.pixels.width !== b.pixels.width || a.pixels.height !== b.pixels.height) return { share: 1 };
      let different = 0;
      for (let at = 0; at < a.pixels.data.length; at += 4) {
        const differs = [0, 1, 2].some(
          (one) => Math.abs((a.pixels.data[at + one] ?? 0) - (b.pixels.data[at + one] ?? 0)) > 8,
        );
        if (differs) different++;
        b.pixels.data.set(differs ? [255, 0, 80, 255] : [...b.pixels.data.subarray(at, at + 3), 60], at);
      }
      b.context.putImageData(b.pixels, 0, 0);
      const bytes = new Uint8Array(await (await b.canvas.convertToBlob()).arrayBuffer());
      return { share: (different * 4) / a.pixels.data.length, picture: bytes.toBase64() };
    },
    [first, second] as const,
  );
  if (picture) writeFileSync(marked, Buffer.from(picture, 'base64'));
  return share;
}
