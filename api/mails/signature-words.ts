// The German and English words by which a signature is read: greetings, legal forms, professions, labels.

/** The line after which a mail's signature begins. */
export const closing =
  /^\s*(?:mit )?(?:(?:freundliche[nmr]?|beste[nr]?|viele[n]?|herzliche[nr]?|liebe[nr]?|schöne[nr]?|sonnige[nr]?|kollegiale[nr]?) (?:grü(?:ß|ss)e?n?|gru(?:ß|ss))|grü(?:ß|ss)e?(?: aus .{2,40})?|gru(?:ß|ss)|freundlichst|hochachtungsvoll|mfg|vg|lg|bg|(?:kind|best|warm|many)? ?regards|best(?: wishes)?|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|(?:many )?thanks(?: and regards)?|thank you)\b.{0,40}$/iu;

/** Where an older mail begins that was quoted or passed on. */
export const historyMarkers: readonly RegExp[] = [
  /^-{2,}\s*(?:ursprüngliche|original|weitergeleitete|forwarded|begin forwarded)/iu,
  /^_{10,}\s*$/u,
  /^>/u,
  /^(?:am|on)\b.{5,200}(?:schrieb|wrote)\b.{0,200}:?\s*$/iu,
  /^\*?(?:von|from):\*?\s.{0,300}@/iu,
];

export const legalForm =
  /(?:\bg?GmbH\b(?:\s*&\s*Co\.?\s*(?:KGaA|KG|OHG))?|\bmbH\b|\bAG\b(?:\s*&\s*Co\.?\s*KG)?|\bKGaA\b|\bKG\b|\bOHG\b|\be\.\s?K(?:fm|fr)?\b\.?|\bGbR\b|\bUG\b(?:\s*\(haftungsbeschränkt\))?|\bPartG(?:\s?mbB)?\b|\bSE\b|\beG\b|\be\.\s?V\.|\bLtd\b\.?|\bLimited\b|\bInc\b\.?|\bL\.?L\.?C\b\.?|\bLLP\b|\bPLC\b|\bplc\b|\bCorp\b\.?|\bB\.?V\b\.?|\bN\.?V\b\.?|\bS\.?[àa]\.?r\.?l\b\.?|\bS\.?r\.?l\b\.?|\bS\.p\.A\b\.?|\bSp\. z o\.\s?o\b\.?|\bs\.\s?r\.\s?o\.|\bA\/?S\b|\bApS\b|\bAB\b|\bOy\b|\bKft\b\.?|\bd\.\s?o\.\s?o\.)(?=$|[\s,;|·•()/-])/u;

/** Lines that the law asks for and that name courts and directors, not the sender. */
export const registerLine =
  /amtsgericht|registergericht|handelsregister|\bHR ?[AB]\b|ust-?id|steuer-?nr|sitz der gesellschaft|geschäftsführ(?:er|ung|erin)?:|managing directors?:|registered (?:office|in)|company (?:no|number|reg)|vat (?:no|id|reg)|iban|\bbic\b|vertraulich|confidential|think before/iu;

/** Trades and other words of company names without a legal form: 'Tischlerei Thomsen' is nobody's name. */
export const tradeWord =
  /metallbau|stahlbau|holzbau|fensterbau|türenbau|innenausbau|hochbau|tiefbau|ladenbau|treppenbau|schreinerei|tischlerei|zimmerei|schlosserei|glaserei|dachdeckerei|spenglerei|fliesen|malerbetrieb|bauunternehm|bedachung|montage|handel|handwerk|technik|elektro|sanitär|heizung|eisenwaren|baumarkt|architekten|ingenieurbüro|planungsbüro|hausverwaltung|gemeinde|stadtwerke|landratsamt|hochbauamt|innung|verband|gruppe|group|werke?\b|werkstätten|service|solutions|systems|joinery|builders|construction|facades|interiors|hardware|supplies/iu;

/** Parts of words: German puts them together (Einkaufsleiterin). */
export const jobWord =
  /leiter|leitung|inhaber|geschäftsführ|prokurist|einkauf|einkäufer|vertrieb|verkauf|verkäufer|außendienst|innendienst|bauleit|projekt|techni|ingenieur|architekt|meister|monteur|sachbearbeit|assisten|sekretar|disponent|disposition|buchhalt|lager|logistik|werkstatt|vorstand|beauftragte|berater|referent|fachkraft|kalkulat|\b(?:manager|director|head of|buyer|purchas\w*|procurement|sales|engineer|owner|founder|partner|ceo|cfo|coo|cto|officer|president|assistant|accountant|accounting|coordinator|specialist|consultant|supervisor|team lead|lead|clerk|representative|executive|foreman|site|architect)\b/iu;

export const streetGerman =
  /^(?:.*,\s*)?((?:am|an der|im|in der|auf der|zum|zur|alte[rn]?|neue[rn]?)?\s?\p{L}[\p{L}\s.'-]{1,40}(?:str\.?|straße|strasse|weg|platz|allee|gasse|ring|damm|ufer|hof|park|steig|chaussee|graben|wall|markt|feld|berg|bruch|kamp|zeile|pfad|stieg|anger|wiesen|garten|gärten|brücke|tor|höhe|halde|rain|äcker|acker|au|tal|grund|siedlung|busch|heide|wald|bach|see)\s*\d{1,4}\s?[a-z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-z]?)?)$/iu;
export const streetEnglish =
  /(\d{1,5}[a-z]?,? [\p{L}][\p{L}\s.'-]{1,40}\b(?:street|st\.?|road|rd\.?|lane|ln\.?|avenue|ave\.?|drive|way|square|close|court|place|terrace|park|estate|boulevard|blvd\.?))\b/iu;

export const townGerman = /(?:^|[\s,])(?:(?:D|DE|A|AT|CH)-)?(\d{4,5})\s+(\p{Lu}[\p{L}.'\s/()-]{1,60})$/u;
export const townEnglish =
  /(\p{Lu}[\p{L}'\s-]{1,40}?),?\s+([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)\b/u;

export const faxLabel = /\b(?:tele)?fax\b|^\s*f[.:]/iu;
export const mobileLabel = /\b(?:mobile?|handy|cell|funk)\b|^\s*m[.:]/iu;
export const phoneNumber = /(?:\+|\b00|\(0|\b0)[\d\s()/.–-]{5,22}\d/u;

const germanWords =
  /\b(?:und|der|die|das|nicht|wir|ich|mit|bitte|für|sehr|geehrte[rn]?|eine[nr]?|ist|sind|auf|von|vielen|dank|uns|noch|haben|guten|hallo|grüße)\b/giu;
const englishWords =
  /\b(?:the|and|you|your|please|we|our|with|for|dear|is|are|of|to|have|would|thank|thanks|regards|this|hello)\b/giu;

/** German unless English words clearly prevail. */
export function languageOf(text: string): 'de' | 'en' {
  const sample = text.slice(0, 5000);
  const english = sample.match(englishWords)?.length ?? 0;
  return english > (sample.match(germanWords)?.length ?? 0) ? 'en' : 'de';
}
