/** A browser and its operating system, from the user agent; undefined if not recognized. */
export interface BrowserNames {
  browser: string | undefined;
  system: string | undefined;
}

// User agents also name the browsers that they imitate, so the most specific name comes first.
const browsers: [word: RegExp, name: string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/\S+.*\bSafari\//, 'Safari'],
];

const systems: [word: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Parses a `User-Agent` header. */
export function describeBrowser(userAgent: string | null): BrowserNames {
  const nameIn = (list: [RegExp, string][]) => list.find(([word]) => word.test(userAgent ?? ''))?.[1];
  return { browser: nameIn(browsers), system: nameIn(systems) };
}
