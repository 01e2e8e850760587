// Beside a draft: logging on send, with what Outlook keeps for it.
import { useEffect, useState } from 'react';
import { showDraftNote } from '#addin/host/draft-note.ts';
import { forgetFacts, keepException, readException } from '#addin/host/office-draft.ts';
import { LogOnSendPart } from '#screens/mail/log-on-send-part.tsx';
import { useMailRuleMessages } from '#screens/messages/mail-rule-messages.ts';
import { useNotify } from '#screens/ui/use-notify.ts';
import { useFrame } from '#screens/use-frame.ts';
import { describeLogging } from './sending/send-words.ts';

type ComposePartProps = { customerName: string; isNeverLogged: boolean };

/** Must be keyed by the draft's recipients, as the pane beside it is. */
export function ComposePart({ customerName, isNeverLogged }: ComposePartProps) {
  const { sent: words } = useMailRuleMessages();
  const { language } = useFrame();
  const notify = useNotify();
  const [isExcepted, setExcepted] = useState<boolean | null>(null);
  useEffect(() => {
    let isHere = true;
    const show = (kept: boolean | null) => {
      if (isHere) setExcepted(kept);
    };
    readException().then(show, () => show(null));
    return () => {
      isHere = false;
    };
  }, []);
  const fail = () => notify({ title: words.failed, intent: 'warning' });
  const handleExcept = (next: boolean) => {
    keepException(next).then(() => setExcepted(next), fail);
    void showDraftNote(next ? null : describeLogging(customerName, language));
  };
  const handleTurnedOn = () => {
    forgetFacts().catch(fail);
    void showDraftNote(describeLogging(customerName, language));
  };
  return (
    <LogOnSendPart
      customerName={customerName}
      isNeverLogged={isNeverLogged}
      isExcepted={isExcepted}
      onExcept={handleExcept}
      onTurnedOn={handleTurnedOn}
    />
  );
}
