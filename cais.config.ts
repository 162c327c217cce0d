import type { PortalConfig } from 'cais/portal';

/** The portal that ships with Cais: five APIs that show what it does. */
const config: PortalConfig = {
  name: 'Cais',
  tagline: {
    'pt-BR': 'O portal de APIs com um sandbox que se lembra',
    en: 'A developer portal whose sandbox remembers',
  },
  logo: { light: 'logo.svg', dark: 'logo-dark.svg' },
  favicon: 'favicon.svg',
  footer: {
    text: {
      'pt-BR': 'Cais é um portal de APIs de código aberto, com um sandbox que se lembra.',
      en: 'Cais is an open-source API portal whose sandbox remembers.',
    },
  },
  home: { firstCall: 'notas/createCustomer' },
};

export default config;
