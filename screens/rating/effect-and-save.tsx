// First the effect, then saving: nobody moves a thousand customers by a slip of the keyboard.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { saveRatingRules } from '#contract/rating.ts';
import type { Strategies } from '#contract/rating-scale.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { PreviewPanel } from './preview-panel.tsx';
import type { RatingEffect } from './use-effect-of.ts';

type EffectAndSaveProps = {
  version: number;
  strategy: Strategies;
  effect: RatingEffect;
  onReset: () => void;
};

export function EffectAndSave({ version, strategy, effect, onReset }: EffectAndSaveProps) {
  const styles = useStyles();
  const words = useRatingMessages();
  const notify = useNotify();
  const format = useFormat();
  const [note, setNote] = useState('');
  const saving = useSend(saveRatingRules, {
    onDone: (reply) =>
      notify({
        title: words.save.done(String(reply.version), format.number(reply.moved)),
        intent: 'success',
      }),
  });
  const isReady = effect.preview !== null && !effect.isOutdated;
  return (
    <div className={styles.parts}>
      <div className={styles.buttons}>
        <Button
          appearance={isReady ? 'secondary' : 'primary'}
          disabledFocusable={effect.isChecking}
          onClick={effect.check}
        >
          {effect.isChecking ? words.preview.checking : words.preview.action}
        </Button>
        <Button appearance="subtle" onClick={onReset}>
          {words.save.reset}
        </Button>
      </div>
      {effect.error && <ErrorNote error={effect.error} onRetry={effect.check} />}
      {effect.preview && <PreviewPanel preview={effect.preview} isOutdated={effect.isOutdated} />}
      {isReady ? (
        <div className={styles.save}>
          <TextField label={words.save.note} value={note} maxLength={500} onChange={setNote} />
          <Button
            appearance="primary"
            disabledFocusable={saving.isSending}
            onClick={() => saving.send({ rules: effect.rules, strategy, note }, { ifMatch: version })}
          >
            {saving.isSending ? words.save.saving : words.save.action}
          </Button>
          {saving.error && <ErrorNote error={saving.error} title={words.save.failed} keepsInput />}
        </div>
      ) : (
        <p className={styles.hint}>{words.save.first}</p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  save: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    alignItems: 'stretch',
    maxWidth: '480px',
  },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
