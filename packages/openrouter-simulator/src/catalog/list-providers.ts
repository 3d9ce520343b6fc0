import type { Route } from '../http/call.ts';
import { jsonResponse } from '../http/respond.ts';

/** `GET /providers`: those of the catalogue's endpoints, with what the options say of them. */
export const listProviders: Route = ({ simulation }) => {
  const { catalog, providers } = simulation;
  const nameBySlug = new Map<string, string>(
    catalog
      .models()
      .flatMap((model) => catalog.endpointsOf(model))
      .map((endpoint) => [endpoint.tag.split('/')[0] ?? endpoint.tag, endpoint.provider_name]),
  );
  for (const provider of providers) nameBySlug.set(provider.slug, provider.name);
  const data = [...nameBySlug].map(([slug, name]) => {
    const facts = providers.find((provider) => provider.slug === slug);
    return {
      name,
      slug,
      headquarters: facts?.headquarters ?? null,
      datacenters: facts?.datacenters ?? null,
      privacy_policy_url: null,
      terms_of_service_url: null,
      status_page_url: null,
    };
  });
  return jsonResponse({ data });
};
