// Made-up company names that are hard to tell apart, and what typing does to them; the same for the same seed.

export interface Company {
  readonly name: string;
  readonly city: string;
}

export interface DamagedName {
  readonly text: string;
  readonly damage: string;
}

export type Random = () => number;

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = (text: string): string[] => text.split(' ');

const known = words(
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Maier Huber Herrmann König Mayer Weiß Kaiser Fuchs Peters Scholz Lang Möller Weiss Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Öztürk Yılmaz Kowalski Novak Petersen Hansen Jansen',
);
const starts = words(
  'Holl Hell Ball Bell Brand Brenn Burg Berg Dorn Dürr Eich Eis Feld Fink Fried Gart Ger Grün Hag Hart Heid Heim Hirsch Hoch Horn Im Kalt Kern Kirch Klein Kling Kopp Kron Kühl Lang Laub Lind Loh Mark Mein Moor Neu Nord Ober Ost Pfaff Rein Ried Ritt Rose Rott Sand Schell Schön Schwarz See Sieg Sonn Stein Stern Stolz Strau Süd Tann Tief Trau Uhl Unter Vier Wald Wall Weid Wein Wern West Wies Wild Wind Wohl Zeis Zell Ziegl',
);
const middles = words('er en el ing en er s  n  els ens ert inger eln');
const ends = words(
  'bach beck berg born bruch brück burg dorf eck egger feld fels furth gart graf hagen hain halt hammer hard hauer haus heim hofer hoff holz horn huber kamp kirch kopf land lein linger lohe mann meier meister moser müller ner nigk reich reuter rieder roth sack schläger schmid schneider schütz seifer stätter stein stock tal thaler tner vogt wald weg weiler wein wieser winkel wirth',
);
const trades = words(
  'Metallbau Schreinerei Zimmerei Dachdeckerei Elektro Elektrotechnik Fliesen Stahlbau Innenausbau Glaserei Malerbetrieb Bauunternehmung Baustoffe Haustechnik Sanitär Heizungsbau Tischlerei Schlosserei Maschinenbau Werkzeugbau Fensterbau Türenbau Holzbau Gerüstbau Trockenbau Tiefbau Straßenbau Gartenbau Sicherheitstechnik Schließtechnik Beschläge Eisenwaren Befestigungstechnik Torbau Rollladenbau Sonnenschutz Ladenbau Möbelbau Messebau Hausverwaltung Facility Montage Antriebstechnik Fördertechnik Kältetechnik Lüftungsbau Spenglerei Bedachungen Parkett Raumausstattung Objekteinrichtung Industriebedarf Handel Großhandel Logistik Service Systeme Technik Objektbau Fassaden',
);
const forms = [
  'GmbH',
  'GmbH',
  'GmbH & Co. KG',
  'e.K.',
  'AG',
  'OHG',
  'KG',
  'GbR',
  'UG (haftungsbeschränkt)',
  '',
];
const cities = words(
  'Stuttgart Ulm Leonberg Karlsruhe Mannheim Heilbronn Reutlingen Esslingen Tübingen Pforzheim Freiburg Konstanz Ravensburg Böblingen Göppingen Aalen Hamburg Bremen Kiel Lübeck Rostock Hannover Oldenburg Osnabrück Göttingen Braunschweig Berlin Potsdam Leipzig Dresden Chemnitz Erfurt Jena Halle Magdeburg Köln Düsseldorf Dortmund Essen Bochum Münster Bielefeld Paderborn Aachen Bonn Koblenz Mainz Trier Saarbrücken Frankfurt Wiesbaden Darmstadt Kassel Fulda Würzburg Nürnberg Fürth Erlangen Bamberg Bayreuth Regensburg Passau München Augsburg Ingolstadt Rosenheim Kempten Landshut Straubing Hof',
);
const firsts = words(
  'Hans Peter Karl Josef Georg Franz Anton Johann Martin Andreas Stefan Thomas Michael Bernd Uwe Jörg Jürgen Sabine Petra Claudia Martina Monika Heike Birgit',
);

