// The only file of the pane that touches Office.js (send-host.ts does it for handlers without a page): callbacks become
// promises, every status is checked, a mail becomes plain data.
import type { MailAddress } from '#contract/mail.ts';
import { toMail } from './office-mail.ts';
import type { Host, HostItem, HostTheme, Language } from './host.ts';
import { keepPaneKeys } from './pane-keys.ts';

/** The selection moved on while the item was being read; ask again. */
export class ItemChangedError extends Error {
  override readonly name = 'ItemChangedError';
}

/** `code` is Office's number (9042 …), or one of ours: `not_loaded`, `no_host`. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';
  readonly code: number | 'not_loaded' | 'no_host';
  constructor(code: number | 'not_loaded' | 'no_host', message: string) {
    super(message);
    this.code = code;
  }
}

export interface OfficeHost extends Host {
  /** The mailbox owner, to spare people a choice at sign-in. */
  readonly userAddress: string;
}

const loadLimitMs = 10_000;

/** Waits for Office and joins it. Rejects with OfficeError when Office.js did not come or the page is not in Outlook. */
export async function createOfficeHost(limitMs = loadLimitMs): Promise<OfficeHost> {
  await whenOfficeLoaded(limitMs);
  const info = await within(limitMs, Office.onReady());
  const mailbox = info.host === Office.HostType.Outlook ? Office.context.mailbox : undefined;
  if (mailbox === undefined) throw new OfficeError('no_host', 'This page was opened outside Outlook.');

  keepPaneKeys();
  const selection = createSelection(mailbox);
  await selection.listen();
  const theme = createTheme(mailbox);
  return {
    language: languageOf(Office.context.displayLanguage),
    userAddress: mailbox.userProfile.emailAddress,
    get theme() {
      return theme.current();
    },
    readItem: () => selection.readOnce(() => readItem(mailbox)),
    onItemChanged: selection.onChanged,
    onThemeChanged: theme.onChanged,
    replyWith: (html) => replyWith(mailbox, html),
    openUrl,
  };
}

/** Office.js is loaded by a tag of its own beside this bundle; it may come later, or never. */
function whenOfficeLoaded(limitMs: number): Promise<void> {
  const isLoaded = () => typeof Office !== 'undefined' && typeof Office.onReady === 'function';
  if (isLoaded()) return Promise.resolve();
  const failure = new OfficeError('not_loaded', 'Office.js could not be loaded.');
  return new Promise((done, failed) => {
    const tag = document.querySelector('script[data-office-js]');
    const timer = setTimeout(() => failed(failure), limitMs);
    tag?.addEventListener('error', () => (clearTimeout(timer), failed(failure)));
    tag?.addEventListener('load', () => {
      clearTimeout(timer);
      if (isLoaded()) done();
      else failed(failure);
    });
  });
}

/** Office.onReady never answers when the host does not talk to us; people then read a sentence, not a blank pane. */
function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, failed) =>
    setTimeout(() => failed(new OfficeError('not_loaded', 'Outlook did not answer.')), limitMs),
  );
  return Promise.race([promise, late]);
}

/** Turns one asynchronous Office call into a promise; a failed status is thrown as OfficeError. */
function ask<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((done, failed) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) done(result.value);
      else failed(new OfficeError(result.error.code, result.error.message));
    });
  });
}

/** Counts selections, so that what was read of one item is never handed out as another's. */
function createSelection(mailbox: Office.Mailbox) {
  let generation = 0;
  const handlers = new Set<() => void>();
  return {
    listen: () =>
      ask<unknown>((done) =>
        mailbox.addHandlerAsync(
          Office.EventType.ItemChanged,
          () => {
            generation += 1;
            for (const handle of handlers) handle();
          },
          done,
        ),
      ),
    onChanged(handle: () => void) {
      handlers.add(handle);
      return () => void handlers.delete(handle);
    },
    async readOnce(read: () => Promise<HostItem>): Promise<HostItem> {
      const before = generation;
      const outcome = await read().catch((error: unknown) => {
        if (before !== generation) throw new ItemChangedError();
        throw error;
      });
      if (before !== generation) throw new ItemChangedError();
      return outcome;
    },
  };
}

async function readItem(mailbox: Office.Mailbox): Promise<HostItem> {
  // Typed as never absent, but a pinned pane has no item when nothing (or several mails) are selected.
  const item = mailbox.item as Partial<Office.Item> & (Office.MessageRead | undefined);
  if (!item?.itemType) return { kind: 'none' };
  if (item.itemType === Office.MailboxEnums.ItemType.Appointment) return readAppointment(mailbox);
  if (typeof item.subject !== 'string') return readDraft(mailbox);
  const [bodyText, headers, owner] = await Promise.all([
    ask<string>((done) => item.body.getAsync(Office.CoercionType.Text, done)),
    readHeaders(item),
    readSharedOwner(item),
  ]);
  const toRestId = (id: string) => mailbox.convertToRestId(id, Office.MailboxEnums.RestVersion.v2_0);
  return { kind: 'mail', mail: toMail({ item, bodyText, headers, owner, toRestId }) };
}

