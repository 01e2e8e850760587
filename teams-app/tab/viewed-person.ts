// Whose view an administrator looks at in this window; it outlives a reload and ends with the window.

const key = 'kundencockpit.view-as';

export interface ViewedPerson {
  get: () => string | null;
  set: (userId: string | null) => void;
}

/** Kept in the window's own storage; without one (private windows) only as long as the page lives. */
export function createViewedPerson(): ViewedPerson {
  let current = read();
  return {
    get: () => current,
    set: (userId) => {
      current = userId;
      keep(userId);
    },
  };
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(userId: string | null): void {
  try {
    if (userId === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, userId);
  } catch {
    // kept in memory then
  }
}
