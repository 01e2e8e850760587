// What is done about a complaint and what it costs; goodwill above the limit waits for a second person.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Toolbox20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  addComplaintNote,
  decideMeasure,
  listMeasures,
  type ComplaintMeasure,
} from '#contract/complaint-measure.ts';
import type { Complaint } from '#contract/complaint.ts';
import { useMeasureMessages, type MeasureMessages } from '../messages/measure-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { MeasureForm } from './measure-form.tsx';
import { MoveForm } from './move-form.tsx';

type Open = 'measure' | 'note' | 'hand-over' | null;

/** For the staff only; partners do not see what is done inside. */
export function MeasuresSection({ complaint }: { complaint: Complaint }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useMeasureMessages();
  const [open, setOpen] = useState<Open>(null);
  // another version may bring other measures
  const state = useReply(listMeasures, { id: complaint.id }, { key: `${complaint.id}:${complaint.version}` });
  const costs = state.reply?.costCents ?? 0;
  return (
    <Section title={words.title} {...(costs > 0 ? { aside: words.costs(format.euro(costs)) } : {})}>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={2} />}>
        {({ items, goodwillLeftCents, canAdd }) => (
          <>
            {items.length === 0 && <p className={styles.quiet}>{words.empty}</p>}
            <Rows label={words.title}>
              {items.map((measure) => (
                <MeasureRow key={measure.id} complaintId={complaint.id} measure={measure} />
              ))}
            </Rows>
            {open === 'measure' && (
              <MeasureForm
                complaintId={complaint.id}
                leftCents={goodwillLeftCents}
                onDone={() => setOpen(null)}
              />
            )}
            {open === 'note' && <NoteForm complaintId={complaint.id} onDone={() => setOpen(null)} />}
            {open === 'hand-over' && <HandOverForm complaint={complaint} onDone={() => setOpen(null)} />}
            {open === null && (
              <div className={styles.buttons}>
                {canAdd && (
                  <Button size="small" onClick={() => setOpen('hand-over')}>
                    {words.handOver}
                  </Button>
                )}
                {canAdd && (
                  <Button size="small" onClick={() => setOpen('measure')}>
                    {words.add}
                  </Button>
                )}
                <Button size="small" onClick={() => setOpen('note')}>
                  {words.note}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function MeasureRow({ complaintId, measure }: { complaintId: string; measure: ComplaintMeasure }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useMeasureMessages();
  const [isRefusing, setIsRefusing] = useState(false);
  const { send, isSending, error } = useSend(decideMeasure, { onDone: () => setIsRefusing(false) });
  const decide = (move: 'approve' | 'refuse', text = '') =>
    send({ id: complaintId, measureId: measure.id, move, text });
  const { state } = measure;
  return (
    <>
      <Row
        icon={<Toolbox20Regular />}
        title={words.kinds[measure.kind]}
        detail={detailOf(measure, words)}
        wrapsDetail
        right={measure.costCents > 0 ? format.euro(measure.costCents) : ''}
        rightDetail={words.states[state]}
        rightTone={state === 'requested' ? 'warning' : 'neutral'}
      />
      {error && !isSending && <ErrorNote error={error} title={words.failed} />}
      {measure.moves.length > 0 && !isRefusing && (
        <li className={styles.buttons}>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={isSending}
            onClick={() => decide('approve')}
          >
            {words.approve}
          </Button>
          <Button size="small" onClick={() => setIsRefusing(true)}>
            {words.refuse}
          </Button>
        </li>
      )}
      {isRefusing && (
        <li>
          <MoveForm
            title={words.refuse}
            needs={{ text: { label: words.refuseText, isRequired: true } }}
            isSending={isSending}
            onSubmit={({ text }) => decide('refuse', text)}
            onCancel={() => setIsRefusing(false)}
          />
        </li>
      )}
    </>
  );
}

/** What exactly, who asked, whose decision it waits for, and what was decided. */
function detailOf(measure: ComplaintMeasure, words: MeasureMessages): string {
  const { askedBy, decider, decision, state } = measure;
  const asker = state === 'requested' && decider ? words.waitsFor(askedBy.name, decider.name) : askedBy.name;
  const say = words.decided[state === 'refused' ? 'refused' : 'agreed'];
  return [measure.text, asker, decision && say(decision.by.name, decision.text)].filter(Boolean).join(' · ');
}

function NoteForm({ complaintId, onDone }: { complaintId: string; onDone: () => void }) {
  const words = useMeasureMessages();
  const { send, isSending, error } = useSend(addComplaintNote, { onDone });
  return (
    <>
      {error && !isSending && <ErrorNote error={error} title={words.failed} keepsInput />}
      <MoveForm
        title={words.note}
        needs={{ text: { label: words.noteText, isRequired: true } }}
        isSending={isSending}
        onSubmit={({ text }) => send({ id: complaintId, text })}
        onCancel={onDone}
      />
    </>
  );
}

const useStyles = makeStyles({
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    listStyleType: 'none',
  },
});
