// The chosen mail. Choosing quickly several times ends with the last one, however the answers arrive.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { GraphClient } from './graph/graph-client.ts';
import type { WireMessage } from './graph/mail-wire.ts';
import { findMessage, messageQuery, type LoadedMessage, type MailFolder } from './graph/use-mailbox.ts';

/** `loaded` follows `chosenId` as soon as text and attachments are there; until then the mail before stays. */
export function useChosenMail(graph: GraphClient, user: string) {
  const queries = useQueryClient();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<LoadedMessage | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const latest = useRef<string | null>(null);

  const choose = async (folder: MailFolder, message: WireMessage) => {
    latest.current = message.id;
    setChosenId(message.id);
    try {
      const next = await queries.fetchQuery(messageQuery(graph, user, folder, message));
      if (latest.current !== message.id) return;
      setLoaded(next);
      setHasFailed(false);
    } catch {
      if (latest.current === message.id) setHasFailed(true);
    }
  };
  const clear = () => {
    latest.current = null;
    setChosenId(null);
    setLoaded(null);
    setHasFailed(false);
  };
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('mail');
    if (wanted === null) return;
    findMessage(graph, wanted).then(
      ({ folder, message }) => {
        if (latest.current === null) void choose(folder, message);
      },
      () => setHasFailed(true),
    );
  }, []); // only at the start: afterwards the reader chooses
  return { chosenId, loaded, hasFailed, choose, clear };
}
