// Merging two customers: which one stays, whose details count, what moves; afterwards it can be taken back.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DuplicatePair } from '#contract/duplicate.ts';
import type { Reply } from '#contract/endpoint.ts';
import {
  mergeCustomers,
  previewMerge,
  undoMerge,
  type CustomerMergeField,
  type Merge,
  type MergeSide,
} from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

type Preview = Reply<typeof previewMerge>;
type Choices = Partial<Record<CustomerMergeField, MergeSide>>;

export function MergeView({ pair, onClose }: { pair: DuplicatePair; onClose: () => void }) {
  const { merge: words } = useDuplicateMessages();
  const [ids, setIds] = useState(() => firstSides(pair));
  const [done, setDone] = useState<Merge | null>(null);
  const state = useReply(previewMerge, done === null ? ids : null);
  if (done !== null) return <MergeDone merge={done} onClose={onClose} />;
  return (
    <Loaded state={state} waiting={<ViewSkeleton label={words.loading} />}>
      {(preview) => (
        <MergeForm
          key={`${ids.winnerId} ${preview.winner.version} ${preview.loser.version}`}
          preview={preview}
          onSwap={() => setIds({ winnerId: ids.loserId, loserId: ids.winnerId })}
          onReload={state.reload}
          onDone={setDone}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

/** The one that the ERP knows stays unless somebody turns it round. */
function firstSides({ one, other }: DuplicatePair): { winnerId: string; loserId: string } {
  const isTurned = one.number === null && other.number !== null;
  return isTurned ? { winnerId: other.id, loserId: one.id } : { winnerId: one.id, loserId: other.id };
}

type MergeFormProps = {
  preview: Preview;
  onSwap: () => void;
  onReload: () => void;
  onDone: (merge: Merge) => void;
  onClose: () => void;
};

function MergeForm({ preview, onSwap, onReload, onDone, onClose }: MergeFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { merge: words, warnings } = useDuplicateMessages();
  const [choices, setChoices] = useState<Choices>({});
  const { winner, loser } = preview;
  const { send, isSending, error } = useSend(mergeCustomers, { onDone: (reply) => onDone(reply.merge) });
  const handleSubmit = () =>
    send({
      winnerId: winner.id,
      loserId: loser.id,
      winnerVersion: winner.version,
      loserVersion: loser.version,
      choices,
    });
  return (
    <View
      title={words.title}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.title}
          isForm
          problem={error && !isSending && <ErrorNote error={error} title={words.failed} onRetry={onReload} />}
          primary={{ id: 'merge', label: words.submit, isBusy: isSending, onPress: handleSubmit }}
          secondary={[{ id: 'cancel-merge', label: messages.common.cancel, onPress: onClose }]}
        />
      }
    >
      <div className={styles.content}>
        <p className={styles.name}>{words.stays(winner.name)}</p>
        <p className={styles.text}>{words.goes(loser.name)}</p>
        <Button icon={<ArrowSwap20Regular />} className={styles.swap} onClick={onSwap}>
          {words.swap}
        </Button>
        {preview.warnings.map((warning) => (
          <MessageBar key={warning} intent="warning" layout="multiline">
            <MessageBarBody>{warnings[warning]}</MessageBarBody>
          </MessageBar>
        ))}
        <FieldChoices preview={preview} choices={choices} onChange={setChoices} />
        <MovedList moved={preview.moved} />
      </div>
    </View>
  );
}

type FieldChoicesProps = { preview: Preview; choices: Choices; onChange: (choices: Choices) => void };

function FieldChoices({ preview, choices, onChange }: FieldChoicesProps) {
  const styles = useStyles();
  const { merge: words, fields } = useDuplicateMessages();
  const different = preview.fields.filter((field) => field.isDifferent);
  return (
    <Section title={words.fields}>
      {different.length === 0 && <p className={styles.text}>{words.same}</p>}
      {different.map(({ field, winner, loser, choice }) => (
        <div key={field} className={styles.field}>
          <span className={styles.label} aria-hidden>
            {fields[field]}
          </span>
          <ChoiceButtons<MergeSide>
            label={fields[field]}
            columns={2}
            choices={[
              { value: 'winner', label: winner ?? words.none },
              { value: 'loser', label: loser ?? words.none },
            ]}
            value={choices[field] ?? choice}
            onChange={(side) => side !== null && onChange({ ...choices, [field]: side })}
          />
        </div>
      ))}
    </Section>
  );
}

function MovedList({ moved }: { moved: Preview['moved'] }) {
  const styles = useStyles();
  const format = useFormat();
  const { merge: words, movedKinds } = useDuplicateMessages();
  return (
    <Section title={words.moved}>
      {moved.length === 0 && <p className={styles.text}>{words.nothing}</p>}
      <ul className={styles.moved}>
        {moved.map(({ kind, count }) => (
          <li key={kind}>
            {format.number(count)} {movedKinds[kind]}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MergeDone({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const styles = useStyles();
  const messages = useMessages();
  const notify = useNotify();
  const { merge: words } = useDuplicateMessages();
  const { send, isSending, error } = useSend(undoMerge, {
    onDone: () => {
      notify({ title: words.undone });
      onClose();
    },
  });
  return (
    <View
      title={words.done(merge.winner.name)}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.title}
          isForm
          problem={error && !isSending && <ErrorNote error={error} title={words.undoFailed} />}
          primary={{ id: 'merge-done', label: messages.common.back, onPress: onClose }}
          secondary={[
            { id: 'undo-merge', label: words.undo, isBusy: isSending, onPress: () => send({ id: merge.id }) },
          ]}
        />
      }
    >
      <div className={styles.content}>
        <MovedList moved={merge.moved} />
      </div>
    </View>
  );
}

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalM,
  },
  name: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  swap: { alignSelf: 'flex-start' },
  field: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  moved: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
