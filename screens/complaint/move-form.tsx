// What a move needs to be told: a text, an amount, a person. Opens below the button that asked for it.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '#contract/user.ts';
import { useMessages } from '../messages/use-messages.ts';
import { parseEuro } from '../money.ts';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';

export interface MoveNeeds {
  text?: { label: string; isRequired: boolean };
  asksGoodwill?: boolean;
  asksPerson?: boolean;
}
export interface MoveAnswers {
  text: string;
  goodwillCents: number | null;
  assigneeId: string | null;
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
  const words = messages.complaint.move;
  const [text, setText] = useState('');
  const [goodwill, setGoodwill] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const isMissing = {
    text: needs.text?.isRequired && text.trim() === '',
    person: needs.asksPerson && !person,
  };
  const problems = useFieldProblems(null, {
    ...(isMissing.text ? { text: messages.common.required } : {}),
    ...(isMissing.person ? { person: messages.common.required } : {}),
    ...goodwillProblem(goodwill, words.goodwillUnfit),
  });
  const handleSubmit = () => {
    if (problems.check())
      onSubmit({ text, goodwillCents: parseEuro(goodwill), assigneeId: person?.id ?? null });
  };
  return (
    <FormBody label={title} onSubmit={handleSubmit}>
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
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={handleSubmit}>
          {title}
        </Button>
        <Button onClick={onCancel}>{messages.common.cancel}</Button>
      </div>
    </FormBody>
  );
}

/** No amount is fine, an unreadable one is not. */
function goodwillProblem(text: string, sentence: string): Record<string, string> {
  return text.trim() !== '' && parseEuro(text) === null ? { goodwill: sentence } : {};
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
