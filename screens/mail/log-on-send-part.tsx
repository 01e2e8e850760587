// Beside a mail being written: what happens to it when it is sent, and the exception for this one.
import { Button } from '@fluentui/react-components';
import { useMailRuleMessages } from '../messages/mail-rule-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { MailStrip } from '../ui/mail-strip.tsx';
import { useMailSettings } from './use-mail-settings.ts';

type LogOnSendPartProps = {
  customerName: string;
  /** Recipients of the never-log list, or colleagues only. */
  isNeverLogged: boolean;
  /** Null where Outlook cannot keep an exception with the draft. */
  isExcepted: boolean | null;
  onExcept: (isExcepted: boolean) => void;
  /** Logging on send was turned on: what was known of this draft before does not count any more. */
  onTurnedOn: () => void;
};

export function LogOnSendPart(props: LogOnSendPartProps) {
  const { customerName, isNeverLogged, isExcepted, onExcept, onTurnedOn } = props;
  const { sent: words } = useMailRuleMessages();
  const { settings, choose, isSending, error } = useMailSettings(onTurnedOn);
  if (settings === null) return null;
  if (isNeverLogged && settings.logOnSend) return <MailStrip text={words.never} />;
  if (isNeverLogged) return null;
  if (!settings.logOnSend) {
    return (
      <>
        <MailStrip text={words.off}>
          <Button size="small" disabledFocusable={isSending} onClick={() => choose(true)}>
            {words.turnOn}
          </Button>
        </MailStrip>
        {error && <ErrorNote error={error} title={words.failed} />}
      </>
    );
  }
  return (
    <MailStrip text={isExcepted === true ? words.excepted : words.will(customerName)}>
      {isExcepted !== null && (
        <Button size="small" onClick={() => onExcept(!isExcepted)}>
          {isExcepted ? words.logAfterAll : words.except}
        </Button>
      )}
    </MailStrip>
  );
}
