// What a mail says about a complaint: is it one, what about, how severe, what it names; every guess names its words.
// The room's front door; no model behind it but the cues and weights in this folder.
import type { ComplaintOffer } from '#contract/complaint-offer.ts';
import type { Query } from '#api/db/database.ts';
import { judgeSeverity, nameWords, rankCategories, type Guess } from './kind.ts';
import type { Category } from './goods-cues.ts';
import { isComplaint, readMailSigns, scoreOf, textOf, type Signs } from './recognise.ts';
import { findReferences, type References } from './references.ts';
import type { Severity } from './severity-cues.ts';
import { isRecorded } from './store.ts';
import { chooseTitle, cleanSubject } from './title.ts';

interface MailReading {
  readonly isComplaint: boolean;
  /** The words that make it one, the telling ones first. */
  readonly because: string[];
  readonly title: string;
  readonly category: Guess<Category>;
  readonly severity: Guess<Severity>;
  readonly references: References;
}

/** Reads a mail's subject and what its writer says; quoted history and signature do not count. */
export function readComplaintMail(mail: { subject: string; bodyText: string }): MailReading {
  const signs = readMailSigns(mail);
  const isOne = isComplaint(scoreOf(signs.traits));
  const text = textOf(mail);
  const isEmpty = mail.subject === '' && text === '';
  return {
    isComplaint: isOne,
    because: isOne ? reasonsIn(signs) : [],
    title: chooseTitle(cleanSubject(mail.subject), text, tellingSigns(signs)),
    category: rankCategories(signs),
    severity: isEmpty ? { value: 'low', because: [] } : judgeSeverity(signs),
    references: findReferences(mail.subject, text, signs),
  };
}

/** What to offer beside a received mail; null when it is none, or when it was recorded from its logged copy. */
export async function offerFor(
  trx: Query,
  organizationId: string,
  mail: { subject: string; bodyText: string; activityId: string | null },
): Promise<ComplaintOffer | null> {
  const signs = readMailSigns(mail);
  if (!isComplaint(scoreOf(signs.traits))) return null;
  if (mail.activityId !== null && (await isRecorded(trx, organizationId, mail.activityId))) return null;
  return { because: reasonsIn(signs) };
}

function tellingSigns({ categories, contexts }: Signs) {
  return [
    ...categories.filter((sign) => sign.weight >= 1),
    ...contexts.filter((sign) => sign.means === 'named'),
  ].toSorted((a, b) => a.start - b.start);
}

const worthNaming = new Set(['named', 'anger', 'demand', 'threat']);

/** "zum dritten Mal" says something, "noch" alone does not. */
function isWorthNaming({ means, words }: Signs['contexts'][number]): boolean {
  return worthNaming.has(means) || (means === 'repetition' && words.includes(' '));
}

/** What is wrong first, then what makes it a complaint. */
function reasonsIn({ categories, contexts }: Signs): string[] {
  const wrong = nameWords(categories.filter((sign) => sign.weight >= 1));
  const said = nameWords(contexts.filter(isWorthNaming));
  const inWrong = (words: string) => wrong.some((one) => one.toLowerCase().includes(words.toLowerCase()));
  const more = said.filter((words) => !inWrong(words));
  return [...wrong.slice(0, 2), ...more].slice(0, 3);
}
