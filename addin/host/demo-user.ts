// Which sample person the demo works as: kept in the browser, shared by every page and frame of the demo.
const key = 'kundencockpit.demo.user';
const firstUser = 'anna';

/** The short name of the sample person, `anna` until another one is chosen. */
export function readDemoUser(): string {
  return localStorage.getItem(key) ?? firstUser;
}

/** Works as this person from now on, in every open page of the demo. */
export function writeDemoUser(user: string): void {
  localStorage.setItem(key, user);
}

/** Calls back when another page or frame chose another person; returns the function that stops it. */
export function onDemoUserChanged(handle: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key || event.key === null) handle();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
