import { encode, textWidth } from './pdf-text.ts';

/** A4 in points; the origin is the lower left corner. */
export const paper = { width: 595, height: 842 };

export interface TextOptions {
  size?: number;
  bold?: boolean;
  /** Whether `x` is the text's right edge. */
  right?: boolean;
  /** From 0 (black) to 1 (white). */
  gray?: number;
}

/** Draws text and lines on pages, in Helvetica, which every reader has, so that no font is embedded. */
export class PdfWriter {
  private readonly pages: string[][] = [];

  addPage(): void {
    this.pages.push([]);
  }

  text(
    x: number,
    y: number,
    text: string,
    { size = 10, bold = false, right = false, gray = 0 }: TextOptions = {},
  ): void {
    const left = right ? x - textWidth(text, size, bold) : x;
    this.draw(
      `BT ${gray} g /${bold ? 'B' : 'R'} ${size} Tf ${left.toFixed(2)} ${y.toFixed(2)} Td <${encode(text).toString('hex')}> Tj ET`,
    );
  }

  line(x1: number, y: number, x2: number): void {
    this.draw(`0.75 G 0.6 w ${x1} ${y.toFixed(2)} m ${x2} ${y.toFixed(2)} l S`);
  }

  private draw(operator: string): void {
    if (this.pages.length === 0) this.addPage();
    this.pages.at(-1)?.push(operator);
  }

  /** Returns the finished document; deterministic. */
  end({ title, language, foot }: { title: string; language: string; foot: string }): Buffer {
    for (const [index, page] of this.pages.entries()) {
      const number = `${index + 1}/${this.pages.length}`;
      page.push(
        `BT 0.45 g /R 8 Tf 50 30 Td <${encode(foot).toString('hex')}> Tj ET`,
        `BT 0.45 g /R 8 Tf ${paper.width - 50 - textWidth(number, 8)} 30 Td <${encode(number).toString('hex')}> Tj ET`,
      );
    }
    const first = 6;
    const kids = this.pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
    const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
    const objects = [
      `<</Type/Catalog/Pages 2 0 R/Lang(${language})/ViewerPreferences<</DisplayDocTitle true>>>>`,
      `<</Type/Pages/Kids[${kids}]/Count ${this.pages.length}/MediaBox[0 0 ${paper.width} ${paper.height}]/Resources<</Font<</R 3 0 R/B 4 0 R>>>>>>`,
      font('Helvetica'),
      font('Helvetica-Bold'),
      `<</Title<${Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex')}>>>`,
      ...this.pages.flatMap((page, index) => {
        const content = page.join('\n');
        return [
          `<</Type/Page/Parent 2 0 R/Contents ${first + 2 * index + 1} 0 R>>`,
          `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
        ];
      }),
    ];
    return assemble(objects);
  }
}

/** Numbers the objects and writes their byte offsets into the cross-reference table. */
function assemble(objects: string[]): Buffer {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 5 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
