import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Runner } from '../run/create-runner.ts';
import type { RouteOptions } from './routes.ts';

export interface RouteModelOptions {
  readonly modelId: string;
  readonly route: RouteOptions;
  readonly runner: Runner;
  readonly supportedUrls: () => LanguageModelV4['supportedUrls'];
}

/** A virtual model: calls run with the route's options below their own. Its identity is the route and never changes. */
export function createRouteModel({
  modelId,
  route,
  runner,
  supportedUrls,
}: RouteModelOptions): LanguageModelV4 {
  const withRoute = (params: LanguageModelV4CallOptions): LanguageModelV4CallOptions => ({
    ...params,
    providerOptions: {
      ...params.providerOptions,
      tierwise: { ...routeJson(route), ...params.providerOptions?.['tierwise'] },
    },
  });
  return {
    specificationVersion: 'v4',
    provider: 'tierwise',
    modelId,
    get supportedUrls() {
      return supportedUrls();
    },
    doGenerate: (params) => runner.generate({ params: withRoute(params) }),
    doStream: (params) => runner.stream({ params: withRoute(params) }),
  };
}

/** Provider options are JSON: an absent option is left out rather than undefined. */
function routeJson(route: RouteOptions): Record<string, string | number | boolean | string[]> {
  const entries = Object.entries(route).filter(
    (entry): entry is [string, string | number | boolean | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
