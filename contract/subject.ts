// What a mail is about, without what programs put around it. Pure; the server and the screens name tasks by it.

/** "AW: ", "Re: ", "Re[2]: ", "WG: " and the like in front of a subject. */
const prefix = /^\s*(?:aw|antw|re|wg|fwd?|sv|tr)\s?(?:\[\d{1,3}\])?\s?:/i;
/** A document at the end of a subject: the task is linked to the mail, and its title names what it is about. */
const documentAtEnd =
  /[\s,;:–(-]{0,4}(?:(?:auftrag|angebot|rechnung|reklamation|order|quote|invoice|complaint) )?[A-Z]{2}-\d{2}-\d{3,9}\)?$/i;

/** The subject without its chain of "AW: WG: Re:" and without a document number at its end, unless that is all there is. */
export function bareSubject(subject: string): string {
  let bare = subject.trim();
  while (prefix.test(bare)) bare = bare.replace(prefix, '').trim();
  return bare.replace(documentAtEnd, '').trim() || bare;
}
