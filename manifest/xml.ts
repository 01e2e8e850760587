// The XML manifest: the same pane for Outlook on Mac and mobile, which the unified manifest does not reach.
import type { ManifestSettings } from './source.ts';
import {
  mailboxVersion,
  mobileIconScales,
  mobileIconSizes,
  pages,
  ribbonIconSizes,
  sendingEvent,
  sendingEvents,
  surfaces,
  texts,
} from './source.ts';

/** The add-in-only manifest as XML text; German with English overrides. */
export function buildXmlManifest(settings: ManifestSettings): string {
  const url = (path: string) => escapeXml(settings.publicUrl + path);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>${settings.xmlId}</Id>
  <Version>${settings.version}.0</Version>
  <ProviderName>${escapeXml(settings.company)}</ProviderName>
  <DefaultLocale>de-DE</DefaultLocale>
  ${translated('DisplayName', texts.de.xmlName, texts.en.xmlName)}
  ${translated('Description', texts.de.descriptionShort, texts.en.descriptionShort)}
  <IconUrl DefaultValue="${url('/icons/icon-64.png')}"/>
  <HighResolutionIconUrl DefaultValue="${url('/icons/icon-128.png')}"/>
  <SupportUrl DefaultValue="${url(pages.support)}"/>
  <AppDomains><AppDomain>${escapeXml(settings.publicUrl)}</AppDomain></AppDomains>
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="${mailboxVersion}"/></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead"><DesktopSettings><SourceLocation DefaultValue="${url(pages.pane)}"/><RequestedHeight>450</RequestedHeight></DesktopSettings></Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or"><Rule xsi:type="ItemIs" ItemType="Message" FormType="Read"/></Rule>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements><bt:Sets DefaultMinVersion="${mailboxVersion}"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
      <Hosts>
        <Host xsi:type="MailHost">
          <Runtimes><Runtime resid="Events.Url"><Override type="javascript" resid="EventScript.Url"/></Runtime></Runtimes>
          <DesktopFormFactor>
            <SupportsSharedFolders>true</SupportsSharedFolders>
${surfaces.map((surface) => `            ${desktopSurface(surface.xml)}`).join('\n')}
            ${launchEvents()}
          </DesktopFormFactor>
          ${mobileFormFactor()}
        </Host>
      </Hosts>
      ${resources(settings)}
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
}

function desktopSurface(type: string): string {
  const images = ribbonIconSizes.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');
  const supertip = '<Supertip><Title resid="Button.Label"/><Description resid="Button.Tip"/></Supertip>';
  const action =
    '<Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane.Url"/><SupportsPinning>true</SupportsPinning></Action>';
  const button = `<Control xsi:type="Button" id="${type}.Button"><Label resid="Button.Label"/>${supertip}<Icon>${images}</Icon>${action}</Control>`;
  const group = `<Group id="${type}.Group"><Label resid="Group.Label"/>${button}</Group>`;
  return `<ExtensionPoint xsi:type="${type}"><OfficeTab id="TabDefault">${group}</OfficeTab></ExtensionPoint>`;
}

/** The guard before sending; people may always send all the same. */
function launchEvents(): string {
  const events = sendingEvents.map(({ xml, unified, handler }) => {
    const mode = unified === sendingEvent ? ' SendMode="PromptUser"' : '';
    return `<LaunchEvent Type="${xml}" FunctionName="${handler}"${mode}/>`;
  });
  return `<ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents>${events.join('')}</LaunchEvents><SourceLocation resid="Events.Url"/></ExtensionPoint>`;
}

function mobileFormFactor(): string {
  const images = mobileIconSizes
    .flatMap((size) =>
      mobileIconScales.map((scale) => `<bt:Image size="${size}" scale="${scale}" resid="Icon.${size}"/>`),
    )
    .join('');
  const action = '<Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane.Url"/></Action>';
  const button = `<Control xsi:type="MobileButton" id="Mobile.Button"><Label resid="Button.Label"/><Icon xsi:type="bt:MobileIconList">${images}</Icon>${action}</Control>`;
  const group = `<Group id="Mobile.Group"><Label resid="Group.Label"/>${button}</Group>`;
  return `<MobileFormFactor><ExtensionPoint xsi:type="MobileMessageReadCommandSurface">${group}</ExtensionPoint></MobileFormFactor>`;
}

function resources(settings: ManifestSettings): string {
  const sizes = [...new Set([...ribbonIconSizes, ...mobileIconSizes])].sort((a, b) => a - b);
  const images = sizes.map(
    (size) =>
      `<bt:Image id="Icon.${size}" DefaultValue="${escapeXml(`${settings.publicUrl}/icons/icon-${size}.png`)}"/>`,
  );
  const url = (id: string, path: string) =>
    `<bt:Url id="${id}" DefaultValue="${escapeXml(settings.publicUrl + path)}"/>`;
  const text = (id: string, de: string, en: string) =>
    `<bt:String id="${id}" DefaultValue="${escapeXml(de)}"><bt:Override Locale="en-US" Value="${escapeXml(en)}"/></bt:String>`;
  return `<Resources>
        <bt:Images>${images.join('')}</bt:Images>
        <bt:Urls>${url('Pane.Url', pages.pane)}${url('Events.Url', pages.events)}${url('EventScript.Url', pages.eventScript)}</bt:Urls>
        <bt:ShortStrings>${text('Group.Label', texts.de.short, texts.en.short)}${text('Button.Label', texts.de.button, texts.en.button)}</bt:ShortStrings>
        <bt:LongStrings>${text('Button.Tip', texts.de.buttonTip, texts.en.buttonTip)}</bt:LongStrings>
      </Resources>`;
}

function translated(element: string, de: string, en: string): string {
  return `<${element} DefaultValue="${escapeXml(de)}"><Override Locale="en-US" Value="${escapeXml(en)}"/></${element}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
