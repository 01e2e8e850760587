// The chats with the bot, one per person, kept in one file of the data folder: what was posted, edited, written.
import { randomUUID } from 'node:crypto';
import type { StateFile } from '#demo/graph/state-file.ts';
import { openStateFile } from '#demo/graph/state-file.ts';
import type { ChatMessage } from './shapes.ts';

interface StoredMessage extends ChatMessage {
  readonly dedupeKey: string | null;
}

interface StoredChat {
  readonly entraOid: string;
  readonly messages: StoredMessage[];
  revision: number;
  /** Whether the bot was told that it is installed here. */
  isInstalled: boolean;
}

interface Chats {
  readonly chats: Record<string, StoredChat>;
}

export interface NewMessage {
  readonly from: 'bot' | 'user';
  readonly text: string | null;
  readonly card: Record<string, unknown> | null;
  readonly dedupeKey: string | null;
}

export interface ChatStore {
  /** The chat of this person, opened when it is the first time; its id follows from the person. */
  open(entraOid: string): { id: string; chat: Readonly<StoredChat> };
  find(conversationId: string): Readonly<StoredChat> | null;
  /** True the first time it is asked for a chat. */
  install(conversationId: string): boolean;
  /** Adds a message; one with a dedupe key that is there already only answers its id. */
  add(conversationId: string, message: NewMessage): Promise<string>;
  /** Edits in place; false for a message that is not there. */
  edit(conversationId: string, messageId: string, change: Omit<NewMessage, 'from'>): Promise<boolean>;
  remove(conversationId: string, messageId: string): Promise<boolean>;
  reset(): Promise<void>;
}

const empty = (): Chats => ({ chats: {} });

/** Opens the file, or keeps everything in memory when `path` is null. */
export async function openChatStore(path: string | null, now: () => Date): Promise<ChatStore> {
  const file: StateFile<Chats> = await openStateFile(path, empty);
  const chatOf = (id: string): StoredChat | null => file.state.chats[id] ?? null;
  const moment = () => now().toISOString();

  async function change(chat: StoredChat): Promise<void> {
    chat.revision += 1;
    await file.save();
  }

  async function replace(conversationId: string, messageId: string, make: Make): Promise<boolean> {
    const chat = chatOf(conversationId);
    if (chat === null || !replaceMessage(chat, messageId, make)) return false;
    await change(chat);
    return true;
  }

  return {
    open: (entraOid) => {
      const id = `a:${entraOid}`;
      const chat = chatOf(id) ?? { entraOid, messages: [], revision: 0, isInstalled: false };
      file.state.chats[id] = chat;
      return { id, chat };
    },
    find: chatOf,
    install: (conversationId) => {
      const chat = chatOf(conversationId);
      if (chat === null || chat.isInstalled) return false;
      chat.isInstalled = true;
      return true;
    },
    add: async (conversationId, message) => {
      const chat = chatOf(conversationId);
      if (chat === null) throw new Error('no such chat');
      const known = chat.messages.find(
        (one) => one.dedupeKey !== null && one.dedupeKey === message.dedupeKey,
      );
      if (known) return known.id;
      const id = randomUUID();
      chat.messages.push({ ...message, id, at: moment(), editedAt: null });
      await change(chat);
      return id;
    },
    edit: (conversationId, messageId, { text, card }) =>
      replace(conversationId, messageId, (before) => [{ ...before, text, card, editedAt: moment() }]),
    remove: (conversationId, messageId) => replace(conversationId, messageId, () => []),
    reset: () => file.replace(empty()),
  };
}

type Make = (before: StoredMessage) => StoredMessage[];

function replaceMessage(chat: StoredChat, messageId: string, make: Make): boolean {
  const at = chat.messages.findIndex((one) => one.id === messageId);
  const before = chat.messages[at];
  if (!before) return false;
  chat.messages.splice(at, 1, ...make(before));
  return true;
}
