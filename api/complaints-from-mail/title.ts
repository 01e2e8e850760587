// The title of a complaint from its mail: the subject without what goes without saying, else the telling sentence. Pure.
import type { Sign } from './recognise.ts';

const longestTitle = 120;
const mostSigns = 50;

const replyPrefix = /^\s*(?:(?:aw|re|wg|fw|fwd|antw|antwort|weitergeleitet)\s*:|\[[^\]]{1,30}\])\s*/iu;
const complaintPrefix =
  /^(?:dringend\w*|urgent|wichtig|reklamation(?:en)?|beschwerde|mängelrüge|complaint|claim|unsere|our|zu|zum|zur|about|regarding|wegen|betreff|auftrag|bestellung|lieferung|rechnung|order|invoice|nr\.?|no\.?|[a-z]{2}-\d{2}-\d{3,}|\d{5,})(?=[\s:,;.!–—-]|$)[\s:,;.!–—-]*/iu;

/** ", Auftrag AU-26-0907" at the end: the order has a field of its own. */
const documentSuffix =
  /[\s,;:(–—-]+(?:(?:zu|zum|zur|for|on)\s+)?(?:auftrag|bestellung|lieferung|rechnung|lieferschein|order|invoice)?\s*(?:nr\.?|no\.?)?\s*[a-z]{2}-\d{2}-\d{3,}\)?$/iu;

/** A subject without "AW:", "WG:" and "[EXTERN]". */
export function cleanSubject(subject: string): string {
  let rest = subject.trim();
  for (let next = rest.replace(replyPrefix, ''); next !== rest; next = rest.replace(replyPrefix, ''))
    rest = next;
  return rest;
}

/** The subject without "Reklamation AU-26-0907:"; when nothing telling is left, the sentence of the first word found. */
export function chooseTitle(subject: string, text: string, signs: readonly Sign<unknown>[]): string {
  const fromSubject = withoutComplaintPrefix(subject);
  if (fromSubject.split(/\s+/).length >= 2) return shorten(fromSubject);
  const found = signs.slice(0, mostSigns).map((sign) => sign.words.toLowerCase());
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  const telling = sentences.find((sentence) => found.some((one) => sentence.toLowerCase().includes(one)));
  return shorten(telling ?? (fromSubject || subject.trim()));
}

function withoutComplaintPrefix(subject: string): string {
  let rest = subject;
  for (let next = rest.replace(complaintPrefix, ''); next !== rest; next = rest.replace(complaintPrefix, ''))
    rest = next;
  return rest
    .replace(/[\s!.:,;–—-]+$/u, '')
    .replace(documentSuffix, '')
    .trim();
}

function shorten(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle / 2))} …`;
}
