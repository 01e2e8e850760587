// Microsoft Graph over the network, through microsoft-graph-client.
import type { Graph, GraphOptions } from './graph.ts';
import { createGraphCalendar } from './graph-calendar.ts';
import { createGraphClient } from './graph-client.ts';
import { createGraphMail } from './graph-mail.ts';
import { createGraphMailbox } from './graph-mailbox.ts';
import { createGraphToDo } from './graph-to-do.ts';

/** Makes the Graph of graph.ts; nothing is sent until it is asked something. */
export function createGraph(options: GraphOptions): Graph {
  const client = createGraphClient(options);
  const hasToken: Graph['hasToken'] = (user) =>
    options.getToken(user).then(
      () => true,
      () => false,
    );
  return {
    hasToken,
    ...createGraphToDo(client),
    ...createGraphMail(client),
    ...createGraphMailbox(client),
    ...createGraphCalendar(client),
  };
}
