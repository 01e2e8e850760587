// A mail being written: a reply from the pane or from the reading view, or a new one. Sent to the local Graph only.
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { PanelRightExpandRegular, SendRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { GraphClient } from './graph/graph-client.ts';
import { cleanHtml } from './mail-body.tsx';
import type { DraftItem } from './office/item.ts';
import { useFrame } from '#screens/use-frame.ts';
import { useSending } from './use-sending.ts';
import { useWords } from './words.ts';

interface ComposeWindowProps {
  graph: GraphClient;
  draft: DraftItem;
  isPaneOpen: boolean;
  onOpenPane: () => void;
  onSent: () => void;
  onDiscard: () => void;
}

/** The window; what was typed stays when sending failed. */
export function ComposeWindow(props: ComposeWindowProps) {
  const { graph, draft } = props;
  const styles = useStyles();
  const words = useWords();
  const { language } = useFrame();
  const [to, setTo] = useState(draft.to.map((one) => one.address).join('; '));
  const [subject, setSubject] = useState(draft.subject);
  const body = useRef<HTMLDivElement>(null);
  const firstBody = useMemo(() => ({ __html: cleanHtml(draft.bodyHtml) }), [draft.bodyHtml]);
  const now = (): DraftItem => ({
    ...draft,
    subject,
    to: peopleOf(to),
    bodyHtml: body.current?.innerHTML ?? '',
  });
  const notes = useNotes(draft);
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => graph.send('POST', '/me/sendMail', toWire(now())),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['graph-messages'] }); // it lies in Sent Items now
      props.onSent();
    },
  });
  const sending = useSending({
    draft,
    user: draft.from,
    locale: language === 'de' ? 'de-DE' : 'en-US',
    title: words.sendingFrame,
  });
  const guard = useMutation({
    mutationFn: () => sending.ask(now()),
    onSuccess: (message) => {
      if (message === null) send.mutate();
    },
  });
  return (
    <section className={styles.window} aria-label={draft.subject || words.newMail}>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          size="small"
          icon={<SendRegular />}
          disabled={send.isPending || guard.isPending}
          onClick={() => guard.mutate()}
        >
          {words.send}
        </Button>
        <Button size="small" onClick={props.onDiscard}>
          {words.discard}
        </Button>
        {!props.isPaneOpen && (
          <Button size="small" icon={<PanelRightExpandRegular />} onClick={props.onOpenPane}>
            {words.openPane}
          </Button>
        )}
      </div>
      {notes.map((note) => (
        <MessageBar key={note} intent="info" layout="multiline">
          <MessageBarBody>{note}</MessageBarBody>
        </MessageBar>
      ))}
      {typeof guard.data === 'string' && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody className={styles.question}>{guard.data}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => send.mutate()}>{words.sendAnyway}</Button>
            <Button onClick={guard.reset}>{words.doNotSend}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {send.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.notSent}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.to} orientation="horizontal">
        <Input value={to} onChange={(_, data) => setTo(data.value)} onBlur={() => sending.changed(now())} />
      </Field>
      <Field label={words.subject} orientation="horizontal">
        <Input value={subject} onChange={(_, data) => setSubject(data.value)} />
      </Field>
      <div
        ref={body}
        role="textbox"
        aria-multiline="true"
        aria-label={words.text}
        contentEditable
        suppressContentEditableWarning
        className={styles.body}
        dangerouslySetInnerHTML={firstBody}
      />
    </section>
  );
}

const none: readonly string[] = [];

/** What add-ins say above the draft. */
function useNotes({ notes }: DraftItem): readonly string[] {
  return useSyncExternalStore(notes?.subscribe ?? (() => () => undefined), notes?.list ?? (() => none));
}

function peopleOf(to: string) {
  return to
    .split(/[;,]/)
    .map((address) => ({ name: '', address: address.trim() }))
    .filter(({ address }) => address !== '');
}

function toWire({ to, cc, subject, bodyHtml }: DraftItem) {
  const recipients = (people: DraftItem['to']) =>
    people.map(({ address }) => ({ emailAddress: { address } }));
  return {
    message: {
      subject,
      body: { contentType: 'html', content: bodyHtml },
      toRecipients: recipients(to),
      ccRecipients: recipients(cc),
    },
    saveToSentItems: true,
  };
}

const useStyles = makeStyles({
  window: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    overflowY: 'auto',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  question: { whiteSpace: 'pre-line' },
  body: {
    flexGrow: 1,
    minHeight: '160px',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});
