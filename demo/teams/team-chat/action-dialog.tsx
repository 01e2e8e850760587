// A message action's dialog: draws the card the bot answers, sends its buttons, closes when a card goes into the chat.
import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ExtensionAttachment, ExtensionReply } from '../../connector/shapes.ts';
import { AdaptiveCard, type CardJson } from '../chat/adaptive-card.tsx';
import { callExtension } from '../chat/connector-client.ts';
import type { Words } from '../words.ts';
import { ClosableDialog } from './closable-dialog.tsx';

export interface Acted {
  messageId: string;
  commandId: keyof Words['actions'];
}

interface ActionDialogProps {
  user: string;
  acted: Acted;
  words: Words;
  onInsert: (card: ExtensionAttachment) => void;
  onOpenUrl: (url: string) => void;
  onClose: () => void;
}

/** What the bot answered last; `hasFailed` while the last call found no answer. */
interface Answer {
  reply: ExtensionReply | null;
  isBusy: boolean;
  hasFailed: boolean;
}

export function ActionDialog({ user, acted, words, onInsert, onOpenUrl, onClose }: ActionDialogProps) {
  const { answer, submit } = useDialog(user, acted, onInsert);
  const { title, card, sentence } = readAnswer(answer, acted, words);
  return (
    <ClosableDialog title={title} words={words} onClose={onClose}>
      {sentence !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      )}
      {card === null && sentence === null && <Spinner label={words.loading} />}
      {card !== null && (
        <AdaptiveCard
          card={card}
          isBusy={answer.isBusy}
          isInDialog
          onExecute={() => undefined}
          onSubmit={(data) => void submit(data)}
          onOpenUrl={onOpenUrl}
        />
      )}
    </ClosableDialog>
  );
}

/** Asks for the dialog once, and sends its buttons. */
function useDialog(
  user: string,
  { messageId, commandId }: Acted,
  onInsert: (card: ExtensionAttachment) => void,
) {
  const [answer, setAnswer] = useState<Answer>({ reply: null, isBusy: true, hasFailed: false });
  useEffect(() => {
    let isCurrent = true;
    const take = (change: Partial<Answer>) =>
      isCurrent && setAnswer((before) => ({ ...before, ...change, isBusy: false }));
    callExtension({ user, call: 'fetchTask', messageId, value: { commandId, data: {} } })
      .then((reply) => take({ reply }))
      .catch(() => take({ hasFailed: true }));
    return () => {
      isCurrent = false;
    };
  }, [user, messageId, commandId]);

  const submit = async (data: Record<string, unknown>) => {
    setAnswer((before) => ({ ...before, isBusy: true }));
    try {
      const reply = await callExtension({
        user,
        call: 'submitAction',
        messageId,
        value: { commandId, data },
      });
      const [inserted] = reply.composeExtension?.attachments ?? [];
      if (inserted) return onInsert(inserted);
      setAnswer({ reply, isBusy: false, hasFailed: false });
    } catch {
      setAnswer((before) => ({ ...before, isBusy: false, hasFailed: true }));
    }
  };
  return { answer, submit };
}

function readAnswer({ reply, hasFailed }: Answer, { commandId }: Acted, words: Words) {
  const task = reply?.task;
  const said = task?.type === 'message' ? task.value : null;
  const sentence = hasFailed ? words.noAnswer : said;
  const nothing = { title: words.actions[commandId], card: null, sentence };
  if (task?.type !== 'continue') return nothing;
  const card: CardJson = task.value.card.content;
  return { title: task.value.title, card, sentence };
}
