// One complaint: where it stands, what is due, its escalation and its story, and the moves open to the reader.
import { Badge, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { getComplaint, type Complaint, type ComplaintEvent } from '#contract/complaint.ts';
import { ChangesSection } from '../audit/changes-section.tsx';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { ComplaintFacts } from './complaint-facts.tsx';
import { ComplaintMoves } from './complaint-moves.tsx';
import { EscalationSection } from './escalation-section.tsx';

const MeasuresSection = lazy(() =>
  import('./measures-section.tsx').then((module) => ({ default: module.MeasuresSection })),
);

const SatisfactionSection = lazy(() =>
  import('./satisfaction-section.tsx').then((module) => ({ default: module.SatisfactionSection })),
);

const CauseSection = lazy(() =>
  import('./cause-section.tsx').then((module) => ({ default: module.CauseSection })),
);

type ComplaintScreenProps = {
  complaintId: string;
  onBack: () => void;
  /** Absent beside the customer's own mail, where the customer is one step back. */
  onOpenCustomer?: (id: string) => void;
  /** Leads to a former complaint; absent where none can be opened. */
  onOpenComplaint?: (id: string) => void;
  /** Opens a reply draft; absent where the host has none. */
  onReplyWith?: ((html: string) => Promise<void>) | undefined;
};

const everyMs = 30_000;

export function ComplaintScreen({ complaintId, onBack, ...opening }: ComplaintScreenProps) {
  const messages = useMessages();
  const state = useReply(getComplaint, { id: complaintId }, { everyMs });
  if (state.reply) {
    return <ComplaintView {...state.reply} {...opening} onBack={onBack} onReload={state.reload} />;
  }
  return (
    <View title={messages.cockpit.activityKinds.complaint} onBack={onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={messages.common.loading} />}>
        {() => null}
      </Loaded>
    </View>
  );
}

type ComplaintViewProps = Pick<ComplaintScreenProps, 'onOpenCustomer' | 'onOpenComplaint' | 'onReplyWith'> & {
  complaint: Complaint;
  events: ComplaintEvent[];
  onBack: () => void;
  onReload: () => void;
};

function ComplaintView({ complaint, events, onBack, onReload, ...opening }: ComplaintViewProps) {
  const { onOpenCustomer, onOpenComplaint, onReplyWith } = opening;
  const styles = useStyles();
  const handles = useRights().may('complaint.handle');
  const messages = useMessages();
  return (
    <View
      title={complaint.number}
      onBack={onBack}
      foot={<ComplaintMoves complaint={complaint} onReload={onReload} />}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{complaint.title}</h2>
        <div className={styles.company}>
          {onOpenCustomer ? (
            <Link as="button" onClick={() => onOpenCustomer(complaint.customer.id)}>
              {complaint.customer.name}
            </Link>
          ) : (
            complaint.customer.name
          )}
          <CustomerMarks customer={complaint.customer} />
        </div>
        <Badge appearance="outline" color="informative" shape="rounded">
          {complaintWords(messages).states[complaint.state]}
        </Badge>
      </div>
      <Suspense fallback={null}>
        {handles && ['answered', 'closed'].includes(complaint.state) && (
          <SatisfactionSection complaint={complaint} onReplyWith={onReplyWith} />
        )}
      </Suspense>
      <ComplaintFacts complaint={complaint} />
      {complaint.escalation && <EscalationSection complaint={complaint} escalation={complaint.escalation} />}
      <Suspense fallback={null}>{handles && <MeasuresSection complaint={complaint} />}</Suspense>
      <Suspense fallback={null}>
        {handles && <CauseSection complaint={complaint} onOpenComplaint={onOpenComplaint} />}
      </Suspense>
      <Story events={events} customer={complaint.customer.name} />
      <ChangesSection recordKind="complaint" recordId={complaint.id} />
    </View>
  );
}

/** Newest first. */
function Story({ events, customer }: { events: ComplaintEvent[]; customer: string }) {
  const messages = useMessages();
  const format = useFormat();
  const words = complaintWords(messages);
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at));
  const textOf = (event: ComplaintEvent) => {
    if (event.kind === 'next_day') return format.date(event.text);
    if (isAnswer(event)) return counted(event.text, words.detail.scoreOf);
    if (event.kind === 'escalation_extended') return counted(event.text, words.detail.extended);
    return isSeverity(event) ? words.severities[event.text] : event.text;
  };
  return (
    <Section title={words.detail.story}>
      <Rows>
        {newestFirst.map((event, index) => (
          <Row
            key={index}
            title={[words.events[event.kind] ?? words.events.other, textOf(event)].filter(Boolean).join(': ')}
            detail={event.by?.name ?? (isAnswer(event) ? customer : words.detail.noOne)}
            right={format.relativeDay(event.at)}
            rightDetail={format.time(event.at)}
            isRightQuiet
            wrapsTitle
          />
        ))}
      </Rows>
    </Section>
  );
}

/** What the customer said on the survey page. */
function isAnswer({ kind }: ComplaintEvent): boolean {
  return kind === 'survey_answered' || kind === 'survey_changed';
}

/** A number stands in the first line, what somebody wrote about it below. */
function counted(text: string, say: (count: string) => string): string {
  const [count = '', ...written] = text.split('\n');
  return [say(count), written.join(' ')].filter(Boolean).join(', ');
}

function isSeverity(event: ComplaintEvent): event is ComplaintEvent & { text: Complaint['severity'] } {
  return event.kind === 'severity_changed' && ['low', 'medium', 'high'].includes(event.text);
}

const useStyles = makeStyles({
  head: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  company: { ...typographyStyles.body1, margin: 0, marginBottom: tokens.spacingVerticalXS },
});
