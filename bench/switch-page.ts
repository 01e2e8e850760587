// What runs inside the browser for switch.ts. Each function is sent there by its text, so it uses nothing around it.

declare global {
  interface Window {
    /** The last request for a cockpit, with its reply once it is read. */
    lastCockpit?: { input: RequestInfo | URL; init: RequestInit | undefined; isFound: boolean | null };
  }
}

/** In every frame, before its scripts: remembers what was asked for a cockpit. */
export function installWatch(): void {
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const isCockpit = typeof input === 'string' && input.includes('/api/mails/cockpit');
    const response = await send.call(window, input, init);
    if (!isCockpit) return response;
    const asked = { input, init: { ...init, signal: null }, isFound: null as boolean | null };
    window.lastCockpit = asked;
    void response
      .clone()
      .json()
      .then((reply: { cockpit?: unknown }) => {
        asked.isFound = Boolean(reply.cockpit);
      });
    return response;
  };
}

export function countMails(): number {
  return document.querySelectorAll(
    '[role=list][aria-label=Nachrichten] button, ul[aria-label=Nachrichten] button',
  ).length;
}

/**
 * Presses the mail of this number and waits until its cockpit is painted: milliseconds from the press to the frame after
 * the last change. Null when the mail leads to no cockpit.
 */
export async function chooseMail(mail: number): Promise<{ ms: number; heading: string } | null> {
  const frame = document.querySelector<HTMLIFrameElement>('aside iframe[title="Kundencockpit"]');
  const pane = frame?.contentWindow;
  const root = pane?.document;
  const buttons = document.querySelectorAll<HTMLButtonElement>(
    '[role=list][aria-label=Nachrichten] button, ul[aria-label=Nachrichten] button',
  );
  const button = buttons[mail];
  if (!pane || !root || !button) throw new Error('the demo’s Outlook looks different');
  const headingOf = () => root.querySelector('main h1')?.textContent ?? '';
  const isWhole = () =>
    pane.lastCockpit !== undefined &&
    root.querySelector('main [aria-busy=true], main [inert]') === null &&
    root.querySelectorAll('main h2').length >= 2;
  delete pane.lastCockpit;
  await new Promise((done) => setTimeout(done, 100)); // nothing of the mail before is under way
  const start = performance.timeOrigin + performance.now();
  performance.mark('switch');
  const painted = new Promise<number | null>((done) => {
    const giveUp = setTimeout(() => end(null), 3_000);
    const look = new MutationObserver(() => {
      if (isWhole()) pane.requestAnimationFrame(afterPaint);
    });
    const afterPaint = () => {
      const channel = new MessageChannel(); // its message comes after the frame has been painted
      channel.port1.onmessage = () => end(pane.performance.timeOrigin + pane.performance.now());
      channel.port2.postMessage(null);
    };
    const end = (at: number | null) => {
      clearTimeout(giveUp);
      look.disconnect();
      done(at);
    };
    look.observe(root.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  button.click();
  const at = await painted;
  const asked = Reflect.get(pane, 'lastCockpit') as Window['lastCockpit']; // set meanwhile by installWatch
  if (at === null || asked?.isFound === false) return null;
  return { ms: at - start, heading: headingOf() };
}

/** The same request once more, alone, from the pane, until its JSON is read. */
export async function timeBareFetch(): Promise<number> {
  const pane = document.querySelector<HTMLIFrameElement>(
    'aside iframe[title="Kundencockpit"]',
  )?.contentWindow;
  const asked = pane?.lastCockpit;
  if (!pane || !asked) throw new Error('no cockpit was asked for');
  const start = pane.performance.now();
  const response = await pane.fetch(asked.input, asked.init);
  await response.json();
  return pane.performance.now() - start;
}
