// The body of the log form: text, attachments, links, follow-up, visibility. Every part can be left out one by one.
import { makeStyles, tokens } from '@fluentui/react-components';
import { visibilities, type MailPreview } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { toggled, type LogFields } from './log-fields.ts';
import { LogFollowUp } from './log-follow-up.tsx';
import { LogLinks } from './log-links.tsx';
import { LogText } from './log-text.tsx';
import { useAudience } from './use-audience.ts';

export type LogPartProps = {
  preview: MailPreview;
  fields: LogFields;
  onChange: (part: Partial<LogFields>) => void;
};
type LogFormProps = LogPartProps & { cockpit: Cockpit };

/** Enter in its fields does not log: nothing is stored by accident. */
export function LogForm({ cockpit, preview, fields, onChange }: LogFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.activity.log;
  const audience = useAudience(cockpit.customer);
  const part = { preview, fields, onChange };
  return (
    <form aria-label={words.heading} className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <LogText {...part} />
      {preview.attachments.length > 0 && <LogAttachments {...part} />}
      <LogLinks {...part} customerId={cockpit.customer.id} />
      <LogFollowUp {...part} />
      <div className={styles.field}>
        <ChoiceField
          label={words.visibility}
          isStrong
          options={visibilities.map((value) => ({ value, label: audience.labels[value] }))}
          value={fields.visibility}
          onChange={(visibility) => onChange({ visibility })}
        />
      </div>
    </form>
  );
}

function LogAttachments({ preview, fields, onChange }: LogPartProps) {
  const messages = useMessages();
  const format = useFormat();
  const words = messages.activity.log;
  const chosen = preview.attachments.filter((each) => fields.attachmentIds.includes(each.id));
  const bytes = chosen.reduce((sum, each) => sum + each.sizeBytes, 0);
  const all = format.number(preview.attachments.length);
  // What is proposed comes first, signature pictures and what cannot be stored after it.
  const inOrder = [...preview.attachments].sort((a, b) => Number(a.note !== null) - Number(b.note !== null));
  const aside =
    chosen.length === 0
      ? words.noneChosen(all)
      : words.chosen(format.number(chosen.length), all, format.fileSize(bytes));
  return (
    <Section title={words.attachments} aside={aside} isPlain>
      {inOrder.map((attachment) => (
        <CheckRow
          key={attachment.id}
          label={
            attachment.note === null
              ? attachment.name
              : words.withNote(attachment.name, messages.activity.attachmentNotes[attachment.note])
          }
          aside={format.fileSize(attachment.sizeBytes)}
          isChecked={fields.attachmentIds.includes(attachment.id)}
          isDisabled={attachment.note === 'too_large' || attachment.note === 'refused_type'}
          onChange={(isChosen) =>
            onChange({ attachmentIds: toggled(fields.attachmentIds, attachment.id, isChosen) })
          }
        />
      ))}
    </Section>
  );
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXS,
  },
  field: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
});
