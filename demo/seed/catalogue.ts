// What the sample company sells: product groups with articles, units and list prices in cents.
import { organizationId } from './people.ts';
import { idOf } from './random.ts';

interface Article {
  readonly name: string;
  readonly cents: number;
  readonly unit?: string;
}

const groups: Readonly<Record<string, readonly Article[]>> = {
  Türtechnik: variants(
    'Türschließer',
    ['TS 83', 'TS 92', 'TS 93', 'TS 98', 'ITS 96', 'TS 73 V', 'TS 99 FL'],
    [32_000, 4_300],
  ).concat(
    variants('Obentürband', ['links', 'rechts', 'verstellbar'], [3_900, 600]),
    variants('Drehtürantrieb', ['ED 100', 'ED 250', 'Slimdrive'], [129_000, 21_000]),
    variants('Bodentürschließer', ['BTS 75', 'BTS 80', 'BTS 84'], [27_900, 3_200]),
  ),
  Beschläge: variants(
    'Türdrücker Edelstahl',
    ['Form L', 'Form U', 'Form C', 'oval', 'Wechselgarnitur', 'Schutzbeschlag'],
    [4_290, 900],
  ).concat(
    variants('Möbelscharnier', ['95°', '110°', '125°', '155°', '165°', 'Eckschrank'], [290, 90]),
    variants('Schubkastenauszug', ['350 mm', '400 mm', '450 mm', '500 mm', '550 mm'], [1_890, 210]),
    variants('Fenstergriff', ['abschließbar', 'Standard', 'Sekustik'], [1_250, 480]),
    variants('Topfband', ['Aufsatz', 'Einlass'], [240, 60]),
  ),
  Schließtechnik: variants(
    'Profilzylinder',
    ['30/30', '30/35', '35/35', '35/40', '40/45', '45/50', '50/60', 'Halbzylinder 30'],
    [2_650, 310],
  ).concat(
    variants(
      'Schließanlage Zylinder',
      ['gleichschließend', 'Hauptschlüssel', 'Generalschlüssel'],
      [6_400, 1_500],
    ),
    variants('Panikstange', ['900 mm', '1100 mm', '1300 mm', '1500 mm'], [21_500, 2_400]),
    variants('Einsteckschloss', ['Kl. 3', 'Kl. 4', 'Panik B', 'Panik E'], [5_200, 2_300]),
  ),
  Brandschutz: variants(
    'Brandschutztür T30',
    ['875 × 2000', '1000 × 2125', '1250 × 2125'],
    [84_000, 13_000],
  ).concat(
    variants('Brandschutztür T90', ['875 × 2000', '1000 × 2125'], [139_000, 19_000]),
    variants('Feststellanlage', ['Rauchmelder', 'Zentrale', 'Haftmagnet', 'Handtaster'], [11_200, 8_100]),
    variants('Brandschutzdichtung', ['10 × 2 mm', '15 × 2 mm', '20 × 4 mm'], [1_390, 450], 'Rolle'),
  ),
  Befestigung: variants(
    'Universalschraube',
    ['3 × 30', '4 × 40', '4 × 60', '5 × 60', '5 × 80', '6 × 80', '6 × 120', '8 × 160', '8 × 240'],
    [1_190, 420],
    'Paket',
  ).concat(
    variants(
      'Rahmendübel',
      ['8 × 80', '8 × 100', '10 × 80', '10 × 100', '10 × 135', '10 × 160'],
      [2_390, 510],
      'Paket',
    ),
    variants('Dachhaken', ['Ziegel', 'Biberschwanz', 'Schiefer'], [690, 130]),
    variants('Balkenschuh', ['60 × 100', '80 × 120', '100 × 140', '120 × 160'], [340, 120]),
    variants('Injektionsmörtel', ['300 ml', '420 ml'], [1_580, 560], 'Kartusche'),
  ),
  Werkzeug: variants('Akkuschrauber', ['12 V', '18 V', '18 V Schlag', '40 V'], [18_900, 6_200]).concat(
    variants('Sägeblatt', ['160 mm', '190 mm', '216 mm', '250 mm', '305 mm'], [3_400, 900]),
    variants('Bohrkrone', ['51 mm', '68 mm', '82 mm', '107 mm', '152 mm'], [2_900, 1_100]),
    variants('Bit-Satz', ['10-teilig', '32-teilig'], [1_290, 900]),
  ),
  Arbeitsschutz: variants(
    'Schutzhandschuh',
    ['Größe 7', 'Größe 8', 'Größe 9', 'Größe 10', 'Größe 11'],
    [390, 20],
    'Paar',
  ).concat(
    variants('Schutzbrille', ['klar', 'getönt', 'Überbrille'], [690, 120]),
    variants('Sicherheitsschuh S3', ['40', '41', '42', '43', '44', '45', '46'], [7_900, 0], 'Paar'),
    variants('Gehörschutz', ['Kapsel', 'Stöpsel', 'Bügel'], [1_690, 400]),
  ),
  Abdichtung: variants('Acryl', ['weiß', 'grau', 'braun', 'schwarz'], [290, 20], 'Kartusche').concat(
    variants('Silikon', ['transparent', 'weiß', 'anthrazit', 'manhattan', 'jasmin'], [590, 40], 'Kartusche'),
    variants('PU-Schaum', ['1K', '2K', 'B1'], [790, 260], 'Dose'),
    variants('Fugenband', ['10 mm', '15 mm', '20 mm'], [890, 150], 'Rolle'),
  ),
};

function variants(
  name: string,
  kinds: readonly string[],
  [cents, step]: readonly [number, number],
  unit = 'Stück',
): Article[] {
  return kinds.map((kind, index) => ({ name: `${name} ${kind}`, cents: cents + index * step, unit }));
}

export const groupNames = Object.keys(groups);
export const groupId = (name: string) => idOf('product-group', name);

export interface SeedProduct {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly group: string;
  readonly cents: number;
  readonly unit: string;
}

/** Every article with its number; groups are numbered 10, 20, … */
export const products: readonly SeedProduct[] = Object.entries(groups).flatMap(
  ([group, articles], groupIndex) =>
    articles.map((article, index) => ({
      id: idOf('product', article.name),
      number: `${(groupIndex + 1) * 10}-${String(index + 1).padStart(3, '0')}`,
      name: article.name,
      group,
      cents: article.cents,
      unit: article.unit ?? 'Stück',
    })),
);

/** Rows of product_group and product. */
export function buildCatalogueRows() {
  return {
    groups: groupNames.map((name) => ({ organization_id: organizationId, id: groupId(name), name })),
    products: products.map(({ id, number, name, group, unit }) => ({
      organization_id: organizationId,
      id,
      number,
      name,
      group_id: groupId(group),
      unit,
    })),
  };
}
