// "Merkmale" of the settings: all of them by record kind, one opened for change or a new one.
import { Badge, Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { attributeRecordKinds, listAttributes, type Attribute } from '#contract/attribute.ts';
import { attributeLabel } from '../attributes/attribute-text.ts';
import { useAttributeMessages } from '../messages/attribute-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';
import { AttributeForm } from './attribute-form.tsx';

export function AttributesSection() {
  const styles = useStyles();
  const words = useAttributeMessages();
  const state = useReply(listAttributes, { all: 'true' });
  const [opened, setOpened] = useState<string | null>(null);
  const close = () => setOpened(null);
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.intro}>{words.settings.intro}</p>
      {opened === 'new' ? (
        <AttributeForm attribute={null} onClose={close} />
      ) : (
        <Button icon={<AddRegular />} className={styles.add} onClick={() => setOpened('new')}>
          {words.settings.add}
        </Button>
      )}
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
        {({ items }) =>
          attributeRecordKinds.map((kind) => (
            <Section key={kind} title={words.recordKinds[kind]}>
              <AttributeRows
                attributes={items.filter((one) => one.recordKind === kind)}
                opened={opened}
                onOpen={setOpened}
                onClose={close}
              />
            </Section>
          ))
        }
      </Loaded>
    </div>
  );
}

type AttributeRowsProps = {
  attributes: Attribute[];
  opened: string | null;
  onOpen: (id: string) => void;
  onClose: () => void;
};

function AttributeRows({ attributes, opened, onOpen, onClose }: AttributeRowsProps) {
  const styles = useStyles();
  const words = useAttributeMessages();
  const { language } = useFrame();
  if (attributes.length === 0) return <p className={styles.intro}>{words.settings.none}</p>;
  return (
    <Rows>
      {attributes.map((one) =>
        opened === one.id ? (
          <li key={one.id} className={styles.opened}>
            <AttributeForm key={`${one.id} ${one.version}`} attribute={one} onClose={onClose} />
          </li>
        ) : (
          <Row
            key={one.id}
            title={attributeLabel(one, language)}
            detail={detailOf(one, words)}
            wrapsDetail
            right={
              one.retired ? <Badge appearance="outline">{words.settings.retired}</Badge> : usesOf(one, words)
            }
            onOpen={() => onOpen(one.id)}
          />
        ),
      )}
    </Rows>
  );
}

type Words = ReturnType<typeof useAttributeMessages>;

function usesOf({ uses }: Attribute, words: Words): string {
  return uses === null || uses === 0 ? words.settings.unused : words.settings.uses(String(uses));
}

function detailOf({ type, group, required, visibleTo }: Attribute, words: Words): string {
  return [
    words.types[type],
    group,
    required ? words.settings.required : null,
    visibleTo.map((role) => words.roles[role]).join(', '),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const useStyles = makeStyles({
  // Its parts bring the rest of the gutter.
  section: {
    maxWidth: '880px',
    padding: tokens.spacingHorizontalXS,
    paddingBottom: tokens.spacingVerticalXXL,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, padding: tokens.spacingHorizontalM, paddingBottom: 0 },
  intro: {
    ...typographyStyles.body1,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    maxWidth: '70ch',
  },
  add: { marginInline: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalM },
  opened: { listStyleType: 'none' },
});
