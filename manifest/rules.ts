// What Microsoft's schema accepts and Outlook or Teams then refuses or silently ignores: rules of our own.
import { z } from 'zod';

/** The parts of a unified manifest that the rules look at; everything else is the schema's business. */
const Looked = z.object({
  id: z.string(),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({
    id: z.string(),
    resource: z.string(),
    nestedAppAuthInfo: z.array(z.object({ redirectUri: z.string() })),
  }),
  authorization: z.object({
    permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
  }),
  activities: z
    .object({ activityTypes: z.array(z.object({ type: z.string(), templateText: z.string() })) })
    .optional(),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string().optional() })),
  bots: z.array(z.object({ botId: z.string() })),
  composeExtensions: z
    .array(
      z.object({
        botId: z.string(),
        commands: z.array(
          z.object({
            id: z.string(),
            type: z.string(),
            fetchTask: z.boolean().optional(),
            parameters: z.array(z.object({ name: z.string() })).optional(),
          }),
        ),
        messageHandlers: z.array(z.object({ value: z.object({ domains: z.array(z.string()) }) })),
      }),
    )
    .optional(),
  extensions: z.array(
    z.object({
      runtimes: z.array(
        z.object({
          id: z.string(),
          code: z.object({ page: z.string().optional(), script: z.string().optional() }),
          actions: z.array(z.object({ id: z.string(), type: z.string(), pinnable: z.boolean().optional() })),
        }),
      ),
      ribbons: z.array(
        z.object({
          tabs: z.array(
            z.object({
              groups: z.array(
                z.object({
                  icons: z.array(z.object({ size: z.number() })),
                  controls: z.array(z.object({ id: z.string(), actionId: z.string() })),
                }),
              ),
            }),
          ),
        }),
      ),
      autoRunEvents: z
        .array(z.object({ events: z.array(z.object({ type: z.string(), actionId: z.string() })) }))
        .optional(),
    }),
  ),
});
type Looked = z.infer<typeof Looked>;

const reservedTabs = ['conversations', 'about'];
const eventTypes = [
  'messageSending',
  'newMessageComposeCreated',
  'messageRecipientsChanged',
  'messageAttachmentsChanged',
  'appointmentSending',
  'newAppointmentOrganizerCreated',
];
const resourcePermissions = [
  'MailboxItem.Read.User',
  'MailboxItem.ReadWrite.User',
  'Mailbox.ReadWrite.User',
  'TeamsActivity.Send.User',
  'ChatMessage.Read.Chat',
];

/** Sentences about what is wrong; an empty list is a sound manifest. */
export function findManifestProblems(manifest: unknown): string[] {
  const parsed = Looked.safeParse(manifest);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const rules = [
    checkDomains,
    checkTabs,
    checkRegistrations,
    checkPermissions,
    checkNotices,
    checkActions,
    checkMessageExtension,
    checkUrls,
  ];
  return rules.flatMap((rule) => rule(parsed.data));
}

function checkDomains(manifest: Looked): string[] {
  return manifest.validDomains
    .filter((domain) => domain.includes('/') || domain.includes(':'))
    .map((domain) => `validDomains: "${domain}" must be a bare host name`);
}

function checkTabs(manifest: Looked): string[] {
  return manifest.staticTabs
    .filter((tab) => !reservedTabs.includes(tab.entityId) && tab.contentUrl === undefined)
    .map((tab) => `staticTabs: "${tab.entityId}" has no contentUrl`);
}

/** A user's token for the API must never be good for the bot (hosts' own advice: two registrations). */
function checkRegistrations(manifest: Looked): string[] {
  const { id, nestedAppAuthInfo } = manifest.webApplicationInfo;
  const shared = manifest.bots
    .filter((bot) => bot.botId === id)
    .map(() => 'bots: the bot shares its app registration with the API');
  const redirects = nestedAppAuthInfo
    .filter((info) => !/^brk-multihub:\/\/[^/]+$/.test(info.redirectUri))
    .map(
      (info) => `nestedAppAuthInfo: "${info.redirectUri}" must be brk-multihub:// and a host, without a path`,
    );
  return [...shared, ...redirects];
}

