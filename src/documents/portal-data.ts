/** What a portal says of itself (`cais.config.ts`), in the language of the page. */
export interface PortalData {
  name: string;
  hasConsole: boolean;
  /** Addresses of the pictures beside the name, below the portal's own. */
  logo?: { light: string; dark: string };
  navigation: PortalLink[];
  footer: { text: string; links: PortalLink[] };
  contact: { email?: string; url?: string };
  home: { title?: string; lead?: string };
}

interface PortalLink {
  label: string;
  /** A page of the portal, or an address outside. */
  to: string;
}
