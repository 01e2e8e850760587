// The frame in which the unmodified Office.js runs the pane, and this page's side of their conversation. One frame per
// pane; a pinned pane keeps its frame while the selection changes.
import { toInitialData, type HostUser, type OutlookItem } from './item.ts';
import { answerMethod, OfficeFailure, type OpenRequest } from './methods.ts';
import { createCommands, type Commands, type Completion } from './commands.ts';
import { openConversation, type Conversation } from './conversation.ts';
import { readRoaming } from './roaming.ts';
import { frameNameOf, type OfficeRequest } from './wire.ts';

export interface PaneColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export interface OfficeFrameOptions {
  readonly container: HTMLElement;
  readonly title: string;
  readonly url: string;
  readonly locale: string;
  readonly user: HostUser;
  readonly item: OutlookItem | null;
  readonly colours: PaneColours;
  onOpen(request: OpenRequest): void;
}

export interface OfficeFrame {
  /** Tells the pane about another selection; null for none. */
  select(item: OutlookItem | null): void;
  setColours(colours: PaneColours): void;
  /** Lets the page handle an event of Outlook; null when it does not complete it in time. */
  run(handler: string, limitMs: number): Promise<Completion | null>;
  close(): void;
}

const appId = 'c0c0b17e-0000-4000-8000-00000000d3c0';
/** The newest sets that this Office.js of 2022 really has. */
const requirementSets = JSON.stringify({ Mailbox: '1.12', DialogApi: '1.2' });
/** allow-modals: Office.js asks once whether this page may act as Office. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

/** Opens the pane in the container. */
export function openOfficeFrame(options: OfficeFrameOptions): OfficeFrame {
  const id = `_xdm_${crypto.randomUUID()}`;
  const frame = document.createElement('iframe');
  const selection = { item: options.item, told: undefined as OutlookItem | null | undefined };
  let colours = options.colours;
  const commands = createCommands((data) => conversation.emit('appCommandInvoked', data));
  const ownSession = new Map<string, string>();
  const session = () => (selection.item?.kind === 'draft' ? selection.item.kept : undefined) ?? ownSession;

  const tellItem = () => {
    const data = selection.item === null ? '' : toInitialData(selection.item, options.user);
    if (conversation.emit('olkItemSelectedChanged', data)) selection.told = selection.item;
  };
  const tellColours = () => conversation.emit('officeThemeChanged', [JSON.stringify(toNumbers(colours))]);
  const conversation = openConversation({
    frame,
    id,
    onListen: (event) => {
      if (event === 'officeThemeChanged') tellColours();
      if (event === 'appCommandInvoked') commands.listen();
      // The selection may have moved between the pane's start and its first listening.
      if (event === 'olkItemSelectedChanged' && selection.told !== selection.item) tellItem();
    },
    onCall: (request) => answerCall(request, conversation, { options, selection, commands, session }),
  });

  frame.name = frameNameOf({ locale: options.locale, conversationId: id, appId });
  frame.title = options.title;
  frame.setAttribute('sandbox', sandbox);
  frame.src = options.url;
  options.container.replaceChildren(frame);
  return {
    select: (item) => {
      selection.item = item;
      tellItem();
    },
    setColours: (next) => {
      colours = next;
      tellColours();
    },
    run: commands.run,
    close: () => {
      conversation.close();
      frame.remove();
    },
  };
}

interface FrameState {
  readonly options: OfficeFrameOptions;
  /** `told`: the selection the pane knows of; undefined before it asked for the first time. */
  readonly selection: { item: OutlookItem | null; told: OutlookItem | null | undefined };
  readonly commands: Commands;
  readonly session: () => Map<string, string>;
}

const unknownAction = -2;

function answerCall(request: OfficeRequest, { answer }: Conversation, state: FrameState): void {
  const { options, selection } = state;
  switch (request._actionName) {
    case 'ContextActivationManager_getAppContextAsync':
      answer(request, appContext(options));
      return;
    case 'ContextActivationManager_notifyHost':
      answer(request, null);
      return;
    case 'GetInitialData':
      selection.told = selection.item;
      answer(request, toInitialData(selection.item, options.user));
      return;
    case 'ExecuteMethod':
      answer(request, runMethod(request, state));
      return;
    case 'executeMethod':
      state.commands.complete(request._data);
      answer(request, { Version: 1, Error: 0 });
      return;
    default:
      answer(request, null, unknownAction);
  }
}

function runMethod(request: OfficeRequest, { options, selection, session }: FrameState) {
  const { ApiParams = {}, MethodData } = request._data as ExecuteMethod; // Office.js sends it so
  try {
    const { user, onOpen: open } = options;
    const context = { item: selection.item, user, session: session(), open };
    return { error: false, errorCode: 0, data: answerMethod(MethodData.DispatchId, ApiParams, context) };
  } catch (error) {
    if (error instanceof OfficeFailure) return { error: true, errorCode: error.code };
    throw error;
  }
}

interface ExecuteMethod {
  readonly ApiParams?: Record<string, unknown>;
  readonly MethodData: { readonly DispatchId: number };
}

/** Office.js throws when one of the first nine is missing. */
function appContext({ locale, title, user }: OfficeFrameOptions): Record<string, unknown> {
  return {
    _id: appId,
    _appName: 64,
    _appVersion: '16.01',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${location.origin}/`,
    _clientMode: 0,
    _settings: readRoaming(user),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: crypto.randomUUID(),
    _appInstanceId: appId,
    _appMinorVersion: 1,
    _requirementMatrix: requirementSets,
    _hostFullVersion: '16.0.0.0',
    _addinName: title,
    _appDomains: [location.origin],
    _featureGates: {},
  };
}

/** Office.js expects colours as numbers and hands them to the pane as #rrggbb. */
function toNumbers(colours: PaneColours): Record<string, number> {
  return Object.fromEntries(
    Object.entries(colours).map(([name, hex]: [string, string]) => [name, Number.parseInt(hex.slice(1), 16)]),
  );
}
