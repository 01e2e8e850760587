// "Menschen und Rechte": everybody with role, territories and deputy; one of them opened to be changed or looked at.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { People20Regular, Person20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listPeople, type PersonRights } from '#contract/people.ts';
import { usePeopleMessages } from '../messages/people-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useReply } from '../use-reply.ts';
import { PersonForm } from './person-form.tsx';

export function PeopleSection() {
  const styles = useStyles();
  const words = usePeopleMessages();
  const [opened, setOpened] = useState<PersonRights | null>(null);
  const state = useReply(listPeople, {});
  if (opened !== null) {
    const people = state.reply?.items ?? [opened];
    return <PersonForm key={opened.id} person={opened} people={people} onBack={() => setOpened(null)} />;
  }
  return (
    <section aria-label={words.title} className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.intro}>{words.intro}</p>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
        {({ items }) =>
          items.length === 0 ? (
            <StateBlock icon={<People20Regular />} title={words.empty} text={words.emptyText} />
          ) : (
            <Rows label={words.title}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} onOpen={() => setOpened(person)} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </section>
  );
}

function PersonRow({ person, onOpen }: { person: PersonRights; onOpen: () => void }) {
  const words = usePeopleMessages();
  const places = person.territories.map((territory) => territory.name).join(', ');
  const deputy = person.deputy && `${words.deputy}: ${person.deputy.name}`;
  const role = person.role === null ? words.noRole : words.roles[person.role];
  return (
    <Row
      icon={<Person20Regular />}
      title={person.name}
      detail={[person.jobTitle, places, deputy].filter(Boolean).join(' · ')}
      wrapsDetail
      right={person.active ? role : words.inactive}
      isRightQuiet
      onOpen={onOpen}
    />
  );
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalL,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
});
