// In which order the people of a customer stand, wherever one is shown or chosen. Pure.
import type { Cockpit } from '#contract/cockpit.ts';
import type { Contact } from '#contract/customer.ts';

/** Who was in touch last stands first; the others follow in the server's order. */
export function byLastTouch({ contacts, activities }: Cockpit): Contact[] {
  const rank = (contact: Contact) => {
    const index = activities.findIndex((activity) => activity.contact?.id === contact.id);
    return index === -1 ? activities.length : index;
  };
  return [...contacts].sort((a, b) => rank(a) - rank(b));
}
