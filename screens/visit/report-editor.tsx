// Writing or correcting a report: half-typed text stays through errors and reloads; sent twice, it is stored once.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { Reply } from '#contract/endpoint.ts';
import { reportVisit, updateVisitReport, type getVisitReport } from '#contract/visit-report.ts';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useDraft } from '../use-draft.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { ReportForm } from './report-form.tsx';
import { emptyReport, fieldsOf, inputOf, reportInput, reportProblems } from './report-fields.ts';

type ReportEditorProps = {
  form: Reply<typeof getVisitReport>;
  onDone: () => void;
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null;
};

export function ReportEditor({ form, onDone, onCancel }: ReportEditorProps) {
  const styles = useStyles();
  const { common } = useMessages();
  const { report: words } = useVisitMessages();
  const { draft, problems, error, isSending, submit, discard } = useReportEditor(form, onDone);
  const isNew = form.report === null;
  return (
    <FormBody label={words.title} onSubmit={() => submit()} isFlush>
      <ReportForm
        form={form}
        fields={draft.value}
        problems={problems}
        onChange={draft.change}
        isNew={isNew}
      />
      <div className={styles.foot}>
        {error && !isSending && <Refused error={error} onRetry={submit} onDiscard={discard} />}
        {isNew && <p className={styles.note}>{words.note}</p>}
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            className={styles.save}
            disabledFocusable={isSending}
            aria-busy={isSending}
            onClick={() => submit()}
          >
            {isNew ? words.save : words.saveChange}
          </Button>
          {onCancel && <Button onClick={onCancel}>{common.cancel}</Button>}
        </div>
      </div>
    </FormBody>
  );
}

function useReportEditor(form: ReportEditorProps['form'], onDone: () => void) {
  const { common } = useMessages();
  const { report: words } = useVisitMessages();
  const format = useFormat();
  const notify = useNotify();
  const { visit, report } = form;
  const suggested = report === null ? emptyReport(visit.people.map(({ id }) => id)) : fieldsOf(report);
  const draft = useDraft(`visit-report:${visit.id}:${report?.version ?? 0}`, suggested);
  const handleDone = (followUps: number) => {
    draft.clear();
    const withFollowUps = followUps === 1 ? words.savedWithOne : words.savedWith(format.number(followUps));
    notify({ title: followUps === 0 ? words.saved : withFollowUps });
    onDone();
  };
  const first = useSend(reportVisit, { onDone: (reply) => handleDone(reply.followUpIds.length) });
  const correction = useSend(updateVisitReport, { onDone: () => handleDone(0) });
  const { error, isSending } = report === null ? first : correction;
  const problems = useFieldProblems(error, reportProblems(draft.value, words, common.required));
  const submit = (version?: number) => {
    if (!problems.check()) return;
    draft.keep();
    if (report !== null)
      return correction.send(inputOf(draft.value, visit.id), { ifMatch: version ?? report.version });
    first.send(reportInput(draft.value, visit.id), { idempotencyKey: draft.idempotencyKey });
  };
  const discard = () => {
    draft.clear();
    onDone();
  };
  return { draft, problems, error, isSending, submit, discard };
}

type RefusedProps = { error: CallError; onRetry: (version?: number) => void; onDiscard: () => void };

/** Somebody changed it meanwhile: theirs or mine; any other failure keeps what was typed. */
function Refused({ error, onRetry, onDiscard }: RefusedProps) {
  const words = useVisitMessages().report;
  const theirs = error.code === 'stale_version' ? versionIn(error.current) : null;
  if (theirs !== null) return <Conflict onTheirs={onDiscard} onMine={() => onRetry(theirs)} />;
  return <ErrorNote error={error} title={words.failed} keepsInput onRetry={() => onRetry()} />;
}

/** The version of the report as it is now, from the refusal of a stale one. */
function versionIn(current: unknown): number | null {
  if (typeof current !== 'object' || current === null || !('version' in current)) return null;
  return typeof current.version === 'number' ? current.version : null;
}

function Conflict({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const words = useVisitMessages().report;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{words.stale}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onTheirs}>{words.theirs}</Button>
        <Button onClick={onMine}>{words.mine}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 239px), (max-height: 239px)': { position: 'static' },
  },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    '@media (max-width: 599px)': { '& .fui-Button': { minHeight: '44px' } },
  },
  save: { flexGrow: 1 },
});
