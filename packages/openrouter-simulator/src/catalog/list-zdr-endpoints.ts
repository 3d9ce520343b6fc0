import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';
import { dataPolicyOf } from './provider-directory.ts';

/** `GET /endpoints/zdr`: the endpoints that keep nothing. */
export const listZdrEndpoints: Route = ({ simulation }) => {
  const { catalog, providers } = simulation;
  const endpoints = catalog.models().flatMap((model) => catalog.endpointsOf(model));
  return jsonResponse({
    data: endpoints.filter((endpoint) => !dataPolicyOf(endpoint, providers).retains),
  });
};
