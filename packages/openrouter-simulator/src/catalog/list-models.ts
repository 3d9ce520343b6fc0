import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';

/** `GET /models`. */
export const listModels: Route = ({ simulation }) => {
  const data = simulation.catalog.models();
  return jsonResponse({ data, total_count: data.length, links: { next: null } });
};
