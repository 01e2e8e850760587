/** Bundles a server entry (a path from the project's root) into one file. Throws when the sources do not compile. */
export function bundleServer(entry: string, out: string): Promise<void>;
