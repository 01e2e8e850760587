// "Merkmale": the company's own fields.
import { Section } from '../ui/section.tsx';
import { useSettingsMessages } from '../messages/settings-messages.ts';

export function AttributesSection() {
  const { settings: words } = useSettingsMessages();
  return <Section title={words.sections.attributes}>{null}</Section>;
}
