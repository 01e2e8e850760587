// One contact in the panel: how to reach them, what they do there, what they allowed; changed and archived from here.
import { Badge, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Contact } from '#contract/customer.ts';
import { moveContact } from '#contract/customer-moves.ts';
import { RecordAttributesSection } from '../attributes/record-attributes.tsx';
import { ChangesSection } from '../audit/changes-section.tsx';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { telephoneLink } from '../my-day/call-menu.tsx';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useSend } from '../use-send.ts';
import { ConsentsPart } from './consents-part.tsx';
import { EditContact } from './edit-contact.tsx';

type ContactViewProps = { contact: Contact; onClose: () => void };

export function ContactView({ contact: opened, onClose }: ContactViewProps) {
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const { may } = useRights();
  const [contact, setContact] = useState(opened);
  const [isEditing, setEditing] = useState(false);
  const isArchived = contact.archivedAt !== null;
  const { send, isSending, error } = useSend(moveContact, {
    onDone: (moved) => {
      const { archivedDone, restoredDone } = words.contact;
      notify({ title: (moved.archivedAt === null ? restoredDone : archivedDone)(moved.name) });
      setContact(moved);
    },
  });
  if (isEditing) {
    return (
      <EditContact
        contact={contact}
        onBack={() => setEditing(false)}
        onSaved={(saved) => {
          setContact(saved);
          setEditing(false);
        }}
      />
    );
  }
  const mayEdit = may('customer.edit');
  const move = {
    id: 'move-contact',
    label: isArchived ? words.contact.restore : words.contact.archive,
    isBusy: isSending,
    onPress: () =>
      send({ id: contact.id, move: isArchived ? 'restore' : 'archive' }, { ifMatch: contact.version }),
  };
  const bar = mayEdit && (
    <ActionBar
      label={words.contact.title}
      problem={error && !isSending && <ErrorNote error={error} title={words.state.failed} />}
      primary={{ id: 'edit-contact', label: words.contact.edit, onPress: () => setEditing(true) }}
      secondary={[move]}
    />
  );
  return (
    <View title={contact.name} onBack={onClose} foot={bar}>
      <Details contact={contact} />
      <RecordAttributesSection
        isQuiet
        recordKind="contact"
        id={contact.id}
        onSaved={(version) => setContact({ ...contact, version })}
      />
      {mayEdit && <ConsentsPart contactId={contact.id} mayEdit={mayEdit} />}
      <ChangesSection recordKind="contact" recordId={contact.id} />
    </View>
  );
}

function Details({ contact }: { contact: Contact }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useCustomerDataMessages();
  const facts = factsOf(contact, words, styles.links);
  return (
    <Section title={words.contact.title} className={styles.first}>
      {contact.archivedAt !== null && (
        <Badge appearance="outline" color="informative">
          {words.contact.archived(format.date(contact.archivedAt))}
        </Badge>
      )}
      {facts.length === 0 && <p className={styles.none}>{words.contact.none}</p>}
      <Facts facts={facts} />
    </Section>
  );
}

function factsOf(
  contact: Contact,
  { contact: words, salutations, emailKinds, phoneKinds }: ReturnType<typeof useCustomerDataMessages>,
  links: string,
): Fact[] {
  const known = (name: string, value: Fact['value'] | null | '' | undefined): Fact[] =>
    value ? [{ name, value }] : [];
  const { salutation, title } = contact;
  const address = [salutation === null || salutation === 'neutral' ? '' : salutations[salutation], title];
  return [
    ...known(words.salutation, address.filter(Boolean).join(' ')),
    ...known(words.jobTitle, contact.jobTitle),
    ...known(words.roles, contact.roles.join(', ')),
    ...known(
      words.emails,
      (contact.emailDetails.length > 0 && (
        <span className={links}>
          {contact.emailDetails.map(({ address: email, kind }) => (
            <span key={email}>
              <Link href={`mailto:${email}`}>{email}</Link> {emailKinds[kind]}
            </span>
          ))}
        </span>
      )) ||
        null,
    ),
    ...known(
      words.phones,
      (contact.phoneDetails.length > 0 && (
        <span className={links}>
          {contact.phoneDetails.map(({ number, kind, dial }) => (
            <span key={dial}>
              <Link href={telephoneLink(dial)}>{number}</Link> {phoneKinds[kind]}
            </span>
          ))}
        </span>
      )) ||
        null,
    ),
    ...known(words.language, contact.language && words.languages[contact.language]),
  ];
}

const useStyles = makeStyles({
  first: { borderTop: 'none' },
  none: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  links: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});