function checkPermissions(manifest: Looked): string[] {
  return manifest.authorization.permissions.resourceSpecific
    .filter((permission) => !resourcePermissions.includes(permission.name))
    .map((permission) => `resourceSpecific: "${permission.name}" is not a permission we know`);
}

/** Notices need the right to send them; Teams refuses one whose template it cannot fill. */
function checkNotices({ activities, authorization }: Looked): string[] {
  const types = activities?.activityTypes ?? [];
  const mayNotify = authorization.permissions.resourceSpecific.some(
    ({ name, type }) => name === 'TeamsActivity.Send.User' && type === 'Application',
  );
  const names = types.map(({ type }) => type);
  return [
    ...(types.length > 0 && !mayNotify
      ? ['activities: without the application permission TeamsActivity.Send.User']
      : []),
    ...names
      .filter((name, index) => name === 'systemDefault' || names.indexOf(name) !== index)
      .map((name) => `activities: "${name}" is reserved or declared twice`),
    ...types
      .filter(({ templateText }) => /[{}]/.test(templateText.replaceAll(/\{\w+\}/g, '')))
      .map(({ type }) => `activities: the template of "${type}" has a broken place`),
  ];
}

/** A search without parameters never asks, an action without a dialog never opens; links are unfurled on hosts of ours only. */
function checkMessageExtension({ composeExtensions = [], bots, validDomains }: Looked): string[] {
  return composeExtensions.flatMap(({ botId, commands, messageHandlers }) => [
    ...(bots.some((bot) => bot.botId === botId) ? [] : ['composeExtensions: its bot is not declared']),
    ...commands
      .filter(({ type, parameters = [] }) => type === 'query' && parameters.length === 0)
      .map(({ id }) => `composeExtensions: the search "${id}" has no parameters`),
    ...commands
      .filter(
        ({ type, fetchTask, parameters = [] }) => type === 'action' && !fetchTask && parameters.length === 0,
      )
      .map(({ id }) => `composeExtensions: the action "${id}" opens no dialog`),
    ...messageHandlers
      .flatMap(({ value }) => value.domains)
      .filter((domain) => !validDomains.includes(domain))
      .map((domain) => `composeExtensions: links of "${domain}" are not ours`),
  ]);
}

function checkActions(manifest: Looked): string[] {
  return manifest.extensions.flatMap((extension) => {
    const known = new Set(
      extension.runtimes.flatMap((runtime) => runtime.actions.map((action) => action.id)),
    );
    const controls = extension.ribbons.flatMap((ribbon) =>
      ribbon.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls)),
    );
    const events = (extension.autoRunEvents ?? []).flatMap((autoRun) => autoRun.events);
    return [
      ...controls
        .filter((control) => !known.has(control.actionId))
        .map((control) => `ribbons: "${control.id}" calls the unknown action "${control.actionId}"`),
      ...events
        .filter((event) => !known.has(event.actionId))
        .map((event) => `autoRunEvents: "${event.type}" calls the unknown action "${event.actionId}"`),
      ...events
        .filter((event) => !eventTypes.includes(event.type))
        .map((event) => `autoRunEvents: "${event.type}" is no event of the unified manifest`),
    ];
  });
}

function checkUrls(manifest: Looked): string[] {
  const hosts = new Set(manifest.validDomains);
  const urls = [
    ...manifest.staticTabs.flatMap((tab) => tab.contentUrl ?? []),
    ...manifest.extensions.flatMap((extension) =>
      extension.runtimes.flatMap((runtime) => [runtime.code.page ?? [], runtime.code.script ?? []].flat()),
    ),
  ];
  return urls
    .filter((url) => !isOurs(url, hosts))
    .map((url) => `"${url}" must be https on one of validDomains`);
}

function isOurs(url: string, hosts: ReadonlySet<string>): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' && hosts.has(host);
}
