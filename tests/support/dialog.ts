// A question that stands over the page, found by its words.
import { screen, within } from '@testing-library/react';

/**
 * The dialog of this title. Not by role: jsdom has no layout, so Fluent's keeper of the focus at times takes an open dialog for
 * one that was left, and hides it from the roles. Browsers are asked by role, in the journeys.
 */
export async function findDialog(title: string) {
  const surface = (await screen.findByText(title)).closest<HTMLElement>('[role="alertdialog"]');
  if (surface === null) throw new Error(`"${title}" is not the title of a dialog`);
  return within(surface);
}
