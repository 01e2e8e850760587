// The preview of a merge: which one stays, whose details count, what moves; for customers and for contacts.
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons';
import type { Merge, MergeSide, MergeWarning } from '#contract/merge.ts';
import type { CallError } from '../call.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Section } from '../ui/section.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useMergeValues, type MergeField } from './merge-values.ts';
import { RefusalNote } from './refusal-note.tsx';

type Choices<F extends MergeField> = Partial<Record<F, MergeSide>>;
interface PreviewField<F extends MergeField> {
  field: F;
  winner: string | null;
  loser: string | null;
  choice: MergeSide;
  isDifferent: boolean;
}

type MergeFormProps<F extends MergeField> = {
  title: string;
  winner: string;
  loser: string;
  fields: readonly PreviewField<F>[];
  moved: Merge['moved'];
  warnings: readonly MergeWarning[];
  choices: Choices<F>;
  onChoose: (choices: Choices<F>) => void;
  isSending: boolean;
  error: CallError | null;
  onSubmit: () => void;
  onSwap: () => void;
  onReload: () => void;
  onClose: () => void;
};

export function MergeForm<F extends MergeField>(props: MergeFormProps<F>) {
  const { title, winner, loser, warnings, isSending, error, onSubmit, onSwap, onReload, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { merge: words, warnings: warningWords } = useDuplicateMessages();
  return (
    <View
      title={title}
      onBack={onClose}
      foot={
        <ActionBar
          label={title}
          isForm
          problem={
            error && !isSending && <RefusalNote error={error} title={words.failed} onReload={onReload} />
          }
          primary={{ id: 'merge', label: words.submit, isBusy: isSending, onPress: onSubmit }}
          secondary={[{ id: 'cancel-merge', label: messages.common.cancel, onPress: onClose }]}
        />
      }
    >
      <div className={styles.content}>
        <p className={styles.name}>{words.stays(winner)}</p>
        <p className={styles.text}>{words.goes(loser)}</p>
        <Button icon={<ArrowSwap20Regular />} className={styles.swap} onClick={onSwap}>
          {words.swap}
        </Button>
        {warnings.map((warning) => (
          <MessageBar key={warning} intent="warning" layout="multiline">
            <MessageBarBody className={styles.wrapped}>{warningWords[warning]}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
      <FieldChoices {...props} />
      <MovedList moved={props.moved} />
    </View>
  );
}

type FieldChoicesProps<F extends MergeField> = Pick<
  MergeFormProps<F>,
  'winner' | 'loser' | 'fields' | 'choices' | 'onChoose'
>;

function FieldChoices<F extends MergeField>(props: FieldChoicesProps<F>) {
  const { winner, loser, fields, choices, onChoose } = props;
  const styles = useStyles();
  const { merge: words, fields: names } = useDuplicateMessages();
  const write = useMergeValues();
  const different = fields.filter((field) => field.isDifferent);
  const show = (field: F, value: string | null) => (value === null ? words.none : write(field, value));
  return (
    <Section title={words.fields}>
      {different.length === 0 && <p className={styles.text}>{words.same}</p>}
      {different.length > 0 && (
        <div className={mergeClasses(styles.sides, styles.heads)} aria-hidden>
          <span>{words.sides.winner}</span>
          <span>{words.sides.loser}</span>
        </div>
      )}
      {different.map(({ field, choice, ...values }) => (
        <fieldset key={field} className={styles.field}>
          <legend className={styles.legend}>{names[field]}</legend>
          <RadioGroup
            aria-label={names[field]}
            className={styles.sides}
            value={choices[field] ?? choice}
            // The values are those of the two radios below.
            onChange={(_event, data) => onChoose({ ...choices, [field]: data.value as MergeSide })}
          >
            <Radio value="winner" label={<SideLabel value={show(field, values.winner)} of={winner} />} />
            <Radio value="loser" label={<SideLabel value={show(field, values.loser)} of={loser} />} />
          </RadioGroup>
        </fieldset>
      ))}
    </Section>
  );
}

/** The column says whose it is; who hears the page hears the name. */
function SideLabel({ value, of }: { value: string; of: string }) {
  const styles = useStyles();
  return (
    <>
      {value} {value !== of && <span className={styles.heard}>{of}</span>}
    </>
  );
}

/** What went, or would go, to the one that stays. */
export function MovedList({ moved, isDone = false }: { moved: Merge['moved']; isDone?: boolean }) {
  const styles = useStyles();
  const format = useFormat();
  const { merge: words, movedKinds } = useDuplicateMessages();
  return (
    <Section title={isDone ? words.movedDone : words.moved}>
      {moved.length === 0 && <p className={styles.text}>{words.nothing}</p>}
      <ul className={styles.moved}>
        {moved.map(({ kind, count }) => (
          <li key={kind}>
            {movedKinds[kind]} ({format.number(count)})
          </li>
        ))}
      </ul>
    </Section>
  );
}

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    maxWidth: '880px',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
  },
  name: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  swap: { alignSelf: 'flex-start' },
  wrapped: { whiteSpace: 'normal' },
  field: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  legend: { ...typographyStyles.caption1, padding: 0, color: tokens.colorNeutralForeground3 },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    maxWidth: '880px',
    hyphens: 'auto',
  },
  heads: {
    ...typographyStyles.caption1Strong,
    // In line with the words of the choices below.
    '& > span': { paddingInlineStart: '36px' },
  },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  moved: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
