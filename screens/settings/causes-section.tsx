// "Ursachen" in the settings: the tree of causes of complaints, maintained by the administration.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { createComplaintCause, listComplaintCauses, type ComplaintCause } from '#contract/complaint-cause.ts';
import { useCauseSettingsMessages } from '../messages/complaint-cause-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { CauseRefusal } from './cause-refusal.tsx';
import { CauseRow } from './cause-row.tsx';
import { RankingSetting } from './ranking-setting.tsx';

export function CausesSection() {
  const styles = useStyles();
  const words = useCauseSettingsMessages();
  const state = useReply(listComplaintCauses, {});
  const [under, setUnder] = useState<ComplaintCause | null>(null);
  return (
    <section aria-label={words.title} className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.intro}>{words.intro}</p>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={8} />}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className={styles.intro}>{words.empty}</p>}
            <ul className={styles.list} aria-label={words.list}>
              {items.map((cause) => (
                <CauseRow key={cause.id} cause={cause} items={items} onAddUnder={() => setUnder(cause)}>
                  {under?.id === cause.id && <NewCause parent={cause} onDone={() => setUnder(null)} />}
                </CauseRow>
              ))}
            </ul>
            <NewCause parent={null} />
          </>
        )}
      </Loaded>
      <RankingSetting />
    </section>
  );
}

function NewCause({ parent, onDone }: { parent: ComplaintCause | null; onDone?: () => void }) {
  const styles = useStyles();
  const words = useCauseSettingsMessages();
  const [name, setName] = useState('');
  const { send, isSending, error } = useSend(createComplaintCause, {
    onDone: () => {
      setName('');
      onDone?.();
    },
  });
  return (
    <>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') send({ name: name.trim(), parentId: parent?.id ?? null });
        }}
      >
        <div className={styles.name}>
          <TextField
            label={parent === null ? words.newTop : words.newUnder(parent.name)}
            maxLength={100}
            value={name}
            onChange={setName}
          />
        </div>
        <Button type="submit" icon={<Add16Regular />} disabledFocusable={isSending || name.trim() === ''}>
          {words.add}
        </Button>
      </form>
      {error && !isSending && <CauseRefusal error={error} />}
    </>
  );
}

const useStyles = makeStyles({
  section: { maxWidth: '640px', padding: tokens.spacingHorizontalL },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, marginBottom: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalXS },
  name: { flex: '1 1 180px', minWidth: 0 },
});
