// The message extension in the unified manifest: what can be searched, what can be made of a message, which links are ours.
import type { ManifestSettings } from './source.ts';
import { texts } from './source.ts';

const searches = ['customers', 'contacts', 'complaints'] as const;
const actions = ['message_log', 'message_complaint', 'message_follow_up'] as const;
type Command = (typeof searches)[number] | (typeof actions)[number];
const commands: readonly Command[] = [...searches, ...actions];

/** The commands by the names that teams-app/bot reads; `host` is where our own links lead to. */
export function messageExtension({ botId }: ManifestSettings, host: string) {
  return {
    botId,
    commands: [...searches.map(searchCommand), ...actions.map(messageCommand)],
    messageHandlers: [{ type: 'link', value: { domains: [host], supportsAnonymizedPayloads: false } }],
  };
}

function searchCommand(id: (typeof searches)[number]) {
  const [parameterTitle, parameterDescription] = texts.de.extension.text;
  return {
    ...named(id),
    type: 'query',
    context: ['compose', 'commandBox'],
    initialRun: true,
    parameters: [
      { name: 'text', title: parameterTitle, description: parameterDescription, inputType: 'text' },
    ],
  };
}

function messageCommand(id: (typeof actions)[number]) {
  return { ...named(id), type: 'action', context: ['message'], fetchTask: true };
}

function named(id: Command) {
  const [title, description] = texts.de.extension[id];
  return { id, title, description };
}

/** The English names, under the keys that the localization file wants. */
export function englishExtension(): Record<string, string> {
  const place = (index: number) => `composeExtensions[0].commands[${index}]`;
  const named = commands.flatMap((id, index) => {
    const [title, description] = texts.en.extension[id];
    return [
      [`${place(index)}.title`, title],
      [`${place(index)}.description`, description],
    ];
  });
  const [title, description] = texts.en.extension.text;
  const parameters = searches.flatMap((_id, index) => [
    [`${place(index)}.parameters[0].title`, title],
    [`${place(index)}.parameters[0].description`, description],
  ]);
  return Object.fromEntries([...named, ...parameters]) as Record<string, string>; // pairs of texts
}
