// What a move needs to be told: a text, an amount, a person. Opens below the button that asked for it.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Person } from '#contract/user.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { parseEuro } from '../money.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DateChoice } from '../ui/date-choice.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';

export interface MoveNeeds {
  text?: { label: string; isRequired: boolean };
  asksGoodwill?: boolean;
  asksPerson?: boolean;
  asksDay?: boolean;
  asksHours?: boolean;
}
export interface MoveAnswers {
  text: string;
  goodwillCents: number | null;
  assigneeId: string | null;
  untilOn: string | null;
  extraHours: number | null;
}

type MoveFormProps = {
  title: string;
  needs: MoveNeeds;
  isSending: boolean;
  onSubmit: (answers: MoveAnswers) => void;
  onCancel: () => void;
};

export function MoveForm({ title, needs, isSending, onSubmit, onCancel }: MoveFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = complaintWords(messages).move;
  const [text, setText] = useState('');
  const [goodwill, setGoodwill] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [hours, setHours] = useState<ExtraHours>('8');
  const problems = useFieldProblems(null, {
    ...missingOf(needs, { text, person, day }, messages.common.required),
    ...goodwillProblem(goodwill, words.goodwillUnfit),
  });
  const handleSubmit = () => {
    if (!problems.check()) return;
    onSubmit({
      text,
      goodwillCents: parseEuro(goodwill),
      assigneeId: person?.id ?? null,
      untilOn: day,
      extraHours: needs.asksHours ? Number(hours) : null,
    });
  };
  return (
    <FormBody label={title} onSubmit={handleSubmit}>
      {needs.asksHours && <HoursField value={hours} onChange={setHours} />}
      {needs.text && (
        <TextField
          label={needs.text.label}
          rows={3}
          maxLength={2000}
          isRequired={needs.text.isRequired}
          value={text}
          problem={problems.of('text')}
          onChange={setText}
        />
      )}
      {needs.asksGoodwill && (
        <TextField
          label={words.goodwill}
          value={goodwill}
          problem={problems.of('goodwill')}
          onChange={setGoodwill}
        />
      )}
      {needs.asksPerson && (
        <Labelled label={words.assignee} isRequired problem={problems.of('person')}>
          <PersonPicker value={person} onChange={setPerson} />
        </Labelled>
      )}
      {needs.asksDay && <DayField value={day} problem={problems.of('day')} onChange={setDay} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={handleSubmit}>
          {title}
        </Button>
        <Button onClick={onCancel}>{messages.common.cancel}</Button>
      </div>
    </FormBody>
  );
}

/** One, two and five days of eight hours. */
const extraHours = ['8', '16', '40'] as const;
type ExtraHours = (typeof extraHours)[number];

function HoursField({ value, onChange }: { value: ExtraHours; onChange: (hours: ExtraHours) => void }) {
  const words = complaintWords(useMessages()).move;
  const options = extraHours.map((one) => ({ value: one, label: words.hours(one) }));
  return <ChoiceField label={words.extraHours} options={options} value={value} onChange={onChange} />;
}

type Given = { text: string; person: Person | null; day: string | null };

/** The sentence for each field that is needed and missing. */
function missingOf(needs: MoveNeeds, given: Given, sentence: string): Record<string, string> {
  const isMissing = {
    text: needs.text?.isRequired === true && given.text.trim() === '',
    person: needs.asksPerson === true && given.person === null,
    day: needs.asksDay === true && given.day === null,
  };
  const missing = Object.entries(isMissing).filter(([, is]) => is);
  return Object.fromEntries(missing.map(([field]) => [field, sentence]));
}

type DayFieldProps = {
  value: string | null;
  problem: string | undefined;
  onChange: (day: string | null) => void;
};

function DayField({ value, problem, onChange }: DayFieldProps) {
  const styles = useStyles();
  const words = complaintWords(useMessages()).move;
  const problemId = useId();
  return (
    <div className={styles.day}>
      <span aria-hidden>{words.untilOn}</span>
      <DateChoice label={words.untilOn} value={value} onChange={onChange} describedBy={problemId} />
      <p id={problemId} className={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}

/** No amount is fine, an unreadable one is not. */
function goodwillProblem(text: string, sentence: string): Record<string, string> {
  return text.trim() !== '' && parseEuro(text) === null ? { goodwill: sentence } : {};
}

const useStyles = makeStyles({
  day: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  problem: { ...typographyStyles.caption1, margin: 0, color: tokens.colorStatusDangerForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
