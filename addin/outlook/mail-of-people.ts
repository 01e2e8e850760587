// An appointment or a draft as if it were a mail of ours to those people, so that the same matching finds their customers.
import type { HostItem } from '#addin/host/host.ts';
import type { Mail, MailAddress } from '#contract/mail.ts';
import type { Me } from '#contract/user.ts';

type PeopleItem = Extract<HostItem, { kind: 'appointment' | 'compose' }>;

/** Only people outside the company are of interest; null when there are none. */
export function mailOfPeople(item: PeopleItem, me: Me, now: string): Mail | null {
  const people = item.people.filter((person) => !isColleague(person, me));
  if (people.length === 0) return null;
  const addresses = people.map((person) => person.address.toLowerCase()).sort();
  return {
    messageId: `${item.kind}:${addresses.join(',')}`.slice(0, 998),
    itemId: null,
    mailbox: null,
    conversationId: null,
    subject: item.subject,
    from: { name: me.name, address: me.email },
    to: people,
    cc: [],
    sentAt: now,
    bodyText: '',
    attachments: [],
  };
}

function isColleague(person: MailAddress, me: Me): boolean {
  const domain = person.address.split('@').at(-1)?.toLowerCase() ?? '';
  return person.address === '' || me.internalDomains.includes(domain);
}