/** `count` companies with different names; about a quarter of all words stands in one or two names only. */
export function listCompanies(count: number, random: Random): Company[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const invent = () => pick(starts) + pick(middles) + pick(ends);
  const invented = Array.from({ length: Math.ceil(count / 3) }, invent);
  // a few families are everywhere, most hardly anywhere
  const family = () =>
    random() < 0.3 ? pick(known) : (invented[Math.floor(random() ** 2 * invented.length)] ?? '');
  const patterns: (() => (string | undefined)[])[] = [
    () => [family(), pick(trades), pick(forms)],
    () => [family(), pick(trades), pick(forms)],
    () => [pick(trades), family(), pick(forms)],
    () => [pick(firsts), family(), pick(trades), pick(forms)],
    () => [family(), '&', family(), pick(trades), pick(forms)],
    () => [family(), pick(trades), pick(cities), pick(forms)],
    () => [`${family()}-${family()}`, pick(forms)],
  ];
  const companies = new Map<string, Company>();
  while (companies.size < count) {
    const build = patterns[Math.floor(random() * patterns.length)];
    const name = (build?.() ?? []).filter(Boolean).join(' ');
    if (!companies.has(name)) companies.set(name, { name, city: pick(cities) });
  }
  return [...companies.values()];
}

const rows = ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'];
const formPattern = /\s*(GmbH & Co\. KG|GmbH|e\.K\.|AG|OHG|KG|GbR|UG \(haftungsbeschränkt\))$/;

type Damage = (name: string, random: Random) => string;

const damages: Record<string, Damage> = {
  swap: (name, random) =>
    inWord(
      name,
      random,
      (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ),
  drop: (name, random) => inWord(name, random, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  double: (name, random) => inWord(name, random, (word, at) => word.slice(0, at + 1) + word.slice(at)),
  'neighbour key': (name, random) =>
    inWord(
      name,
      random,
      (word, at) => word.slice(0, at) + neighbourOf(word[at] ?? '', random) + word.slice(at + 1),
    ),
  umlaut: (name, random) => respell(name, random),
  'no legal form': (name) => name.replace(formPattern, ''),
  'word order': (name, random) => shuffle(name.replace(formPattern, '').split(' '), random).join(' '),
  'two at once': (name, random) => {
    const [one, other] = [damages['drop'], damages['neighbour key']];
    const once = one?.(name.replace(formPattern, ''), random) ?? name;
    return random() < 0.5 ? (other?.(once, random) ?? once) : shuffle(once.split(' '), random).join(' ');
  },
};

/** The name as somebody in a hurry types it; each kind of damage as often as the others. */
export function damageName(name: string, random: Random): DamagedName {
  const kinds = Object.keys(damages);
  for (;;) {
    const damage = kinds[Math.floor(random() * kinds.length)] ?? '';
    const text = damages[damage]?.(name, random) ?? name;
    if (text !== name) return { text, damage };
  }
}

/** Changes one word of four letters or more that is no legal form, somewhere in it. */
function inWord(name: string, random: Random, change: (word: string, at: number) => string): string {
  const form = formPattern.exec(name)?.[0] ?? '';
  const parts = name.slice(0, name.length - form.length).split(' ');
  const long = parts.map((word, index) => ({ word, index })).filter(({ word }) => word.length >= 4);
  const chosen = long[Math.floor(random() * long.length)];
  if (chosen === undefined) return name;
  const at = Math.floor(random() * (chosen.word.length - 1));
  return parts.with(chosen.index, change(chosen.word, at)).join(' ') + form;
}

function neighbourOf(letter: string, random: Random): string {
  const lower = letter.toLowerCase();
  const row = rows.find((keys) => keys.includes(lower));
  if (row === undefined) return 'e';
  const at = row.indexOf(lower) + (random() < 0.5 ? -1 : 1);
  return row[at] ?? row[row.indexOf(lower) - 1] ?? lower;
}

function respell(name: string, random: Random): string {
  const isLong = random() < 0.5;
  const long: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  const short: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };
  return name.replaceAll(/[äöüß]/g, (letter) => (isLong ? long : short)[letter] ?? letter);
}

function shuffle(list: readonly string[], random: Random): string[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
