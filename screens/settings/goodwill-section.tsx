// "Kulanz" in the settings: how much each role may grant alone.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { getGoodwillLimits, updateGoodwillLimits, type GoodwillLimits } from '#contract/complaint-measure.ts';
import { useGoodwillMessages } from '../messages/measure-messages.ts';
import { parseEuro } from '../money.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

export function GoodwillSection() {
  const styles = useStyles();
  const words = useGoodwillMessages();
  const state = useReply(getGoodwillLimits, {});
  return (
    <section aria-label={words.title} className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.intro}>{words.intro}</p>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={3} />}>
        {(limits) => <LimitsForm key={limits.version} limits={limits} />}
      </Loaded>
    </section>
  );
}

const textOf = (cents: number | null) => (cents === null ? '' : String(cents / 100).replace('.', ','));
const isFit = (text: string) => text.trim() === '' || parseEuro(text) !== null;

function LimitsForm({ limits }: { limits: GoodwillLimits }) {
  const styles = useStyles();
  const words = useGoodwillMessages();
  const notify = useNotify();
  const [sales, setSales] = useState(textOf(limits.salesCents));
  const [manager, setManager] = useState(textOf(limits.managerCents));
  const [admin, setAdmin] = useState(textOf(limits.adminCents));
  const { send, isSending, error } = useSend(updateGoodwillLimits, {
    onDone: () => notify({ title: words.saved }),
  });
  const handleSave = () => {
    if (![sales, manager, admin].every(isFit)) return;
    send(
      { salesCents: parseEuro(sales), managerCents: parseEuro(manager), adminCents: parseEuro(admin) },
      { ifMatch: limits.version },
    );
  };
  const problem = (text: string) => (isFit(text) ? undefined : words.unfit);
  return (
    <FormBody isFlush label={words.title} onSubmit={handleSave}>
      {error && !isSending && (
        <ErrorNote error={error} title={error.code === 'stale_version' ? words.stale : words.failed} />
      )}
      <TextField label={words.sales} value={sales} problem={problem(sales)} onChange={setSales} />
      <TextField label={words.manager} value={manager} problem={problem(manager)} onChange={setManager} />
      <TextField label={words.admin} value={admin} problem={problem(admin)} onChange={setAdmin} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={handleSave}>
          {words.save}
        </Button>
      </div>
    </FormBody>
  );
}

const useStyles = makeStyles({
  section: { maxWidth: '640px', padding: tokens.spacingHorizontalL },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex' },
});
