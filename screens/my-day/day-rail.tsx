// Beside the tasks: visits, what colleagues decided, and what is on its way to To Do.
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowSync20Regular,
  CheckmarkCircle20Regular,
  ErrorCircle20Regular,
  Location20Regular,
  LocationAdd20Regular,
  MailCheckmark20Regular,
  PersonClock20Regular,
} from '@fluentui/react-icons';
import type { MyDay } from '#contract/day.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { CustomerMarks, markedName } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

type RailProps = { day: MyDay; isHiddenOnPhone: boolean };
type OpeningRailProps = RailProps & { onOpenCustomer: (customerId: string) => void };

type VisitsProps = RailProps & { onOpenVisit: (visitId: string) => void; onOpenVisits: () => void };

export function VisitsSection({ day, isHiddenOnPhone, onOpenVisit, onOpenVisits }: VisitsProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().myDay.visits;
  const { visits, visitsDue } = day;
  return (
    <Section title={words.title} {...hiding(isHiddenOnPhone, styles.notOnPhone)}>
      {visits.length === 0 && visitsDue === 0 && <p className={styles.none}>{words.none}</p>}
      <Rows>
        {visits.map((visit) => (
          <Row
            key={visit.id}
            icon={<Location20Regular />}
            title={visit.customer.name}
            marks={<CustomerMarks customer={visit.customer} />}
            detail={visit.city ?? ''}
            right={format.time(visit.startsAt)}
            rightDetail={format.relativeDay(visit.startsAt)}
            onOpen={() => onOpenVisit(visit.id)}
          />
        ))}
        {visitsDue > 0 && (
          <Row
            icon={<LocationAdd20Regular />}
            title={visitsDue === 1 ? words.oneDue : words.due(format.number(visitsDue))}
            detail={words.dueWhy}
            onOpen={onOpenVisits}
          />
        )}
      </Rows>
    </Section>
  );
}

export function TeamSection({ day, isHiddenOnPhone, onOpenCustomer }: OpeningRailProps) {
  const styles = useStyles();
  const format = useFormat();
  const messages = useMessages();
  const words = useWideMessages().myDay.team;
  return (
    <Section title={words.title} {...hiding(isHiddenOnPhone, styles.notOnPhone)}>
      {day.team.length === 0 && <p className={styles.none}>{words.none}</p>}
      <Rows>
        {day.team.map((news) => (
          <Row
            key={`${news.at} ${news.customer.id} ${news.text}`}
            icon={news.text === 'decided' ? <CheckmarkCircle20Regular /> : <MailCheckmark20Regular />}
            title={words[news.text](news.by)}
            detail={markedName(news.customer, messages)}
            right={format.daysFromToday(news.at) === 0 ? format.time(news.at) : format.shortDate(news.at)}
            isRightQuiet
            onOpen={() => onOpenCustomer(news.customer.id)}
          />
        ))}
      </Rows>
    </Section>
  );
}

export function TransfersSection({ day, isHiddenOnPhone }: RailProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().myDay.transfers;
  const { pending, waitingForSignIn, failed, nextAttemptAt } = day.transfers;
  return (
    <Section title={words.title} {...hiding(isHiddenOnPhone, styles.notOnPhone)}>
      {pending + waitingForSignIn + failed === 0 && <p className={styles.none}>{words.none}</p>}
      <Rows>
        {pending > 0 && (
          <Row
            icon={<ArrowSync20Regular />}
            title={pending === 1 ? words.onePending : words.pending(format.number(pending))}
            detail={nextAttemptAt === null ? '' : words.nextAttempt(format.moment(nextAttemptAt))}
          />
        )}
        {waitingForSignIn > 0 && (
          <Row
            icon={<PersonClock20Regular />}
            title={words.waiting(format.number(waitingForSignIn))}
            detail={words.waitingNext}
          />
        )}
        {failed > 0 && (
          <Row
            icon={<ErrorCircle20Regular />}
            iconTone="danger"
            title={words.failed(format.number(failed))}
            detail={words.failedNext}
          />
        )}
      </Rows>
    </Section>
  );
}

function hiding(isHidden: boolean, className: string | undefined) {
  return isHidden && className !== undefined ? { className } : {};
}

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  notOnPhone: { '@media (max-width: 599px)': { display: 'none' } },
});
