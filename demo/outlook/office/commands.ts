// Functions of the add-in that Outlook runs by itself (sending, recipients changed): called by name, completed once.

/** What a handler says at its end. */
export interface Completion {
  readonly allowEvent?: boolean;
  readonly errorMessage?: string;
}

export interface Commands {
  /** Runs the function of this name; null when it is not there or does not complete in time. */
  run(name: string, limitMs: number): Promise<Completion | null>;
  /** The page listens to commands from now on. */
  listen(): void;
  /** Takes what Office.js says when a function completed. */
  complete(data: unknown): void;
}

/** Office's number for a completed event. */
const eventCompleted = 94;

/** `emit` sends a command to the page. */
export function createCommands(emit: (data: unknown) => boolean): Commands {
  const running = new Map<string, (completion: Completion | null) => void>();
  let open: () => void = () => undefined;
  const isOpen = new Promise<void>((done) => {
    open = done;
  });
  return {
    listen: () => open(),
    run: (name, limitMs) =>
      new Promise((done) => {
        const id = crypto.randomUUID();
        const timer = setTimeout(() => {
          running.delete(id);
          done(null);
        }, limitMs);
        running.set(id, (completion) => {
          clearTimeout(timer);
          running.delete(id);
          done(completion);
        });
        void isOpen.then(() =>
          emit({ 0: id, 1: name, 2: JSON.stringify({ type: name, source: { id: name } }) }),
        );
      }),
    complete: (data) => {
      // Office.js sends it so: the command's id, its state, and the event as text.
      const said = data as { DdaMethod?: { DispatchId?: number }; 0?: string; 1?: number; 2?: string };
      if (said.DdaMethod?.DispatchId !== eventCompleted) return;
      const event = JSON.parse(said[2] ?? '{}') as { completedContext?: Completion };
      running.get(said[0] ?? '')?.(said[1] === 0 ? (event.completedContext ?? {}) : null);
    },
  };
}
