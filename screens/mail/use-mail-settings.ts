// One's choice whether sent mails are logged, and changing it.
import { getMailSettings, setMailSettings } from '#contract/sent-mail.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

/** `settings` is null until they are known; `choose` keeps the choice on the server. */
export function useMailSettings(onChosen?: () => void) {
  const { reply: settings, error: loadError, reload } = useReply(getMailSettings, {});
  const { send, isSending, error } = useSend(
    setMailSettings,
    onChosen === undefined ? {} : { onDone: onChosen },
  );
  return {
    settings,
    loadError,
    reload,
    choose: (logOnSend: boolean) => send({ logOnSend }),
    isSending,
    error: isSending ? null : error,
  };
}