/** What the sender marked stands in the headers only; a host that does not hand them out leaves that open. */
async function readHeaders(item: Office.MessageRead): Promise<string> {
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.8')) return '';
  return ask<string>((done) => item.getAllInternetHeadersAsync(done)).catch(() => '');
}

/** The owner of the shared mailbox in which the mail lies; null in one's own. */
async function readSharedOwner(item: Office.MessageRead): Promise<string | null> {
  if (typeof item.getSharedPropertiesAsync !== 'function') return null;
  const properties = await ask<Office.SharedProperties>((done) => item.getSharedPropertiesAsync(done));
  return properties.owner || null;
}

type Field<T> = T | { getAsync(done: (result: Office.AsyncResult<T>) => void): void };

/** A field of an item is plain when reading and a small object with getAsync when writing. */
function valueOf<T>(field: Field<T>): Promise<T> {
  if (
    typeof field === 'object' &&
    field !== null &&
    'getAsync' in field &&
    typeof field.getAsync === 'function'
  ) {
    return ask<T>((done) => field.getAsync(done));
  }
  return Promise.resolve(field as T); // Not the object with getAsync, so it is the plain value.
}

async function readAppointment(mailbox: Office.Mailbox): Promise<HostItem> {
  const item = mailbox.item as unknown as {
    subject: Field<string>;
    start: Field<Date>;
    requiredAttendees: Field<Office.EmailAddressDetails[]>;
    optionalAttendees: Field<Office.EmailAddressDetails[]>;
    organizer?: Field<Office.EmailAddressDetails>;
    itemId?: string;
  }; // Read and compose appointments share these names; the types say only one of them.
  const [subject, start, required, optional] = await Promise.all([
    valueOf(item.subject),
    valueOf(item.start),
    valueOf(item.requiredAttendees),
    valueOf(item.optionalAttendees),
  ]);
  const organizer = item.organizer === undefined ? [] : [await valueOf(item.organizer)];
  return {
    kind: 'appointment',
    subject,
    people: [...organizer, ...required, ...optional].map(toPerson),
    startsAt: start.toISOString(),
    appointmentId: item.itemId
      ? mailbox.convertToRestId(item.itemId, Office.MailboxEnums.RestVersion.v2_0)
      : null,
  };
}

async function readDraft(mailbox: Office.Mailbox): Promise<HostItem> {
  const item = mailbox.item as unknown as Office.MessageCompose; // The subject is no string: somebody is writing.
  const [subject, to, cc] = await Promise.all([
    ask<string>((done) => item.subject.getAsync(done)),
    ask<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done)),
    ask<Office.EmailAddressDetails[]>((done) => item.cc.getAsync(done)),
  ]);
  return { kind: 'compose', subject, people: [...to, ...cc].map(toPerson) };
}

const toPerson = (details: Office.EmailAddressDetails): MailAddress => ({
  name: details.displayName ?? '',
  address: details.emailAddress ?? '',
});

async function replyWith(mailbox: Office.Mailbox, html: string): Promise<void> {
  const item = mailbox.item as Office.MessageRead | undefined;
  if (typeof item?.displayReplyForm !== 'function')
    throw new OfficeError('no_host', 'There is no mail to reply to.');
  if (typeof item.displayReplyFormAsync === 'function') {
    await ask<unknown>((done) => item.displayReplyFormAsync({ htmlBody: html }, done));
  } else {
    item.displayReplyForm({ htmlBody: html });
  }
}

function openUrl(url: string): void {
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(url);
  } else {
    window.open(url, '_blank', 'noopener');
  }
}

const languageOf = (locale: string | undefined): Language => (/^de\b/i.test(locale ?? 'de') ? 'de' : 'en');

/** Office's theme where it tells one; else the browser's wish. Forced colours win over both. */
function createTheme(mailbox: Office.Mailbox) {
  const forced = window.matchMedia('(forced-colors: active)');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let office = darknessOf(Office.context.officeTheme);
  const handlers = new Set<(theme: HostTheme) => void>();
  const current = (): HostTheme =>
    forced.matches ? 'contrast' : (office ?? (dark.matches ? 'dark' : 'light'));
  const tell = () => {
    for (const handle of handlers) handle(current());
  };
  forced.addEventListener('change', tell);
  dark.addEventListener('change', tell);
  // Old hosts know no such event; the browser's wish has to do there.
  mailbox.addHandlerAsync(
    Office.EventType.OfficeThemeChanged,
    (event: { officeTheme?: Office.OfficeTheme }) => {
      office = darknessOf(event.officeTheme);
      tell();
    },
    () => undefined,
  );
  return {
    current,
    onChanged(handle: (theme: HostTheme) => void) {
      handlers.add(handle);
      return () => void handlers.delete(handle);
    },
  };
}

/** Dark when the pane's ground is; colours come as #rrggbb or, from older hosts, as a number. */
function darknessOf(theme: Office.OfficeTheme | null | undefined): 'light' | 'dark' | null {
  const ground: unknown = theme?.bodyBackgroundColor;
  if (typeof ground !== 'string' && typeof ground !== 'number') return null;
  const value = typeof ground === 'number' ? ground : Number.parseInt(ground.replace('#', ''), 16);
  if (Number.isNaN(value)) return null;
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}
