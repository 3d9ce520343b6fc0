import {
  type EmbeddingModelV4,
  type ImageModelV4,
  type LanguageModelV4,
  NoSuchModelError,
  type ProviderV4,
} from '@ai-sdk/provider';
import { parseCallOptions } from '../options/parse-call-options.ts';
import { resolveOptions, type TierwiseOptions } from '../options/tierwise-options.ts';
import type { PlannedCall } from '../plan/create-planner.ts';
import { describeDecision } from '../report/describe-decision.ts';
import type { TierwiseDecision } from '../report/tierwise-metadata.ts';
import { createRunner } from '../run/create-runner.ts';
import { createRouteModel } from './route-model.ts';
import { BUILT_IN_ROUTES, type BuiltInRoute, type RouteOptions } from './routes.ts';

/** {@link TierwiseOptions} without what only a wrapped model has, and routes. */
export interface CreateTierwiseOptions<Route extends string = never> extends Omit<
  TierwiseOptions,
  'lastResort'
> {
  /** Virtual models of your own, by name: what a call of `languageModel(name)` asks for. They replace built-in ones. */
  readonly routes?: Readonly<Record<Route, RouteOptions>> | undefined;
}

/** A provider whose language models are routes. */
export interface TierwiseProvider<Route extends string = never> extends ProviderV4 {
  readonly specificationVersion: 'v4';
  languageModel(modelId: Route | BuiltInRoute | (string & {})): LanguageModelV4;
  /** Decides a call without making it: the same answer that a call would get, free of charge and offline. */
  plan(call: PlannedCall): TierwiseDecision;
}

/**
 * A provider whose models are routes: `auto`, `code`, `vision`, `free`, `economy`, `premium`, `memory` and those
 * of your own. For registries, string model ids and apps that do not wrap a model themselves.
 *
 * @throws InvalidOptionsError when an option or a route is wrong.
 * @throws NoSuchModelError from `languageModel` for a name that is no route.
 */
export function createTierwise<Route extends string = never>(
  options: CreateTierwiseOptions<Route>,
): TierwiseProvider<Route> {
  const { routes: ownRoutes, ...general } = options;
  const resolved = resolveOptions(general);
  const runner = createRunner(resolved);
  const routes = new Map<string, RouteOptions>(
    Object.entries<RouteOptions>({ ...BUILT_IN_ROUTES, ...ownRoutes }),
  );
  for (const route of routes.values()) parseCallOptions(route);

  return {
    specificationVersion: 'v4',
    languageModel: (modelId) => {
      const route = routes.get(modelId);
      if (route === undefined) throw noSuchModel(modelId, 'languageModel', [...routes.keys()]);
      return createRouteModel({
        modelId,
        route,
        runner,
        supportedUrls: () => supportedUrls(resolved.provider),
      });
    },
    embeddingModel: (modelId): EmbeddingModelV4 => {
      throw noSuchModel(modelId, 'embeddingModel', []);
    },
    imageModel: (modelId): ImageModelV4 => {
      throw noSuchModel(modelId, 'imageModel', []);
    },
    plan: (call) => describeDecision(runner.plan(call)),
  };
}

function noSuchModel(
  modelId: string,
  modelType: 'languageModel' | 'embeddingModel' | 'imageModel',
  known: readonly string[],
): NoSuchModelError {
  const hint =
    known.length === 0 ? 'Tierwise routes language models only.' : `Routes: ${known.join(', ')}.`;
  return new NoSuchModelError({
    modelId,
    modelType,
    message: `No such ${modelType}: ${modelId}. ${hint}`,
  });
}

/** Every candidate is a model of the same provider, so what one of them reads directly, all are given directly. */
function supportedUrls(provider: TierwiseOptions['provider']): LanguageModelV4['supportedUrls'] {
  return provider.languageModel('openrouter/auto').supportedUrls;
}
