// What was talked about, and what the customer answered to the company's questions.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { interests } from '#contract/visit-report.ts';
import type { VisitQuestion } from '#contract/visit-question.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ReportFormParts } from './report-form.tsx';

const mostAtFirst = 5;

/** Groups the customer buys come first; a tick opens how interested he is. */
export function GroupsFields({ form, fields, onChange }: ReportFormParts) {
  const styles = useStyles();
  const { report: words, interests: names } = useVisitMessages();
  const [showsAll, setShowsAll] = useState(false);
  const { groups } = fields;
  const shown = form.productGroups.filter(
    (group, index) => showsAll || index < mostAtFirst || groups[group.id] !== undefined,
  );
  const handleTick = (id: string, isChecked: boolean) => {
    const { [id]: _, ...others } = groups;
    onChange({ groups: isChecked ? { ...others, [id]: 'talked' } : others });
  };
  if (form.productGroups.length === 0) return null;
  return (
    <div role="group" aria-label={words.groups}>
      <span className={styles.label}>{words.groups}</span>
      {shown.map((group) => {
        const interest = groups[group.id];
        return (
          <div key={group.id}>
            <CheckRow
              label={group.name}
              isChecked={interest !== undefined}
              onChange={(isChecked) => handleTick(group.id, isChecked)}
            />
            {interest !== undefined && (
              <ChoiceButtons
                label={words.interestOf(group.name)}
                columns={3}
                choices={interests.map((value) => ({ value, label: names[value] }))}
                value={interest}
                onChange={(next) => onChange({ groups: { ...groups, [group.id]: next ?? interest } })}
              />
            )}
          </div>
        );
      })}
      {form.productGroups.length > mostAtFirst && (
        <Button appearance="subtle" size="small" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? words.fewerGroups : words.allGroups}
        </Button>
      )}
    </div>
  );
}

export function QuestionsFields({ form, fields, onChange }: ReportFormParts) {
  const words = useVisitMessages().report;
  if (form.questions.length === 0) return null;
  return (
    <>
      {form.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          yes={words.yes}
          no={words.no}
          value={fields.answers[question.id] ?? ''}
          onChange={(answer) => onChange({ answers: { ...fields.answers, [question.id]: answer } })}
        />
      ))}
    </>
  );
}

type QuestionFieldProps = {
  question: VisitQuestion;
  yes: string;
  no: string;
  value: string;
  onChange: (answer: string) => void;
};

const scores = ['1', '2', '3', '4', '5'];

/** Every question may be left open: pressing the chosen answer takes it back. */
function QuestionField({ question, yes, no, value, onChange }: QuestionFieldProps) {
  if (question.kind === 'text') {
    return <TextField label={question.text} maxLength={2000} value={value} onChange={onChange} />;
  }
  const choices = question.kind === 'score' ? scores : [yes, no];
  return (
    <Labelled label={question.text}>
      <ChoiceButtons
        label={question.text}
        columns={question.kind === 'score' ? 3 : 2}
        choices={choices.map((choice) => ({ value: choice, label: choice }))}
        value={value === '' ? null : value}
        onChange={(choice) => onChange(choice ?? '')}
        isOptional
      />
    </Labelled>
  );
}

const useStyles = makeStyles({
  label: { ...typographyStyles.body1, display: 'block', paddingBottom: tokens.spacingVerticalXS },
});
