// One frame's conversation with this page: who listens to which event, and what is answered to what.
import { readRequest, writeAnswer, type OfficeRequest } from './wire.ts';

export interface Conversation {
  answer(to: OfficeRequest, data: unknown, errorCode?: number): void;
  /** Sends an event; false when the pane does not listen to it (yet). */
  emit(event: string, data: unknown): boolean;
  close(): void;
}

interface ConversationOptions {
  readonly frame: HTMLIFrameElement;
  readonly id: string;
  /** The pane listens to this event from now on. */
  onListen(event: string): void;
  onCall(request: OfficeRequest): void;
}

/** Starts listening to the frame; messages of other windows and other conversations are not for us. */
export function openConversation({ frame, id, onListen, onCall }: ConversationOptions): Conversation {
  const listeners = new Map<string, OfficeRequest>();
  const post = (text: string) => frame.contentWindow?.postMessage(text, location.origin);
  const answer: Conversation['answer'] = (to, data, errorCode = 0) =>
    post(writeAnswer({ to, responseType: 0, data, errorCode }));

  const receive = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    const request = readRequest(event.data);
    if (request === null || request._conversationId !== id || request._messageType !== 0) return;
    if (request._actionType === 0) {
      onCall(request);
      return;
    }
    if (request._actionType === 1) listeners.set(request._actionName, request);
    else listeners.delete(request._actionName);
    answer(request, { Error: 0 });
    if (request._actionType === 1) onListen(request._actionName);
  };
  window.addEventListener('message', receive);
  return {
    answer,
    emit: (event, data) => {
      const to = listeners.get(event);
      if (to === undefined) return false;
      post(writeAnswer({ to, responseType: 1, data }));
      return true;
    },
    close: () => window.removeEventListener('message', receive),
  };
}
