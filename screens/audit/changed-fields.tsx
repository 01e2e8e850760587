// The fields of one change, each with the value before and after.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons';
import type { AuditChange, AuditName, AuditValue } from '#contract/audit.ts';
import { useAuditMessages, type AuditMessages } from '../messages/audit-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';

export function ChangedFields({ changes }: { changes: AuditChange[] }) {
  const styles = useStyles();
  const words = useAuditMessages();
  const { language } = useFrame();
  const toText = useValueText();
  if (changes.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {changes.map((change, index) => (
        <div key={index} className={styles.field}>
          <dt className={styles.name}>
            {change.label?.[language] ?? words.fields[change.field] ?? change.field}
          </dt>
          {change.isHidden ? (
            <dd className={styles.value}>{words.hidden}</dd>
          ) : (
            <dd className={styles.value}>
              <span className={styles.before} aria-label={words.before} role="note">
                {toText(change, change.before)}
              </span>
              <ArrowRight12Regular aria-hidden className={styles.arrow} />
              <span aria-label={words.after} role="note">
                {toText(change, change.after)}
              </span>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function useValueText(): (change: AuditChange, value: AuditValue) => string {
  const words = useAuditMessages();
  const kinds: Record<string, string> = useMessages().cockpit.activityKinds;
  const format = useFormat();
  const { language } = useFrame();
  const nameOf = (value: string | AuditName) => (typeof value === 'string' ? value : value[language]);
  return ({ field, isMoney }, value) => {
    if (value === null) return words.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return isMoney ? format.euro(value) : format.number(value);
    if (Array.isArray(value)) return value.map(nameOf).join(', ');
    if (/At$/.test(field) && !Number.isNaN(Date.parse(value))) return format.dateTime(value);
    return wordOf(words, kinds, `${field}.${value}`) ?? value;
  };
}

/** `<field>.<value>` as a word; kinds of entries are called as in the history. */
function wordOf(words: AuditMessages, kinds: Record<string, string>, name: string): string | undefined {
  return words.values[name] ?? (name.startsWith('kind.') ? kinds[name.slice('kind.'.length)] : undefined);
}

const useStyles = makeStyles({
  fields: { margin: 0, marginTop: tokens.spacingVerticalXS },
  field: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
  },
  name: { flexShrink: 0, width: '128px', color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, flex: '1 1 160px', overflowWrap: 'anywhere' },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  arrow: { marginInline: tokens.spacingHorizontalXS, verticalAlign: 'middle' },
});
