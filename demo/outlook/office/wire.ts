// The messages that Office.js for the web and its host exchange (JSON text over window.postMessage). Described from what
// the unmodified Office.js sends; the wire names are Office's own.
export interface OfficeRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  /** 0 call, 1 listen to an event, 2 stop listening. */
  readonly _actionType: number;
  readonly _data: unknown;
}

interface OfficeAnswer {
  readonly to: OfficeRequest;
  /** 0 answer, 1 event. */
  readonly responseType: 0 | 1;
  readonly data: unknown;
  readonly errorCode?: number;
}

/** Reads one message of the pane; null for whatever is not one. */
export function readRequest(data: unknown): OfficeRequest | null {
  if (typeof data !== 'string') return null;
  try {
    const message: unknown = JSON.parse(data);
    const isOurs = typeof message === 'object' && message !== null && '_actionName' in message;
    return isOurs ? (message as OfficeRequest) : null; // Only Office.js posts this shape into our window.
  } catch {
    return null;
  }
}

/** The text of an answer or event. */
export function writeAnswer({ to, responseType, data, errorCode = 0 }: OfficeAnswer): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: to._actionName,
    _conversationId: to._conversationId,
    _correlationId: to._correlationId,
    _errorCode: errorCode,
    _responseType: responseType,
    _data: data,
    _origin: location.origin,
    _serializerVersion: 1,
  });
}

interface FrameName {
  readonly locale: string;
  readonly conversationId: string;
  readonly appId: string;
}

/** What Office.js reads from the frame's name; it must be set before the frame is attached. */
export function frameNameOf({ locale, conversationId, appId }: FrameName): string {
  const hostInfo = ['Outlook', 'Web', '16.01', locale, crypto.randomUUID(), '', 'disableLogging', '0'];
  return JSON.stringify({
    baseFrameName: 'addin_0',
    hostInfo: hostInfo.join('|'),
    xdmInfo: [conversationId, appId, location.origin].join('|'),
    serializerVersion: '1',
    flights: '[]',
  });
}
