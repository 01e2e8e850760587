// A closed complaint with its survey link, and the page behind it as a customer's browser opens it.
import { prepareClosingMail } from '#contract/complaint-survey.ts';
import { getComplaint, moveComplaint, reportComplaint } from '#contract/complaint.ts';
import { buildReport, storeHollerbach } from './complaint-case.ts';
import type { DatabaseKind } from './databases.ts';
import type { ShortName } from './people.ts';
import { createWorld, type World } from './world.ts';

export type SurveyCase = ReturnType<typeof createSurveyCase>;

/** A world of its own, and the surveys in it. */
export async function openSurveyWorld(database: DatabaseKind): Promise<{ world: World; survey: SurveyCase }> {
  const world = await createWorld({ database });
  return { world, survey: createSurveyCase(world) };
}

/** Everything that a test of surveys begins with. */
function createSurveyCase(world: World) {
  /** A complaint of Hollerbach's that Jonas has closed. */
  async function closedComplaint() {
    const { customer } = await storeHollerbach(world);
    const input = buildReport(customer.id, { severity: 'low' });
    const { id } = (await world.call('jonas', reportComplaint, input)).body.complaint;
    const move = { id, move: 'close' as const, text: 'Ersatz geliefert' };
    await world.call('jonas', moveComplaint, move, { ifMatch: 1 });
    return { id, customerId: customer.id };
  }

  const prepare = (user: ShortName, id: string) => world.call(user, prepareClosingMail, { id });

  /** The path of a fresh link on the test's own server. */
  async function linkOf(id: string): Promise<string> {
    const { survey } = (await prepare('jonas', id)).body;
    if (survey === null) throw new Error('There is no link.');
    return new URL(survey.url).pathname;
  }

  async function open(path: string, language = 'de') {
    const answer = await fetch(`${world.url}${path}`, { headers: { 'accept-language': language } });
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  }

  /** Presses the button of the form. */
  async function press(path: string, form: Record<string, string> | string) {
    const body = typeof form === 'string' ? form : new URLSearchParams(form);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = { method: 'POST', body, headers, redirect: 'manual' as const };
    const answer = await fetch(`${world.url}${path}`, request);
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  }

  const read = async (id: string) => (await world.call('jonas', getComplaint, { id })).body;

  return { closedComplaint, prepare, linkOf, open, press, read };
}
