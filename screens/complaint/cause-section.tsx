// Why a complaint happened, and the former ones of the same customer that make it a repeat; given and changed here.
import {
  Button,
  Dropdown,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Option,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { CommentError20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  getCauseOfComplaint,
  listComplaintCauses,
  setCauseOfComplaint,
  type CauseOfComplaint,
  type ComplaintCause,
} from '#contract/complaint-cause.ts';
import type { Complaint } from '#contract/complaint.ts';
import { useCauseMessages } from '../messages/complaint-cause-messages.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

type CauseSectionProps = {
  complaint: Complaint;
  /** Absent where a former complaint cannot be opened. */
  onOpenComplaint?: ((complaintId: string) => void) | undefined;
};

/** For the staff only. */
export function CauseSection({ complaint, onOpenComplaint }: CauseSectionProps) {
  const words = useCauseMessages();
  const [isChoosing, setIsChoosing] = useState(false);
  // another version may have another cause
  const key = `${complaint.id}:${complaint.version}`;
  const state = useReply(getCauseOfComplaint, { id: complaint.id }, { key, keepPrevious: true });
  return (
    <Section title={words.title}>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={1} />}>
        {(reply) => (
          <>
            {isChoosing ? (
              <CauseForm complaintId={complaint.id} current={reply} onDone={() => setIsChoosing(false)} />
            ) : (
              <CauseLine cause={reply.cause} onChoose={() => setIsChoosing(true)} />
            )}
            {reply.former.length > 0 && <Repeat former={reply.former} onOpenComplaint={onOpenComplaint} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const asPath = (path: readonly string[]) => path.join(' › ');

function CauseLine({ cause, onChoose }: { cause: CauseOfComplaint['cause']; onChoose: () => void }) {
  const styles = useStyles();
  const words = useCauseMessages();
  const path = cause && asPath(cause.path);
  return (
    <div className={styles.line}>
      <span className={path === null ? styles.quiet : styles.path}>
        {path === null ? words.none : cause?.isRetired ? words.retired(path) : path}
      </span>
      <Button size="small" onClick={onChoose}>
        {path === null ? words.give : words.change}
      </Button>
    </div>
  );
}

type CauseFormProps = { complaintId: string; current: CauseOfComplaint; onDone: () => void };

function CauseForm({ complaintId, current, onDone }: CauseFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useCauseMessages();
  const state = useReply(listComplaintCauses, {});
  const [causeId, setCauseId] = useState(current.cause?.id ?? null);
  const { send, isSending, error } = useSend(setCauseOfComplaint, { onDone });
  const handleSave = () => send({ id: complaintId, causeId }, { ifMatch: current.version });
  return (
    <FormBody isFlush label={words.choose} onSubmit={handleSave}>
      {error && !isSending && (
        <ErrorNote error={error} title={error.code === 'stale_version' ? words.stale : words.failed} />
      )}
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={1} />}>
        {({ items }) => <CauseField items={items} current={current} value={causeId} onChange={setCauseId} />}
      </Loaded>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={handleSave}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{messages.common.cancel}</Button>
      </div>
    </FormBody>
  );
}

type CauseFieldProps = {
  items: ComplaintCause[];
  current: CauseOfComplaint;
  value: string | null;
  onChange: (causeId: string | null) => void;
};

const noCause = 'none';

/** Retired ones are not offered; one that stands already is still shown. */
function CauseField({ items, current, value, onChange }: CauseFieldProps) {
  const styles = useStyles();
  const words = useCauseMessages();
  const offered = items.filter((cause) => !cause.isRetired);
  const pathOf = (cause: ComplaintCause | undefined): string[] =>
    cause === undefined ? [] : [...pathOf(items.find((one) => one.id === cause.parentId)), cause.name];
  const chosen = items.find((cause) => cause.id === value);
  const text = value === current.cause?.id ? asPath(current.cause.path) : asPath(pathOf(chosen));
  return (
    <Labelled label={words.choose} hint={offered.length === 0 ? words.noneToChoose : undefined}>
      <Dropdown
        value={value === null ? words.noCause : text}
        selectedOptions={[value ?? noCause]}
        onOptionSelect={(_, { optionValue }) =>
          onChange(optionValue === undefined || optionValue === noCause ? null : optionValue)
        }
      >
        <Option value={noCause}>{words.noCause}</Option>
        {offered.map((cause) => (
          <Option
            key={cause.id}
            value={cause.id}
            text={asPath(pathOf(cause))}
            className={[undefined, styles.second, styles.third][cause.level - 1]}
          >
            {cause.name}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}

type RepeatProps = Pick<CauseOfComplaint, 'former'> & Pick<CauseSectionProps, 'onOpenComplaint'>;

function Repeat({ former, onOpenComplaint }: RepeatProps) {
  const styles = useStyles();
  const format = useFormat();
  const messages = useMessages();
  const words = useCauseMessages();
  return (
    <div className={styles.repeat}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.repeat}</MessageBarTitle>
          {words.repeatOf(former.length)}
        </MessageBarBody>
      </MessageBar>
      <Rows label={words.former}>
        {former.map((one) => (
          <Row
            key={one.id}
            icon={<CommentError20Regular />}
            title={`${one.number} ${one.title}`}
            detail={one.because.map((reason) => words.because[reason]).join(', ')}
            wrapsDetail
            right={format.date(one.receivedAt)}
            rightDetail={complaintWords(messages).states[one.state]}
            isRightQuiet
            onOpen={onOpenComplaint && (() => onOpenComplaint(one.id))}
          />
        ))}
      </Rows>
    </div>
  );
}

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  path: { ...typographyStyles.body1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  second: { paddingInlineStart: tokens.spacingHorizontalXXL },
  third: { paddingInlineStart: `calc(2 * ${tokens.spacingHorizontalXXL})` },
  repeat: { paddingTop: tokens.spacingVerticalS },
});
