// Endpoints of working time, locations and company holidays.
import {
  createCompanyHoliday,
  createLocation,
  getWorkingTime,
  listHolidays,
  removeCompanyHoliday,
  removeLocation,
  updateCompanyHoliday,
  updateCompanyTime,
  updateLocation,
} from '#contract/working-time.ts';
import type { Serve } from '#api/http/serve.ts';
import * as holidays from './holidays.ts';
import * as locations from './locations.ts';
import * as workingTime from './working-time.ts';

/** Registers the endpoints under /api/working-time. */
export function workingTimeRoutes(serve: Serve): void {
  serve(getWorkingTime, (_input, { deps, user }) => workingTime.get(deps, user));
  serve(listHolidays, (input, { deps, user }) => holidays.list(deps, user, input));
  serve(updateCompanyTime, (input, { deps, user, ifMatch }) =>
    workingTime.update(deps, user, input, ifMatch ?? 0),
  );
  serve(createLocation, (input, { deps, user }) => locations.create(deps, user, input));
  serve(updateLocation, (input, { deps, user, ifMatch }) =>
    locations.update(deps, user, input, ifMatch ?? 0),
  );
  serve(removeLocation, (input, { deps, user, ifMatch }) =>
    locations.remove(deps, user, input, ifMatch ?? 0),
  );
  serve(createCompanyHoliday, (input, { deps, user }) => holidays.create(deps, user, input));
  serve(updateCompanyHoliday, (input, { deps, user, ifMatch }) =>
    holidays.update(deps, user, input, ifMatch ?? 0),
  );
  serve(removeCompanyHoliday, (input, { deps, user, ifMatch }) =>
    holidays.remove(deps, user, input, ifMatch ?? 0),
  );
}
