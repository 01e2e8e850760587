// The unified manifest (schema 1.22): Outlook on the web and Windows, and Teams. Mac and mobile: see xml.ts.
import { englishExtension, messageExtension } from './extension.ts';
import type { ManifestSettings } from './source.ts';
import {
  mailboxVersion,
  noticeType,
  pages,
  ribbonIconSizes,
  sendingEvent,
  sendingEvents,
  sendingVersion,
  surfaces,
  texts,
} from './source.ts';

const schemaVersion = '1.22';

/** The unified manifest as JSON data, German by default; `localization` below is its English file. */
export function buildUnifiedManifest(settings: ManifestSettings) {
  const de = texts.de;
  const url = (path: string) => settings.publicUrl + path;
  const { host } = new URL(settings.publicUrl);
  return {
    $schema: `https://developer.microsoft.com/en-us/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version: settings.version,
    id: settings.unifiedId,
    developer: {
      name: settings.company,
      websiteUrl: settings.publicUrl,
      privacyUrl: url(pages.privacy),
      termsOfUseUrl: url(pages.terms),
    },
    name: { short: de.short, full: de.full },
    description: { short: de.descriptionShort, full: de.descriptionFull },
    icons: { color: 'icon-192.png', outline: 'outline-32.png', color32x32: 'icon-32.png' },
    accentColor: '#0F6CBD',
    localizationInfo: {
      defaultLanguageTag: 'de-de',
      additionalLanguages: [{ languageTag: 'en-us', file: 'en.json' }],
    },
    validDomains: [host],
    permissions: ['identity', 'messageTeamMembers'],
    ...rights(settings, host),
    activities: {
      activityTypes: [{ type: noticeType, description: de.notice.description, templateText: de.notice.text }],
    },
    staticTabs: [
      tab('my-day', de.dayTab, `${url(pages.tab)}#/`),
      tab('complaints', de.complaintsTab, `${url(pages.tab)}#/complaints`),
      tab('customer', de.customerTab, `${url(pages.tab)}#/customers`),
      tab('visits', de.visitsTab, `${url(pages.tab)}#/visits`),
      tab('lists', de.listsTab, `${url(pages.tab)}#/lists`),
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
    ],
    bots: [bot(settings)],
    composeExtensions: [messageExtension(settings, host)],
    extensions: [outlook(settings)],
  };
}

/** The English file that the package carries beside the manifest. */
export function buildEnglishLocalization() {
  const en = texts.en;
  return {
    $schema: `https://developer.microsoft.com/en-us/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': en.short,
    'name.full': en.full,
    'description.short': en.descriptionShort,
    'description.full': en.descriptionFull,
    'staticTabs[0].name': en.dayTab,
    'staticTabs[1].name': en.complaintsTab,
    'staticTabs[2].name': en.customerTab,
    'staticTabs[3].name': en.visitsTab,
    'staticTabs[4].name': en.listsTab,
    'activities.activityTypes[0].description': en.notice.description,
    'activities.activityTypes[0].templateText': en.notice.text,
    'bots[0].commandLists[0].commands[0].title': en.commands.help,
    'bots[0].commandLists[0].commands[0].description': en.botHelp,
    'bots[0].commandLists[0].commands[1].title': en.commands.followUps,
    'bots[0].commandLists[0].commands[1].description': en.botFollowUps,
    ...englishExtension(),
  };
}

/** Which app registration signs people in, and what the app may do where it is installed. */
function rights(settings: ManifestSettings, host: string) {
  return {
    webApplicationInfo: {
      id: settings.entraClientId,
      resource: `api://${host}/${settings.entraClientId}`,
      nestedAppAuthInfo: [
        {
          redirectUri: `brk-multihub://${host}`,
          scopes: [`api://${host}/${settings.entraClientId}/access_as_user`],
          claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
        },
      ],
    },
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
          { name: 'TeamsActivity.Send.User', type: 'Application' },
        ],
      },
    },
  };
}

function tab(entityId: string, name: string, contentUrl: string) {
  return {
    entityId,
    name,
    contentUrl,
    websiteUrl: contentUrl,
    scopes: ['personal'],
    context: ['personalTab'],
  };
}

function bot(settings: ManifestSettings) {
  const de = texts.de;
  return {
    botId: settings.botId,
    // in a chat or team it tells the message extension who takes part; talking is for the personal chat
    scopes: ['personal', 'team', 'groupChat'],
    isNotificationOnly: false,
    supportsFiles: false,
    commandLists: [
      {
        scopes: ['personal'],
        commands: [
          { title: de.commands.help, description: de.botHelp },
          { title: de.commands.followUps, description: de.botFollowUps },
        ],
      },
    ],
  };
}

const sendingNeeds = {
  scopes: ['mail'],
  capabilities: [{ name: 'Mailbox', minVersion: sendingVersion }],
};

const sendingRuns = {
  requirements: sendingNeeds,
  events: sendingEvents.map(({ unified, handler }) => ({
    type: unified,
    actionId: handler,
    ...(unified === sendingEvent ? { options: { sendMode: 'promptUser' } } : {}),
  })),
};

/** A page for Outlook in browsers, a script for classic Outlook on Windows. */
function sendingRuntime({ publicUrl }: ManifestSettings) {
  return {
    id: 'sending',
    type: 'general',
    requirements: sendingNeeds,
    lifetime: 'short',
    code: { page: publicUrl + pages.events, script: publicUrl + pages.eventScript },
    actions: sendingEvents.map(({ handler }) => ({ id: handler, type: 'executeFunction' })),
  };
}

function outlook(settings: ManifestSettings) {
  const de = texts.de;
  const mail = { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: mailboxVersion }] };
  const icons = ribbonIconSizes.map((size) => ({
    size,
    url: `${settings.publicUrl}/icons/icon-${size}.png`,
  }));
  const button = {
    id: 'openCockpit',
    type: 'button',
    label: de.button,
    actionId: 'openPane',
    supertip: { title: de.button, description: de.buttonTip },
    icons,
  };
  return {
    requirements: mail,
    runtimes: [
      {
        id: 'pane',
        type: 'general',
        requirements: mail,
        lifetime: 'short',
        code: { page: settings.publicUrl + pages.pane },
        actions: [
          { id: 'openPane', type: 'openPage', view: 'pane', pinnable: true, supportsNoItemContext: true },
        ],
      },
      sendingRuntime(settings),
    ],
    autoRunEvents: [sendingRuns],
    ribbons: [
      {
        contexts: surfaces.map((surface) => surface.unified),
        requirements: { scopes: ['mail'] },
        tabs: [
          {
            builtInTabId: 'TabDefault',
            groups: [{ id: 'cockpitGroup', label: de.short, icons, controls: [button] }],
          },
        ],
      },
    ],
    // the XML package for Mac and mobile hides itself where this one runs
    alternates: [{ hide: { customOfficeAddin: { officeAddinId: settings.xmlId } } }],
  };
}
