// What the words of a company's name are: its own name, a trade, a place, a first name, a group's word, a legal form. Pure.
import { foldText } from './words.ts';

export type WordKind = 'own' | 'trade' | 'place' | 'person' | 'member' | 'number' | 'weak';

export interface NameWord {
  readonly text: string;
  readonly kind: WordKind;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(foldText));

/** Forms that are written over several words, before anything is split. */
const longForms: readonly (readonly [RegExp, string])[] = [
  [/\(?haftungsbeschr\w*\)?/g, ' '],
  [/gesellschaft mit beschrankter haftung/g, ' gmbh '],
  [/gemeinnutzige gmbh/g, ' ggmbh '],
  [/ges\.? ?m\.? ?b\.? ?h\.?/g, ' gmbh '],
  [/\bi\. ?(l|g)\.?(?=\s|$)/g, ' '],
  [/\be\. ?(k|g|v|kfm|kfr)\.?(?=\s|$|,)/g, ' '],
  [/part\.? ?g\.? ?mbb|\bmbb\b/g, ' '],
  [/\binh(aber(in)?)?\b.*$/g, ' '],
  [/\b(fa|firma)\b\.?/g, ' '],
  [/\bu\.(?=\s)|\+|&/g, ' und '],
  [/'s\b/g, 's'],
];

const abbreviations: ReadonlyMap<string, string> = new Map([
  ['gebr', 'gebruder'],
  ['ing', 'ingenieurburo'],
  ['ingenieur', 'ingenieurburo'],
  ['dt', 'deutsche'],
  ['techn', 'technik'],
  ['elektr', 'elektro'],
  ['masch', 'maschinen'],
  ['joh', 'johann'],
  ['jos', 'josef'],
  ['vertr', 'vertrieb'],
  ['st', 'sankt'],
  ['intern', 'international'],
  ['nordd', 'norddeutsche'],
  ['sudd', 'suddeutsche'],
]);

const weak = set(
  'gmbh ggmbh mbh ag kg kgaa ohg og ek eg ev gbr ug se co cokg ltd inc llc plc bv sa sarl srl spa aktiengesellschaft kommanditgesellschaft und and der die das des für fur von vom zu zur the dr prof dipl ingenieurburo meister meisterbetrieb betrieb deutschland germany soehne',
);
const members = set(
  'holding verwaltung verwaltungs beteiligung beteiligungs beteiligungsgesellschaft immobilien grundstücks vermögensverwaltung leasing finanz service services logistik projektentwicklung consulting living stiftung filiale werk niederlassung international vertrieb vertriebs handel handels leasing shop',
);
const people = set(
  'hans peter karl josef georg franz anton johann martin andreas stefan stephan thomas michael bernd uwe jörg jürgen wolfgang klaus dieter heinz helmut manfred werner günter horst gerhard walter rainer ralf frank markus christian alexander daniel jan tim ali mehmet fritz otto paul max emil ernst friedrich wilhelm heinrich hermann ludwig rudolf alfred kurt erich sabine petra claudia martina monika anna maria eva julia katrin karin ute birgit heike susanne renate ursula',
);
const places = set(
  'berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster mannheim karlsruhe augsburg wiesbaden mönchengladbach gelsenkirchen aachen braunschweig kiel chemnitz halle magdeburg freiburg krefeld mainz lübeck erfurt oberhausen rostock kassel hagen potsdam saarbrücken hamm ludwigshafen oldenburg osnabrück leverkusen heidelberg darmstadt solingen regensburg herne paderborn ingolstadt offenbach fürth ulm heilbronn pforzheim würzburg wolfsburg göttingen bottrop reutlingen koblenz bremerhaven erlangen bergisch remscheid trier recklinghausen jena moers salzgitter siegen gütersloh hildesheim hanau kaiserslautern cottbus schwerin witten esslingen ludwigsburg gera düren tübingen flensburg zwickau gießen lünen konstanz villingen worms marburg norderstedt bamberg bayreuth landshut rosenheim aschaffenburg kempten passau straubing hof leonberg böblingen sindelfingen göppingen aalen ravensburg friedrichshafen offenburg lahr ditzingen husum leer fulda emden wien graz linz salzburg innsbruck zürich basel bern luzern österreich schweiz nord süd ost west nordost südwest nordwest südost',
);
/** Trades by their stems; what begins like one of them or ends in one is a trade too. */
const trades = set(
  'metallbau stahlbau stahlhandel schlosserei schreinerei tischlerei zimmerei holzbau dachdeckerei bedachungen bedachung dachbau spenglerei elektro elektrotechnik glaserei maler malerbetrieb fliesen baustoffe baustoff bau hochbau tiefbau bauunternehmung bauunternehmen innenausbau trockenbau gerüstbau fensterbau fenster türen tür tore torbau türservice türautomatik rolladen rollladen rolladenbau sonnenschutz brandschutz sicherheitstechnik schließtechnik haustechnik heizung heizungsbau sanitär klima kälte lüftung maschinenbau werkzeugbau werkzeuge werkzeug eisenwaren beschläge beschlaghandel befestigungstechnik antriebstechnik fördertechnik metalltechnik möbel möbelhaus möbelbau ladenbau messebau gartenbau landschaftsbau zaunbau montage parkett raumausstattung objekteinrichtung objekteinrichtungen hausverwaltung facility management autohaus bäckerei metzgerei architekten ingenieure rechtsanwälte steuerberater steuerberatung transporte spedition immobilien reinigung gartenservice holzwerke statik hochbauamt tiefbauamt stadtwerke klinikum pflegeheim fachgroßhandel großhandel technik systeme industriebedarf straßenbau estrich putz stuck natursteine',
);

/** 'Hans Müller Metall-Bau GmbH & Co. KG, Ulm' → its words with their kinds; parts of hyphens are words of their own. */
export function companyWords(name: string): NameWord[] {
  let text = ` ${foldText(name)} `;
  for (const [form, plain] of longForms) text = text.replace(form, plain);
  const words = text
    .replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => abbreviations.get(word) ?? word);
  return [...new Set(words)].map((word) => ({ text: word, kind: kindOf(word) }));
}

function kindOf(word: string): WordKind {
  if (weak.has(word)) return 'weak';
  if (/^\d+$/.test(word)) return word.length === 5 ? 'weak' : 'number';
  if (members.has(word)) return 'member';
  if (places.has(word) || places.has(word.replace(/er$/, ''))) return 'place';
  if (people.has(word)) return 'person';
  return isTrade(word) ? 'trade' : 'own';
}

const tradeEnds = /(bau|technik|handel|service|systeme|betrieb|werkstatt|anlagen|bedarf|waren|meister)$/;

function isTrade(word: string): boolean {
  return trades.has(word) || (word.length > 6 && tradeEnds.test(word));
}
