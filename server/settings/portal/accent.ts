/** Red, green and blue, from 0 to 1. */
type Colour = [number, number, number];

/** The least contrast of text with its background (WCAG 2.2, 1.4.3). */
const least = 4.5;

/** The darkest light paper and the lightest dark one, on which the accent is text (src/css/tokens.css). */
const papers = { light: '#ebeeea', dark: '#1c2925' };
/** The paper of most of a page, of which washes are made. */
const plain = { light: '#fdfdfb', dark: '#0e1614' };
/** What stands on the accent. */
const on = { light: '#ffffff', dark: '#05211b' };

/** The accent in one colour scheme. */
export interface AccentShades {
  accent: string;
  /** Where the pointer is. */
  strong: string;
  /** A background of marks. */
  wash: string;
  on: string;
}

/** The shades of an accent in both colour schemes: itself where it is legible, else the nearest that is. */
export function shadesOf(accent: string): Record<'light' | 'dark', AccentShades> {
  return { light: shades(accent, 'light'), dark: shades(accent, 'dark') };
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(read(one)), luminance(read(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function shades(accent: string, scheme: 'light' | 'dark'): AccentShades {
  const toward: Colour = scheme === 'light' ? [0, 0, 0] : [1, 1, 1];
  const isLegible = (colour: string) =>
    contrast(colour, papers[scheme]) >= least && contrast(colour, on[scheme]) >= least;
  let shade = accent.toLowerCase();
  for (let part = 0; !isLegible(shade) && part <= 1; part += 0.02) shade = write(mix(read(accent), toward, part));
  return {
    accent: shade,
    strong: write(mix(read(shade), toward, 0.3)),
    wash: washOf(shade, plain[scheme]),
    on: on[scheme],
  };
}

/** As much of the accent on paper as leaves the accent legible on it. */
function washOf(accent: string, paper: string): string {
  let part = 0.14;
  const wash = () => write(mix(read(paper), read(accent), part));
  while (part > 0 && contrast(accent, wash()) < least) part -= 0.02;
  return wash();
}

function mix(one: Colour, other: Colour, part: number): Colour {
  return one.map((value, index) => value + ((other[index] ?? 0) - value) * part) as Colour;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function read(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Colour;
}

function write(colour: Colour): string {
  return `#${colour
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
