// The never-log list: a form for a new entry, one's own entries and the company's. In the pane and in the settings.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add16Regular, Delete16Regular, Prohibited20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { addNeverLog, listNeverLog, removeNeverLog, type NeverLogEntry } from '#contract/never-log.ts';
import type { CallError } from '../call.ts';
import { useMailRuleMessages } from '../messages/mail-rule-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

type NeverLogListsProps = {
  /** New entries are the company's; otherwise an administrator chooses and everyone else adds for himself. */
  forCompany?: boolean;
};

export function NeverLogLists({ forCompany = false }: NeverLogListsProps) {
  const { neverLog: words } = useMailRuleMessages();
  const state = useReply(listNeverLog, {});
  return (
    <>
      <NewEntry forCompany={forCompany} />
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={3} />}>
        {({ items }) => (
          <>
            {!forCompany && (
              <EntryList
                title={words.own}
                empty={words.ownEmpty}
                items={items.filter((entry) => !entry.isOfCompany)}
              />
            )}
            <EntryList
              title={words.company}
              empty={words.companyEmpty}
              items={items.filter((entry) => entry.isOfCompany)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function NewEntry({ forCompany }: { forCompany: boolean }) {
  const styles = useStyles();
  const { neverLog: words } = useMailRuleMessages();
  const { reply: me } = useMe();
  const [value, setValue] = useState('');
  const [isForCompany, setIsForCompany] = useState(forCompany);
  const [isMissing, setIsMissing] = useState(false);
  const { send, isSending, error, reset } = useSend(addNeverLog, { onDone: () => setValue('') });
  const handleAdd = () => {
    const text = value.trim();
    setIsMissing(text.length < 3);
    if (text.length >= 3)
      send({ kind: text.includes('@') ? 'address' : 'domain', value: text, forCompany: isForCompany });
  };
  const problem = isMissing ? words.missing : problemOf(error, words);
  return (
    <Section title={words.form} isPlain>
      <form
        aria-label={words.form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          handleAdd();
        }}
      >
        <TextField
          label={words.value}
          hint={words.hint}
          value={value}
          maxLength={320}
          problem={problem}
          onChange={(text) => {
            setValue(text);
            setIsMissing(false);
            reset();
          }}
        />
        {!forCompany && me?.role === 'admin' && (
          <CheckRow label={words.forCompany} isChecked={isForCompany} onChange={setIsForCompany} />
        )}
        <Button type="submit" icon={<Add16Regular />} disabledFocusable={isSending} className={styles.add}>
          {words.add}
        </Button>
        {error && !isSending && problem === undefined && (
          <ErrorNote error={error} title={error.code === 'duplicate' ? words.there : words.failed} />
        )}
      </form>
    </Section>
  );
}

/** What the server finds wrong with the value, in words. */
function problemOf(
  error: CallError | null,
  words: ReturnType<typeof useMailRuleMessages>['neverLog'],
): string | undefined {
  const field = error?.fields.find((each) => each.path === 'value');
  if (field === undefined) return undefined;
  return field.problem === 'internal' ? words.ours : words.unfit;
}

type EntryListProps = { title: string; empty: string; items: NeverLogEntry[] };

function EntryList({ title, empty, items }: EntryListProps) {
  const styles = useStyles();
  const format = useFormat();
  const { neverLog: words } = useMailRuleMessages();
  const remove = useSend(removeNeverLog);
  return (
    <Section title={title}>
      {items.length === 0 && <p className={styles.empty}>{empty}</p>}
      <Rows label={title}>
        {items.map((entry) => (
          <Row
            key={entry.id}
            icon={<Prohibited20Regular />}
            title={entry.value}
            detail={words.by(entry.by?.name ?? '–', format.shortDate(entry.addedAt))}
            actions={
              entry.canRemove && (
                <Button
                  appearance="subtle"
                  icon={<Delete16Regular />}
                  aria-label={words.remove(entry.value)}
                  onClick={() => remove.send({ id: entry.id })}
                />
              )
            }
          />
        ))}
      </Rows>
      {remove.error && <ErrorNote error={remove.error} title={words.removeFailed} />}
    </Section>
  );
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  add: { alignSelf: 'flex-start' },
  empty: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
