// "Merkmale" of one customer or contact: what is filled in, and the form for it in the same place.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { getRecordAttributes, type AttributeRecordKind, type RecordAttributes } from '#contract/attribute.ts';
import { useAttributeMessages, type AttributeMessages } from '../messages/attribute-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { attributeLabel, byGroup, valueText } from './attribute-text.ts';
import { EditAttributes } from './edit-attributes.tsx';

type RecordAttributesProps = {
  recordKind: AttributeRecordKind;
  id: string;
  /** Whose they are, where it is not the only record on the screen. */
  name?: string;
  /** Takes no room before there is something to show. */
  isQuiet?: boolean;
  /** They share their version with the record. */
  onSaved?: (version: number) => void;
};

/** Draws nothing where the company defined nothing for this reader. */
export function RecordAttributesSection(props: RecordAttributesProps) {
  const { recordKind, id, name, isQuiet = false, onSaved } = props;
  const styles = useStyles();
  const words = useAttributeMessages();
  const { may } = useRights();
  const [isEditing, setEditing] = useState(false);
  const state = useReply(getRecordAttributes, { recordKind, id });
  if (isEmpty(state.reply) || (isQuiet && state.isWaiting)) return null;
  const title = titleFor(name, words);
  const canEdit = may('customer.edit') && state.reply !== null && !isEditing;
  const edit = canEdit && (
    <Link
      as="button"
      className={styles.edit}
      aria-label={words.editOf(title)}
      onClick={() => setEditing(true)}
    >
      {words.edit}
    </Link>
  );
  return (
    <Section title={title} {...(edit ? { aside: edit } : {})}>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={2} />}>
        {(record) =>
          isEditing ? (
            <EditAttributes
              {...{ title, record }}
              onClose={() => setEditing(false)}
              onReload={state.reload}
              {...(onSaved ? { onSaved } : {})}
            />
          ) : (
            <Values record={record} />
          )
        }
      </Loaded>
    </Section>
  );
}

const isEmpty = (record: RecordAttributes | null) => record?.attributes.length === 0;

function titleFor(name: string | undefined, words: AttributeMessages): string {
  return name === undefined ? words.title : words.titleOf(name);
}

function Values({ record: { attributes, values } }: { record: RecordAttributes }) {
  const styles = useStyles();
  const { language } = useFrame();
  const words = useAttributeMessages();
  const format = useFormat();
  const filled = attributes.filter((one) => values[one.id] !== undefined);
  if (filled.length === 0) return <p className={styles.none}>{words.none}</p>;
  return byGroup(filled).map(({ group, members }) => (
    <div key={group ?? ''}>
      {group !== null && <h3 className={styles.group}>{group}</h3>}
      <dl className={styles.facts}>
        {members.map((one) => {
          const value = values[one.id];
          return (
            <div key={one.id} className={styles.row}>
              <dt className={styles.key}>{attributeLabel(one, language)}</dt>
              <dd className={styles.value}>
                {value === undefined ? '' : valueText(one, value, { language, words, format })}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  ));
}

const useStyles = makeStyles({
  edit: { ...typographyStyles.caption1, minHeight: '24px' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  group: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  facts: { margin: 0 },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS, paddingBottom: tokens.spacingVerticalXS },
  key: {
    ...typographyStyles.caption1,
    flex: '0 0 88px',
    paddingTop: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  value: { ...typographyStyles.body1, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});
