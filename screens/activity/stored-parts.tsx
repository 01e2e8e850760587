// "Gespeichert": what an entry holds, line by line: text, attachments, links, who sees it.
import { Link, makeStyles, typographyStyles } from '@fluentui/react-components';
import { Attach20Regular, Eye20Regular, Link20Regular, TextQuote20Regular } from '@fluentui/react-icons';
import type { Activity, RecordLink, StoredAttachment } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { GoTo } from '../cockpit/place.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useAudience } from './use-audience.ts';

type StoredPartsProps = { activity: Activity; cockpit: Cockpit; onGoTo: GoTo };

export function StoredParts({ activity, cockpit, onGoTo }: StoredPartsProps) {
  const messages = useMessages();
  const format = useFormat();
  const words = messages.activity.logged;
  const audience = useAudience(cockpit.customer);
  const { attachments } = activity;
  const bytes = attachments.reduce((sum, each) => sum + each.sizeBytes, 0);
  const count = attachments.length;
  return (
    <Section title={words.saved}>
      <Rows>
        <Row
          icon={<TextQuote20Regular />}
          title={activity.hasQuotedHistory ? words.textWithHistory : words.textOnly}
        />
        {count > 0 && (
          <Row
            icon={<Attach20Regular />}
            title={count === 1 ? words.oneAttachment : words.attachments(format.number(count))}
            detail={attachments.map((each) => attachmentText(each, messages)).join(', ')}
            right={format.fileSize(bytes)}
            isRightQuiet
          />
        )}
        {activity.links.map((link) => (
          <LinkRow key={link.id} link={link} cockpit={cockpit} onGoTo={onGoTo} />
        ))}
        <Row icon={<Eye20Regular />} {...visibilityText(activity, messages, audience)} />
      </Rows>
    </Section>
  );
}

function attachmentText(attachment: StoredAttachment, messages: Messages): string {
  if (attachment.state === 'stored') return attachment.name;
  return messages.activity.log.withNote(
    attachment.name,
    messages.activity.attachmentStates[attachment.state],
  );
}

function visibilityText(
  { visibility }: Activity,
  messages: Messages,
  { team, people }: ReturnType<typeof useAudience>,
) {
  const words = messages.activity.logged;
  if (visibility === 'me') return { title: words.visibleForMe };
  if (visibility === 'all') return { title: words.visibleForAll };
  return people === ''
    ? { title: words.visibleFor(team) }
    : { title: words.visibleFor(team), detail: people };
}

type LinkRowProps = { link: RecordLink; cockpit: Cockpit; onGoTo: GoTo };

function LinkRow({ link, cockpit, onGoTo }: LinkRowProps) {
  const styles = useStyles();
  const messages = useMessages();
  const label = `${messages.cockpit.linkKinds[link.kind]} ${link.label}`;
  const subject = subjectOf(link, cockpit);
  return (
    <Row
      icon={<Link20Regular />}
      title={
        link.kind === 'complaint' ? (
          <Link
            as="button"
            className={styles.link}
            onClick={() => onGoTo({ kind: 'complaint', complaintId: link.id })}
          >
            {label}
          </Link>
        ) : (
          label
        )
      }
      {...(subject === null ? {} : { detail: subject })}
    />
  );
}

function subjectOf(link: RecordLink, cockpit: Cockpit): string | null {
  if (link.kind === 'complaint') return cockpit.complaints.find((each) => each.id === link.id)?.title ?? null;
  if (link.kind === 'quote') return cockpit.quotes.find((each) => each.id === link.id)?.title ?? null;
  return cockpit.orders.find((each) => each.id === link.id)?.summary ?? null;
}

const useStyles = makeStyles({ link: { ...typographyStyles.body1, minHeight: '20px' } });
