// The left rail: who works there, what they are like, what they allowed, who of us looks after them.
import { Avatar, Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  Call20Regular,
  CheckmarkCircle20Regular,
  Mail20Regular,
  Prohibited20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Consent, Contact } from '#contract/customer.ts';
import { RecordAttributesSection } from '../attributes/record-attributes.tsx';
import { ContactDuplicates } from '../duplicate/contact-duplicates.tsx';
import { byLastTouch } from './contact-order.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { telephoneLink } from '../my-day/call-menu.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import type { CustomerParts } from './customer-page.tsx';
import { AddressesSection } from './addresses-section.tsx';
import { ArchivedContacts } from './archived-contacts.tsx';
import { GroupSection } from './group-section.tsx';
import { FactsSection } from './facts-section.tsx';

const shownAtFirst = 3;

export function CustomerRail(parts: CustomerParts) {
  const { cockpit } = parts;
  const { may } = useRights();
  const mayEdit = may('customer.edit');
  return (
    <>
      <ContactsSection {...parts} />
      <FactsSection {...parts} />
      <RecordAttributesSection recordKind="customer" id={cockpit.customer.id} />
      <AddressesSection customer={cockpit.customer} onOpen={() => parts.onErrand('addresses')} />
      {mayEdit && <GroupSection customer={cockpit.customer} onOpenCustomer={parts.onOpenCustomer} />}
      <ConsentsSection cockpit={cockpit} />
      <TeamSection cockpit={cockpit} />
    </>
  );
}

type SectionProps = { cockpit: Cockpit };

type ContactsProps = Pick<CustomerParts, 'cockpit' | 'onOpenContact' | 'onMergeContacts'>;

function ContactsSection({ cockpit, onOpenContact, onMergeContacts }: ContactsProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().customerPage.contacts;
  const { may } = useRights();
  const [showsAll, setShowsAll] = useState(false);
  const contacts = byLastTouch(cockpit);
  const shown = showsAll ? contacts : contacts.slice(0, shownAtFirst);
  const more = contacts.length > shownAtFirst && (
    <Link as="button" className={styles.small} onClick={() => setShowsAll(!showsAll)}>
      {showsAll ? words.fewer : words.all(format.number(cockpit.contactCount))}
    </Link>
  );
  return (
    <Section title={words.title} {...(more ? { aside: more } : {})} className={styles.first}>
      {contacts.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.list}>
        {shown.map((contact) => (
          <PersonRow
            key={contact.id}
            name={contact.name}
            detail={contact.jobTitle}
            contact={contact}
            onOpen={() => onOpenContact(contact)}
          />
        ))}
      </ul>
      {may('customer.edit') && contacts.length > 1 && (
        <ContactDuplicates customerId={cockpit.customer.id} onCheck={onMergeContacts} />
      )}
      <ArchivedContacts customerId={cockpit.customer.id} onOpenContact={onOpenContact} />
    </Section>
  );
}

function TeamSection({ cockpit: { team } }: SectionProps) {
  const styles = useStyles();
  const words = useWideMessages().customerPage.team;
  return (
    <Section title={words.title}>
      {team.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.list}>
        {team.map((person) => (
          <PersonRow key={person.id} name={person.name} detail={person.jobTitle} />
        ))}
      </ul>
    </Section>
  );
}

type PersonRowProps = { name: string; detail: string | null; contact?: Contact; onOpen?: () => void };

function PersonRow({ name, detail, contact, onOpen }: PersonRowProps) {
  const styles = useStyles();
  const words = useWideMessages().customerPage.contacts;
  const phone = contact?.phones[0];
  const email = contact?.emails[0];
  return (
    <li className={styles.person}>
      <Avatar name={name} color="neutral" size={32} aria-hidden />
      <span className={styles.words}>
        {onOpen ? (
          <Link as="button" className={styles.open} title={name} onClick={onOpen}>
            {name}
          </Link>
        ) : (
          <span className={styles.name} title={name}>
            {name}
          </span>
        )}
        <span className={styles.detail}>{detail}</span>
      </span>
      {phone !== undefined && (
        <Button
          as="a"
          href={telephoneLink(phone)}
          appearance="subtle"
          size="small"
          icon={<Call20Regular />}
          aria-label={words.call(name)}
          title={phone}
        />
      )}
      {email !== undefined && (
        <Button
          as="a"
          href={`mailto:${email}`}
          appearance="subtle"
          size="small"
          icon={<Mail20Regular />}
          aria-label={words.mail(name)}
          title={email}
        />
      )}
    </li>
  );
}

function ConsentsSection({ cockpit }: SectionProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useWideMessages().customerPage.consents;
  const contact = byLastTouch(cockpit).find((one) => one.consents.length > 0);
  const text = ({ channel, state, basis, since }: Consent) => {
    const label = words.channels[channel][state];
    if (state === 'objected') return words.objectedSince(label, format.date(since));
    return basis === '' ? words.since(label, format.date(since)) : words.because(label, basis);
  };
  return (
    <Section title={words.title}>
      {contact === undefined && <p className={styles.none}>{words.none}</p>}
      {contact && (
        <>
          <ul className={styles.list} aria-label={messages.common.by(contact.name)}>
            {contact.consents.map((consent) => (
              <li key={consent.channel} className={styles.consent}>
                {consent.state === 'allowed' ? (
                  <CheckmarkCircle20Regular className={styles.allowed} aria-hidden />
                ) : (
                  <Prohibited20Regular className={styles.objected} aria-hidden />
                )}
                <span title={format.date(consent.since)}>{text(consent)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.source}>{words.of(contact.name)}</p>
        </>
      )}
    </Section>
  );
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const useStyles = makeStyles({
  first: { borderTop: 'none' },
  small: { ...typographyStyles.caption1, minHeight: '24px' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  person: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  name: { ...typographyStyles.body1Strong, ...cut },
  open: { ...typographyStyles.body1Strong, ...cut, color: tokens.colorNeutralForeground1, minHeight: '24px' },
  detail: { ...typographyStyles.caption1, ...cut, color: tokens.colorNeutralForeground3 },
  consent: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
  },
  allowed: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  objected: { flexShrink: 0, color: tokens.colorStatusDangerForeground3 },
  source: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
