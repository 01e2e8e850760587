// The text that will be stored: three lines of it, editable; the quoted history is offered and off.
import { Link, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import type { LogPartProps } from './log-form.tsx';

export function LogText({ preview, fields, onChange }: LogPartProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const id = useId();
  const words = messages.activity.log;
  const isEdited = fields.editedText !== null;
  const count = preview.quotedMailCount;
  return (
    <Section
      title={words.text}
      isPlain
      aside={
        <Link
          as="button"
          type="button"
          className={styles.link}
          onClick={() => onChange({ editedText: isEdited ? null : preview.text })}
        >
          {isEdited ? words.resetText : messages.common.edit}
        </Link>
      }
    >
      {isEdited ? (
        <Textarea
          id={id}
          aria-label={words.editedText}
          className={styles.input}
          rows={6}
          resize="vertical"
          value={fields.editedText ?? ''}
          onChange={(_, data) => onChange({ editedText: data.value })}
        />
      ) : (
        <div className={styles.box}>
          <p className={styles.preview}>{preview.text.trim() === '' ? words.emptyText : preview.text}</p>
        </div>
      )}
      {preview.quotedText !== '' && (
        <CheckRow
          label={words.keepQuoted}
          aside={count === 1 ? words.oneQuotedMail : words.quotedMails(format.number(count))}
          isChecked={fields.keepQuotedHistory}
          onChange={(keepQuotedHistory) => onChange({ keepQuotedHistory })}
        />
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  link: { ...typographyStyles.caption1, minHeight: '24px' },
  input: { width: '100%' },
  box: {
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  preview: {
    ...typographyStyles.body1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    WebkitLineClamp: '3',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
});
