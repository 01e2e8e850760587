// "Listen": target groups, sectors and roles, maintained by the administration.
import { Button, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add16Regular, ArrowUp16Regular, Delete16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  choiceKinds,
  createChoice,
  listChoices,
  removeChoice,
  updateChoice,
  type Choice,
  type ChoiceKind,
} from '#contract/choice.ts';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useTerritoryMessages } from '../messages/territory-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

export function ChoicesSection() {
  const styles = useStyles();
  const { choices: words } = useTerritoryMessages();
  const state = useReply(listChoices, {});
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.intro}>{words.intro}</p>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
        {({ items }) =>
          choiceKinds.map((kind) => (
            <ChoiceList key={kind} kind={kind} items={items.filter((choice) => choice.kind === kind)} />
          ))
        }
      </Loaded>
    </div>
  );
}

function ChoiceList({ kind, items }: { kind: ChoiceKind; items: Choice[] }) {
  const styles = useStyles();
  const { choices: words } = useTerritoryMessages();
  const [name, setName] = useState('');
  const { send, isSending, error } = useSend(createChoice, { onDone: () => setName('') });
  const handleAdd = () => {
    if (name.trim() !== '') send({ kind, name: name.trim() });
  };
  return (
    <Section title={words.lists[kind]}>
      {items.length === 0 && <p className={styles.intro}>{words.empty}</p>}
      <ul className={styles.list} aria-label={words.lists[kind]}>
        {items.map((choice, index) => (
          <ChoiceLine key={choice.id} choice={choice} place={index} />
        ))}
      </ul>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          handleAdd();
        }}
      >
        <Input
          aria-label={words.newEntry(words.lists[kind])}
          className={styles.name}
          maxLength={100}
          value={name}
          onChange={(_event, data) => setName(data.value)}
        />
        <Button type="submit" icon={<Add16Regular />} disabledFocusable={isSending || name.trim() === ''}>
          {words.add}
        </Button>
      </form>
      {error && !isSending && <Refusal error={error} />}
    </Section>
  );
}

function ChoiceLine({ choice, place }: { choice: Choice; place: number }) {
  const styles = useStyles();
  const messages = useMessages();
  const { choices: words } = useTerritoryMessages();
  const [name, setName] = useState<string | null>(null);
  const update = useSend(updateChoice, { onDone: () => setName(null) });
  const remove = useSend(removeChoice);
  const error = update.error ?? remove.error;
  const at = { ifMatch: choice.version };
  if (name !== null) {
    return (
      <li>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') update.send({ id: choice.id, name: name.trim() }, at);
          }}
        >
          <Input
            aria-label={words.name(choice.name)}
            className={styles.name}
            maxLength={100}
            value={name}
            onChange={(_event, data) => setName(data.value)}
          />
          <Button type="submit" appearance="primary" disabledFocusable={update.isSending}>
            {words.save}
          </Button>
          <Button onClick={() => setName(null)}>{messages.common.cancel}</Button>
        </form>
        {update.error && <Refusal error={update.error} />}
      </li>
    );
  }
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.name}>{choice.name}</span>
        {place > 0 && (
          <Button
            appearance="subtle"
            icon={<ArrowUp16Regular />}
            aria-label={words.up(choice.name)}
            onClick={() => update.send({ id: choice.id, position: place - 1 }, at)}
          />
        )}
        <Button
          appearance="subtle"
          icon={<Edit16Regular />}
          aria-label={words.rename(choice.name)}
          onClick={() => setName(choice.name)}
        />
        <Button
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={words.remove(choice.name)}
          onClick={() => remove.send({ id: choice.id }, at)}
        />
      </div>
      {error && <Refusal error={error} />}
    </li>
  );
}

/** Why an entry could not be changed, with what stands in the way. */
function Refusal({ error }: { error: CallError }) {
  const format = useFormat();
  const { choices: words } = useTerritoryMessages();
  const current = typeof error.current === 'object' && error.current !== null ? error.current : {};
  const titles: Partial<Record<CallError['code'], string>> = {
    in_use: words.inUse(format.number(Number(Reflect.get(current, 'count') ?? 0))),
    duplicate: words.there(String(Reflect.get(current, 'name') ?? '')),
  };
  return <ErrorNote error={error} title={titles[error.code] ?? words.failed} />;
}

const useStyles = makeStyles({
  page: {
    maxWidth: '640px',
    padding: tokens.spacingHorizontalL,
    '& > section': { paddingInline: 0 },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '36px',
  },
  name: { ...typographyStyles.body1, flex: '1 1 140px', minWidth: 0, overflowWrap: 'anywhere' },
});
