// The follow-up of a mail: a day in two clicks; its title is suggested and can be changed once a day is chosen.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../messages/use-messages.ts';
import { DateChoice } from '../ui/date-choice.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { LogPartProps } from './log-form.tsx';

const maxTitle = 255;

export function LogFollowUp({ fields, onChange }: LogPartProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.activity.log;
  return (
    <Section title={words.followUp} aside={messages.common.optional} isPlain>
      <div className={styles.body}>
        <DateChoice
          label={messages.followUp.choice.label}
          value={fields.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
          isOptional
        />
        {fields.dueOn !== null && (
          <TextField
            label={words.followUpTitle}
            value={fields.followUpTitle}
            maxLength={maxTitle}
            onChange={(followUpTitle) => onChange({ followUpTitle })}
          />
        )}
      </div>
    </Section>
  );
}

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingTop: '2px' },
});
