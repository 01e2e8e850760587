// What the demo's Teams page and the local Bot Connector say to each other: the chats of a person with the bot, live cards included.
import { z } from 'zod';

/** Adaptive Card JSON; `card` is drawn by the page, which knows the format. */
const Card = z.record(z.string(), z.unknown());

export const ChatMessage = z.object({
  /** The activity id; stays the same when a card is edited in place. */
  id: z.string(),
  from: z.enum(['bot', 'user']),
  at: z.iso.datetime({ offset: true }),
  /** When the message was last edited in place, or null. */
  editedAt: z.iso.datetime({ offset: true }).nullable(),
  text: z.string().nullable(),
  card: Card.nullable(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** GET /demo/connector/chats?user=petra : the chat of that person (short name) with the bot, oldest message first. `revision` grows with every change. */
export const Chat = z.object({
  user: z.string(),
  conversationId: z.string(),
  revision: z.int(),
  messages: z.array(ChatMessage),
});
export type Chat = z.infer<typeof Chat>;

/** POST /demo/connector/invoke : a pressed button (Action.Execute) or the automatic refresh of a card. */
export const Invoke = z.strictObject({
  user: z.string().min(1).max(100),
  /** Where the card stands: the chat with the bot, or the team's. */
  chat: z.enum(['bot', 'team']).default('bot'),
  activityId: z.string().min(1).max(200),
  verb: z.string().min(1).max(200),
  /** The action's data together with the values of the inputs, as a Teams client sends them. */
  data: z.record(z.string(), z.unknown()).default({}),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});
export type Invoke = z.input<typeof Invoke>;

/** The bot's answer: a card that replaces this viewer's card, or a sentence to show, or a refusal. */
export const InvokeReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), card: Card }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('error'), text: z.string() }),
]);
export type InvokeReply = z.infer<typeof InvokeReply>;

/** POST /demo/connector/message : the person writes to the bot; answers the chat as it is once the bot has answered. */
export const Message = z.strictObject({
  user: z.string().min(1).max(100),
  text: z.string().min(1).max(2000),
});
export type Message = z.input<typeof Message>;

/** One message of the team's chat; `isOwn` is the viewer's. */
export const TeamMessage = z.object({
  id: z.string(),
  author: z.string(),
  isOwn: z.boolean(),
  /** Somebody of another company. */
  isGuest: z.boolean(),
  at: z.iso.datetime({ offset: true }),
  text: z.string(),
  card: Card.nullable(),
});
export type TeamMessage = z.infer<typeof TeamMessage>;

/** GET /demo/connector/team-chat?user=anna : a chat of colleagues and one person of a customer, in which message actions can be tried; null for others. */
export const TeamChat = z.object({
  user: z.string(),
  conversationId: z.string(),
  title: z.string(),
  members: z.array(z.string()),
  revision: z.int(),
  messages: z.array(TeamMessage),
});
export type TeamChat = z.infer<typeof TeamChat>;

/** POST /demo/connector/team-chat : the person writes there, with or without a card. */
export const TeamPost = z.strictObject({
  user: z.string().min(1).max(100),
  text: z.string().max(2000).default(''),
  card: Card.nullable().default(null),
});
export type TeamPost = z.input<typeof TeamPost>;

export const extensionCalls = ['query', 'queryLink', 'fetchTask', 'submitAction'] as const;
/** POST /demo/connector/extension : composeExtension/<call> in the team's chat; `messageId` adds the message acted on. */
export const ExtensionCall = z.strictObject({
  user: z.string().min(1).max(100),
  call: z.enum(extensionCalls),
  messageId: z.string().max(200).nullable().default(null),
  value: z.record(z.string(), z.unknown()),
});
export type ExtensionCall = z.input<typeof ExtensionCall>;

const Attachment = z.object({
  content: Card,
  preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
});
export type ExtensionAttachment = z.infer<typeof Attachment>;

/** The bot's own answer, as Teams gets it. */
export const ExtensionReply = z.object({
  composeExtension: z
    .object({ type: z.string(), attachments: z.array(Attachment).default([]), text: z.string().default('') })
    .optional(),
  task: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('message'), value: z.string() }),
      z.object({
        type: z.literal('continue'),
        value: z.object({ title: z.string(), card: z.object({ content: Card }) }),
      }),
    ])
    .optional(),
});
export type ExtensionReply = z.infer<typeof ExtensionReply>;
