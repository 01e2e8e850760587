// Asking the demo's local Bot Connector, as a Teams client asks the real one.
import type {
  Chat,
  ExtensionCall,
  ExtensionReply,
  Invoke,
  InvokeReply,
  Message,
  TeamChat,
  TeamPost,
} from '../../connector/shapes.ts';

export async function fetchChat(user: string, signal: AbortSignal): Promise<Chat> {
  const response = await fetch(`/demo/connector/chats?user=${encodeURIComponent(user)}`, { signal });
  return readReply<Chat>(response);
}

export async function sendInvoke(invoke: Invoke): Promise<InvokeReply> {
  return readReply<InvokeReply>(await post('/demo/connector/invoke', invoke));
}

export async function sendMessage(message: Message): Promise<Chat> {
  return readReply<Chat>(await post('/demo/connector/message', message));
}

/** The team's chat; null for somebody who is not in it. */
export async function fetchTeamChat(user: string, signal: AbortSignal): Promise<TeamChat | null> {
  const response = await fetch(`/demo/connector/team-chat?user=${encodeURIComponent(user)}`, { signal });
  return readReply<TeamChat | null>(response);
}

export async function sendToTeam(message: TeamPost): Promise<TeamChat> {
  return readReply<TeamChat>(await post('/demo/connector/team-chat', message));
}

/** An invoke of the message extension, answered as Teams is answered. */
export async function callExtension(call: ExtensionCall): Promise<ExtensionReply> {
  return readReply<ExtensionReply>(await post('/demo/connector/extension', call));
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The shapes are those of demo/connector/shapes.ts; the connector builds its answers from them. */
async function readReply<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The local Bot Connector answered ${response.status}.`);
  return (await response.json()) as T;
}
