import type { Language } from '../../../settings/languages.ts';

export interface City {
  name: string;
  state: string;
  stateCode: string;
  /** The beginning of its postcodes; their other digits follow. */
  postcode: string;
  latitude: number;
  longitude: number;
  area: string;
}

/** Name, state, its code, beginning of postcodes, latitude, longitude, area code: together they are right, which no generator of parts has. */
const rows: Record<Language, [string, string, string, string, number, number, string][]> = {
  pt: [
    ['São Paulo', 'São Paulo', 'SP', '013', -23.5505, -46.6333, '11'],
    ['Belo Horizonte', 'Minas Gerais', 'MG', '301', -19.9167, -43.9345, '31'],
    ['Curitiba', 'Paraná', 'PR', '800', -25.4284, -49.2733, '41'],
    ['Recife', 'Pernambuco', 'PE', '500', -8.0476, -34.877, '81'],
    ['Porto Alegre', 'Rio Grande do Sul', 'RS', '900', -30.0346, -51.2177, '51'],
    ['Salvador', 'Bahia', 'BA', '400', -12.9777, -38.5016, '71'],
  ],
  en: [
    ['Portland', 'Oregon', 'OR', '972', 45.5152, -122.6784, '503'],
    ['Austin', 'Texas', 'TX', '787', 30.2672, -97.7431, '512'],
    ['Chicago', 'Illinois', 'IL', '606', 41.8781, -87.6298, '312'],
    ['Boston', 'Massachusetts', 'MA', '021', 42.3601, -71.0589, '617'],
    ['Denver', 'Colorado', 'CO', '802', 39.7392, -104.9903, '303'],
    ['Atlanta', 'Georgia', 'GA', '303', 33.749, -84.388, '404'],
  ],
  es: [
    ['Madrid', 'Madrid', 'M', '280', 40.4168, -3.7038, '91'],
    ['Valencia', 'Valencia', 'V', '460', 39.4699, -0.3763, '96'],
    ['Sevilla', 'Sevilla', 'SE', '410', 37.3891, -5.9845, '95'],
    ['Zaragoza', 'Zaragoza', 'Z', '500', 41.6488, -0.8891, '97'],
    ['Bilbao', 'Vizcaya', 'BI', '480', 43.263, -2.935, '94'],
  ],
};

export const cities: Record<Language, City[]> = {
  pt: rows.pt.map(readRow),
  en: rows.en.map(readRow),
  es: rows.es.map(readRow),
};

function readRow([name, state, stateCode, postcode, latitude, longitude, area]: (typeof rows.pt)[number]): City {
  return { name, state, stateCode, postcode, latitude, longitude, area };
}
