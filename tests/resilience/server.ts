// The real server as a process of its own, without building pages: what start.ts does after that. Killed by these tests.
import { readConfig } from '#api/config.ts';
import { listen } from '#api/listen.ts';
import { createMain } from '#api/main.ts';

const config = readConfig();
const main = await createMain(config);
await listen(main.app, config.host, config.port);
main.startJobs();
process.stdout.write('ready\n');
