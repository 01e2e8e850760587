// The words by which a German or English mail is read as a complaint. Plain patterns, no model: every guess can name its words.
import type { ComplaintDraft } from '#contract/complaint.ts';

export type Category = ComplaintDraft['category']['value'];
export type Severity = ComplaintDraft['severity']['value'];

/** `weight` 2 makes a complaint by itself, 1 only together with another word. */
export interface Phrase<T> {
  readonly means: T;
  readonly weight: 1 | 2;
  readonly pattern: RegExp;
}

/** A pattern that begins and ends at a word's border; `~` stands for any ending of the word before it. */
function words(source: string): RegExp {
  const ending = source.replaceAll('~', '\\p{L}*').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\d])(?:${ending})(?!\\p{L})`, 'giu');
}

function phrases<T>(means: T, weight: 1 | 2, sources: readonly string[]): Phrase<T>[] {
  return sources.map((source) => ({ means, weight, pattern: words(source) }));
}

const weekday = '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag)';
const someDay = `(?:heute|morgen|übermorgen|${weekday}|wochenende|\\d{1,2}\\.\\d{1,2}\\.)`;
const someEnglishDay = '(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday|the weekend)';

/** A mail that uses one of these is meant as a complaint, whatever it is about. */
export const plainComplaint: readonly Phrase<true>[] = [
  ...phrases(true as const, 2, [
    'reklamation~',
    'reklamier~',
    'beanstand~',
    'beschwerde~',
    'beschwer(?:e|en)',
    'mängelrüge~',
    'nachbesserung~',
    'gewährleistung~',
    'garantiefall~',
    'complain~',
    'unacceptable',
    'inakzeptabel~',
    'warranty (?:claim|case)',
  ]),
  ...phrases(true as const, 1, ['unzufrieden~', 'ärgerlich~', 'dissatisfied', 'unhappy', 'disappointed']),
];

export const categoryPhrases: readonly Phrase<Category>[] = [
  ...phrases<Category>('product_defect', 2, [
    'verlier(?:t|en) öl',
    'öl verlier(?:t|en)',
    'defekt~',
    'kaputt~',
    'mangelhaft~',
    'undicht~',
    'materialfehler~',
    'produktionsfehler~',
    'funktionier(?:t|en)(?: \\p{L}+){0,2} nicht(?: mehr)?',
    'schlie(?:ß|ss)(?:t|en)(?: \\p{L}+){0,2} nicht(?: mehr)?',
    '(?:läuft|laufen) (?:öl )?aus',
    'defective',
    'faulty',
    'leak(?:s|ing|ed)?(?: oil)?',
    "(?:does not|doesn[’']t|do not|don[’']t|did not) work",
    'stopped working',
    'malfunction~',
  ]),
  ...phrases<Category>('product_defect', 1, [
    'mangel|mängel~',
    'klemm(?:t|en)',
    '(?:ab|durch)?gebrochen~',
    'verzogen~',
    'rostig~|verrostet~|rostet',
    'fehlerhaft~',
    'ausgefallen~',
    'broken',
    'cracked',
    'rusty',
  ]),
  ...phrases<Category>('wrong_delivery', 2, [
    'falsch(?:e[nrs]?)? geliefert~',
    'falsche[nrs]? (?:ware|artikel|größe|farbe|menge|ausführung|modell|teile?)',
    'falschlieferung~',
    'fehlmenge~',
    'nicht bestellt(?:e[nrs]?)?',
    'zu wenig geliefert',
    'fehl(?:en|t)(?: \\p{L}+){0,2} \\d+ (?:stück|stk\\.?|pakete?|kartons?)',
    '\\d+ (?:stück|stk\\.?|pakete?|kartons?) fehl(?:en|t)',
    'unvollständig~ (?:lieferung|geliefert)',
    'wrong (?:items?|articles?|size|colou?r|quantity|goods|products?|parts?|delivery)',
    'not what (?:we|i) ordered',
    'missing (?:items?|parts?|pieces?)',
    '(?:incomplete|short) (?:delivery|shipment)',
  ]),
  ...phrases<Category>('late_delivery', 2, [
    'lieferverzug~',
    'verspätet~ (?:geliefert|lieferung|angekommen)',
    'immer noch nicht (?:geliefert|da|angekommen|eingetroffen|erhalten)',
    'liefertermin (?:\\p{L}+ ){0,3}(?:nicht eingehalten|verstrichen|überschritten|geplatzt)',
    'zu spät geliefert',
    'warten (?:wir )?(?:immer )?noch (?:immer )?auf (?:die|unsere|den|das) (?:lieferung|ware|bestellung)',
    'late delivery',
    'delivery is (?:late|overdue|delayed)',
    "still (?:has not|hasn[’']t|have not|haven[’']t|not) (?:arrived|received|been delivered)",
    'still waiting for (?:the|our|my) (?:delivery|order|goods)',
  ]),
  ...phrases<Category>('late_delivery', 1, [
    'verspätung~',
    'in verzug',
    'noch nicht (?:geliefert|eingetroffen|angekommen)',
    'delayed',
    'overdue',
  ]),
  ...phrases<Category>('transport_damage', 2, [
    'transportsch[aä]den~|transportschaden~',
    'beim transport beschädigt~',
    '(?:karton|kartons|palette|verpackung|ware) (?:\\p{L}+ ){0,3}(?:aufgerissen|eingedrückt|durchnässt|beschädigt~)',
    'beschädigt~ (?:angekommen|angeliefert|geliefert|eingetroffen)',
    'damaged (?:in transit|on arrival|during transport|goods|when it arrived)',
    'transport damage',
    'arrived damaged',
  ]),
  ...phrases<Category>('transport_damage', 1, [
    'beschädigt~',
    'zerkratzt~',
    'verbeult~',
    'damaged',
    'dented',
    'scratched',
  ]),
  ...phrases<Category>('billing', 2, [
    'falsche[nr]? rechnung',
    'falsch (?:berechnet|abgerechnet|fakturiert)',
    'doppelt (?:berechnet|abgerechnet|abgebucht)',
    'rechnung(?:sbetrag)? (?:[\\p{L}\\d-]+ ){0,4}(?:falsch|stimmt nicht|zu hoch|fehlerhaft|nicht korrekt)',
    'mahnung (?:\\p{L}+ ){0,4}(?:trotz|obwohl|bereits bezahlt)',
    'gutschrift fehlt',
    '(?:wrong|incorrect) (?:invoice|price|amount)',
    'invoice (?:[\\p{L}\\d-]+ ){0,4}(?:wrong|incorrect)',
    'overcharged',
    '(?:charged|billed) (?:us |me )?twice',
  ]),
  ...phrases<Category>('service', 2, [
    'unfreundlich~',
    'niemand (?:\\p{L}+ ){0,2}(?:erreichbar|zurückgerufen|gemeldet)',
    '(?:rief|ruft) (?:\\p{L}+ ){0,2}nicht zurück',
    'nicht zurückgerufen',
    '(?:techniker|monteur) (?:\\p{L}+ ){0,3}nicht (?:erschienen|gekommen)',
    'schlechter (?:service|kundendienst)',
    'vertröstet~',
    '(?:poor|bad|terrible) service',
    'rude',
    'never called back',
    'nobody (?:called|answers|answered|replied)',
  ]),
  ...phrases<Category>('service', 1, ['keine (?:antwort|rückmeldung)', 'no (?:reply|response)']),
];

export const severityPhrases: readonly Phrase<Severity>[] = [
  ...phrases<Severity>('high', 2, [
    `(?:spätestens )?(?:vor|bis)(?: spätestens)?(?: zum| kommenden)? ${someDay}(?: früh| mittag| abend)?(?: \\p{L}+){0,2}? ersatz~`,
    `ersatz~(?: \\p{L}+){0,3}? (?:vor|bis)(?: spätestens)?(?: zum| kommenden)? ${someDay}`,
    `replacements? (?:\\p{L}+ ){0,3}(?:by|before) ${someEnglishDay}`,
    `(?:by|before) ${someEnglishDay}(?: at the latest)?`,
    '(?:baustelle|produktion|montage|anlage|betrieb|bau) (?:steht|stehen|ruht)(?: still)?',
    'stillstand~',
    'produktionsausfall~',
    'unfall~|verletz(?:t|ung|ungen)',
    'sicherheitsrisiko~|lebensgefährlich~|gefährlich~',
    'rechtsanwalt~|anwalt~|schadens?ersatz~|vertragsstrafe~',
    'rücktritt vom (?:kauf|vertrag)',
    'letzte frist',
    'production (?:is )?(?:down|stopped|stands still)',
    'site (?:is )?(?:at a )?standstill',
    'injur(?:ed|y)|safety risk|dangerous',
    'lawyer|penalt(?:y|ies)|damages',
  ]),
  ...phrases<Severity>('high', 1, [
    'dringend~',
    'sofort(?:ige[nrs]?)?',
    'umgehend~',
    'unverzüglich~',
    'schnellstens',
    'so schnell wie möglich',
    'urgent(?:ly)?',
    'immediate(?:ly)?',
    'as soon as possible|asap',
  ]),
  ...phrases<Severity>('low', 2, [
    'nicht eilig',
    'eilt nicht',
    'keine eile',
    'bei gelegenheit',
    'kleinigkeit~',
    'schönheitsfehler~',
    '(?:nur|rein) (?:ein )?optisch~',
    'no (?:rush|hurry)',
    'not urgent',
    'when you have (?:a moment|time)',
    'minor',
    'cosmetic',
  ]),
];

/** Directly before a phrase these turn it into its opposite. */
export const negation =
  /(?:^|[^\p{L}])(?:kein|keine|keinen|keinerlei|ohne|nichts?|no|not|without)\s+(?:\p{L}+\s+)?$/iu;
