// Endpoints of attributes.
import {
  createAttribute,
  deleteAttribute,
  getRecordAttributes,
  listAttributes,
  updateAttribute,
  updateRecordAttributes,
} from '#contract/attribute.ts';
import type { Serve } from '#api/http/serve.ts';
import * as attributes from './attributes.ts';
import * as record from './record.ts';

/** Registers the endpoints under /api/attributes. */
export function attributeRoutes(serve: Serve): void {
  serve(listAttributes, (input, { deps, user }) => attributes.list(deps, user, input));
  serve(createAttribute, (input, { deps, user }) => attributes.create(deps, user, input));
  serve(updateAttribute, (input, { deps, user, ifMatch }) =>
    attributes.update(deps, user, input, ifMatch ?? 0),
  );
  serve(deleteAttribute, (input, { deps, user, ifMatch }) =>
    attributes.remove(deps, user, input, ifMatch ?? 0),
  );
  serve(getRecordAttributes, (input, { deps, user }) => record.get(deps, user, input));
  serve(updateRecordAttributes, (input, { deps, user, ifMatch }) =>
    record.update(deps, user, input, ifMatch ?? 0),
  );
}
