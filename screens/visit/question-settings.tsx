// "Fragen bei Besuchen" in the settings: added, reworded, put in order, archived and taken back.
import { Badge, Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add20Regular, ArrowUp20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  createVisitQuestion,
  listVisitQuestions,
  questionKinds,
  updateVisitQuestion,
  type VisitQuestion,
} from '#contract/visit-question.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

export function QuestionSettings() {
  const styles = useStyles();
  const { questions: words, loading } = useVisitMessages();
  const state = useReply(listVisitQuestions, {});
  const [opened, setOpened] = useState<string | null>(null);
  const close = () => setOpened(null);
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.text}>{words.text}</p>
      {opened === 'new' ? (
        <QuestionForm question={null} onClose={close} />
      ) : (
        <Button icon={<Add20Regular />} className={styles.add} onClick={() => setOpened('new')}>
          {words.add}
        </Button>
      )}
      <Loaded state={state} waiting={<RowsSkeleton label={loading} count={4} />}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className={styles.text}>{words.empty}</p>}
            <Rows label={words.title}>
              {items.map((question, index) =>
                opened === question.id ? (
                  <li key={question.id}>
                    <QuestionForm question={question} onClose={close} />
                  </li>
                ) : (
                  <QuestionRow
                    key={question.id}
                    question={question}
                    place={index}
                    onOpen={() => setOpened(question.id)}
                  />
                ),
              )}
            </Rows>
          </>
        )}
      </Loaded>
    </div>
  );
}

type QuestionRowProps = { question: VisitQuestion; place: number; onOpen: () => void };

function QuestionRow({ question, place, onOpen }: QuestionRowProps) {
  const { questions: words } = useVisitMessages();
  const { send, isSending } = useSend(updateVisitQuestion);
  const { id, text, version, isArchived } = question;
  const detail = [words.kinds[question.kind], question.firstContactOnly ? words.firstOnly : null];
  return (
    <Row
      title={text}
      wrapsTitle
      detail={detail.filter((part) => part !== null).join(' · ')}
      {...(isArchived ? { right: <Badge appearance="outline">{words.archived}</Badge> } : {})}
      onOpen={onOpen}
      actions={
        place > 0 && !isArchived ? (
          <Button
            appearance="subtle"
            icon={<ArrowUp20Regular />}
            aria-label={words.up(text)}
            disabledFocusable={isSending}
            onClick={() => send({ id, position: place - 1 }, { ifMatch: version })}
          />
        ) : null
      }
    />
  );
}

const fresh = { text: '', kind: 'yes_no', firstContactOnly: false } as const;
type QuestionFormProps = { question: VisitQuestion | null; onClose: () => void };

function QuestionForm({ question, onClose }: QuestionFormProps) {
  const styles = useStyles();
  const { common } = useMessages();
  const { questions: words } = useVisitMessages();
  const [text, setText] = useState((question ?? fresh).text);
  const [kind, setKind] = useState<VisitQuestion['kind']>((question ?? fresh).kind);
  const [firstContactOnly, setFirstOnly] = useState((question ?? fresh).firstContactOnly);
  const create = useSend(createVisitQuestion, { onDone: onClose });
  const update = useSend(updateVisitQuestion, { onDone: onClose });
  const { error } = question === null ? create : update;
  const problems = useFieldProblems(error, text.trim() === '' ? { text: common.required } : {});
  const handleSubmit = () => {
    if (!problems.check()) return;
    const fields = { text, kind, firstContactOnly };
    if (question === null) return create.send(fields);
    update.send({ id: question.id, ...fields }, { ifMatch: question.version });
  };
  return (
    <FormBody label={words.question} onSubmit={handleSubmit} isFlush>
      <TextField
        label={words.question}
        isRequired
        maxLength={500}
        value={text}
        problem={problems.of('text')}
        onChange={setText}
      />
      <ChoiceField
        label={words.kind}
        options={questionKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <Checkbox
        label={words.firstOnly}
        checked={firstContactOnly}
        onChange={(_event, data) => setFirstOnly(data.checked === true)}
      />
      {error && <ErrorNote error={error} title={words.failed} keepsInput onRetry={handleSubmit} />}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={handleSubmit}>
          {words.save}
        </Button>
        {question && <ArchiveButton question={question} onDone={onClose} />}
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </FormBody>
  );
}

function ArchiveButton({ question, onDone }: { question: VisitQuestion; onDone: () => void }) {
  const { questions: words } = useVisitMessages();
  const { send } = useSend(updateVisitQuestion, { onDone });
  const { id, version, isArchived } = question;
  return (
    <Button onClick={() => send({ id, isArchived: !isArchived }, { ifMatch: version })}>
      {isArchived ? words.restore : words.archive}
    </Button>
  );
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalL,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  add: { alignSelf: 'flex-start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
