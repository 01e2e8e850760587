// Where a visit stands on its way into its person's Outlook calendar, with another try where it failed.
import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowSync16Regular,
  CalendarCheckmark16Regular,
  CalendarCancel16Regular,
  PersonClock16Regular,
} from '@fluentui/react-icons';
import type { Visit } from '#contract/visit.ts';
import { retryVisit } from '#contract/visit.ts';
import { useVisitMessages, type VisitMessages } from '../messages/visit-messages.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';

const icons = {
  none: CalendarCancel16Regular,
  pending: ArrowSync16Regular,
  in_calendar: CalendarCheckmark16Regular,
  waiting_for_sign_in: PersonClock16Regular,
  failed: CalendarCancel16Regular,
};

/** What went wrong, in words; null when nothing did. */
export function problemOf({ calendar }: Visit, words: VisitMessages['calendar']): string | null {
  const { problem, state } = calendar;
  if (problem === null || state === 'in_calendar' || state === 'waiting_for_sign_in') return null;
  return words.problems[knownProblem(problem)];
}

function knownProblem(problem: string): keyof VisitMessages['calendar']['problems'] {
  const known = ['deleted_in_calendar', 'consent_required', 'outside_unavailable'] as const;
  return known.find((one) => one === problem) ?? 'other';
}

export function CalendarState({ visit }: { visit: Visit }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useVisitMessages().calendar;
  const { send, isSending } = useSend(retryVisit);
  const { state, nextAttemptAt, link } = visit.calendar;
  const Icon = icons[state];
  const problem = problemOf(visit, words);
  if (visit.state !== 'planned') return null;
  return (
    <p className={styles.line} role="status">
      <Icon aria-hidden className={state === 'failed' ? styles.failed : styles.icon} />
      <span>
        {words.states[state]}
        {problem !== null && `: ${problem}`}
        {nextAttemptAt !== null && `. ${words.nextAttempt(format.moment(nextAttemptAt))}`}
      </span>
      {state === 'failed' && visit.canChange && (
        <Button size="small" disabledFocusable={isSending} onClick={() => send({ id: visit.id })}>
          {words.retry}
        </Button>
      )}
      {state === 'in_calendar' && link !== null && (
        <Link href={link} target="_blank" rel="noreferrer" className="no-print">
          {words.open}
        </Link>
      )}
    </p>
  );
}

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0 },
  failed: { flexShrink: 0, color: tokens.colorStatusDangerForeground3 },
});
