// What is open on the Outlook page: which area, which mail, which draft, and whether the pane stands beside it.
import { useState } from 'react';
import type { DemoSettings } from '../bar/settings.ts';
import { useFormat } from '#screens/use-format.ts';
import { draftFor } from './drafts.ts';
import type { GraphClient } from './graph/graph-client.ts';
import type { WireMessage } from './graph/mail-wire.ts';
import type { MailFolder } from './graph/use-mailbox.ts';
import type { AppointmentItem, DraftItem, HostUser, OutlookItem } from './office/item.ts';
import type { OpenRequest } from './office/methods.ts';
import { useChosenMail } from './use-chosen-mail.ts';
import { useWords } from './words.ts';

export interface DeskProps {
  settings: DemoSettings;
  graph: GraphClient;
  person: HostUser;
  /** The server's time. */
  now: string;
}

export type Place = 'mail' | 'calendar' | 'toDo';
export type PhoneView = 'list' | 'item' | 'pane';
export type DeskState = ReturnType<typeof useDesk>;

/** The pane beside the mail: open and pinned at first; unpinned it closes when the mail changes, as in Outlook. */
function usePane() {
  const [isOpen, setIsOpen] = useState(true);
  const [isPinned, setIsPinned] = useState(true);
  return {
    isOpen,
    isPinned,
    setIsPinned,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    closeUnlessPinned: () => setIsOpen((wasOpen) => wasOpen && isPinned),
  };
}

/** The draft being written; the pane stays with the mail until it is opened for the draft. */
function useDraft() {
  const [draft, setDraft] = useState<DraftItem | null>(null);
  const [isInPane, setIsInPane] = useState(false);
  return {
    draft,
    inPane: isInPane ? draft : null,
    start: (next: DraftItem) => {
      setDraft(next);
      setIsInPane(false);
    },
    end: () => setDraft(null),
    openPane: () => setIsInPane(true),
  };
}

function useCalendar() {
  const [item, choose] = useState<AppointmentItem | null>(null);
  return { item, choose };
}

/** The state of the desk and everything that can be done on it. */
export function useDesk(props: DeskProps) {
  const words = useWords();
  const format = useFormat();
  const [place, setPlace] = useState<Place>('mail');
  const [view, setView] = useState<PhoneView>('list');
  const [notice, setNotice] = useState<string | null>(null);
  const [writing, calendar] = [useDraft(), useCalendar()];
  const mail = useChosenMail(props.graph, props.settings.user);
  const pane = usePane();

  const selected = mail.loaded?.item ?? null;
  const beside: Record<Place, OutlookItem | null> = { mail: selected, calendar: calendar.item, toDo: null };
  const at = selected === null ? '' : format.dateTime(selected.sentAt);
  const open = (request: OpenRequest) => {
    if (request.kind === 'close') pane.close();
    const next = draftFor(request, { mail: selected, person: props.person, words, at });
    if (next === null) return;
    writing.start(next);
    setView('item');
  };
  return {
    ...{ place, view, notice, mail, pane, writing, calendar, open },
    item: writing.inPane ?? beside[place],
    isPaneShown: place !== 'toDo' && pane.isOpen,
    setPlace: (next: Place) => {
      setPlace(next);
      setView('list');
    },
    setView: (next: PhoneView) => {
      if (next === 'pane') pane.open();
      setView(next);
    },
    choose: (folder: MailFolder, message: WireMessage) => {
      writing.end();
      setNotice(null);
      pane.closeUnlessPinned();
      setView('item');
      void mail.choose(folder, message);
    },
    openPane: () => {
      writing.openPane();
      pane.open();
    },
    startMail: () => open({ kind: 'new-message', to: [], subject: '', html: '' }),
    startReply: () => open({ kind: 'reply', toAll: false, html: '' }),
    endDraft: (isSent: boolean) => {
      writing.end();
      setNotice(isSent ? words.sent : null);
    },
  };
}
