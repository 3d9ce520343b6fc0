import { createAccountBook } from './account/account-book.ts';
import { createGenerationStore } from './account/generation-store.ts';
import { createPromptCache } from './caching/prompt-cache.ts';
import { assertSimulatorOptions } from './assert-simulator-options.ts';
import { createCatalogSchedule } from './catalog/catalog-schedule.ts';
import { createCatalogStore, type CatalogStore } from './catalog/catalog-store.ts';
import { defaultCatalog } from './catalog/default-catalog.ts';
import { readCatalog } from './catalog/read-catalog.ts';
import { readEndpoints } from './catalog/read-endpoints.ts';
import type { Fault } from './faults/fault.ts';
import { stateOf } from './control/state-of.ts';
import { createFaultBook } from './faults/fault-book.ts';
import { scenarioFaults } from './faults/scenarios.ts';
import { handleRequest } from './http/handle-request.ts';
import { ConnectionReset } from './http/wire-error.ts';
import { createRequestLog } from './log/request-log.ts';
import { createFreeLimiter } from './limits/free-limiter.ts';
import { createInFlightBudget } from './limits/in-flight-budget.ts';
import { parseAmount, type Amount } from './money/decimal.ts';
import { createStickyRoutes } from './routing/sticky-routes.ts';
import type { Simulation } from './simulation.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { createRandom } from './time/random.ts';
import { realSleep } from './time/real-sleep.ts';

const DEFAULT_CREDITS_USD = '100';
const DEFAULT_BYOK_ALLOWANCE_USD = '25000';
/** OpenRouter's limits on free models, 2026-08: the daily one rises once this much was bought. */
const FREE_PER_MINUTE = 20;
const FREE_PER_DAY = 50;
const FREE_PER_DAY_RAISED = 1000;
const FREE_RAISE_USD = '10';

function createCatalog(options: SimulatorOptions): CatalogStore {
  const models = options.catalog === undefined ? defaultCatalog() : readCatalog(options.catalog);
  return createCatalogStore(models, readEndpoints(options.endpoints ?? [], models));
}

function readUsd(name: string, decimal: string): Amount {
  const amount = parseAmount(decimal);
  if (amount === undefined)
    throw new TypeError(
      `${name} must be a decimal string such as "10.5"; got ${JSON.stringify(decimal)}.`,
    );
  return amount;
}

const freePerDay = (bought: Amount): number =>
  bought >= readUsd('', FREE_RAISE_USD) ? FREE_PER_DAY_RAISED : FREE_PER_DAY;

const faultsOf = ({ faults = [], scenario }: SimulatorOptions): Fault[] => [
  ...faults,
  ...(scenario === undefined ? [] : scenarioFaults(scenario)),
];

function createSimulation(options: SimulatorOptions): Simulation {
  const clock = options.clock ?? Date.now;
  const seed = options.seed ?? 1;
  const speed = options.speed ?? Infinity;
  if (!(speed > 0))
    throw new RangeError(`speed must be above 0 (Infinity = no latency); got ${speed}.`);
  const accounts = createAccountBook({
    apiKeys: options.apiKeys,
    bought: readUsd('creditsUsd', options.creditsUsd ?? DEFAULT_CREDITS_USD),
    clock,
  });
  return {
    catalog: createCatalog(options),
    accounts,
    providers: options.providers ?? [],
    byok: {
      providers: options.byok?.providers ?? [],
      allowance: readUsd(
        'byok.allowanceUsd',
        options.byok?.allowanceUsd ?? DEFAULT_BYOK_ALLOWANCE_USD,
      ),
    },
    generations: createGenerationStore(),
    freeLimiter: createFreeLimiter({
      clock,
      perMinute: options.freePerMinute ?? FREE_PER_MINUTE,
      perDay: () => options.freePerDay ?? freePerDay(accounts.bought()),
    }),
    inFlight: createInFlightBudget(accounts),
    promptCache: createPromptCache(clock),
    stickyRoutes: createStickyRoutes(clock),
    // Faults draw from a sequence of their own, so that adding latency does not move them.
    faults: createFaultBook(faultsOf(options), clock, createRandom(seed ^ 0x5eed)),
    log: createRequestLog(clock),
    clock,
    sleep: options.sleep ?? realSleep,
    speed,
    splitBytes: options.splitBytes,
    lineEnding: options.lineEnding ?? '\n',
    random: createRandom(seed),
    seed,
  };
}

/** A connection that broke, in the words of `fetch`. */
function asFetchError(error: unknown): unknown {
  return error instanceof ConnectionReset ? new TypeError('fetch failed', { cause: error }) : error;
}

/**
 * Creates an OpenRouter in memory.
 * @throws TypeError | RangeError naming the option that makes no sense.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  assertSimulatorOptions(options);
  const simulation = createSimulation(options);
  const { faults, catalog, log } = simulation;
  const changeCatalog = createCatalogSchedule(catalog, options.catalogChanges ?? []);
  const handle = async (request: Request): Promise<Response> => {
    changeCatalog(simulation.clock());
    return handleRequest(simulation, request);
  };

  const fetch: Simulator['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    try {
      return await handle(request);
    } catch (error) {
      throw asFetchError(error);
    }
  };

  return {
    fetch,
    handle,
    listen: async (where) => {
      const { listen } = await import('./node/listen.ts');
      return listen({ handle }, where);
    },
    faults: { list: faults.list, add: faults.add, set: faults.set, clear: faults.clear },
    catalog: {
      models: catalog.models,
      replace: catalog.replace,
      put: catalog.put,
      remove: catalog.remove,
      reprice: catalog.reprice,
    },
    requests: log.list,
    clearRequests: log.clear,
    state: () => stateOf(simulation),
    setCredits: (creditsUsd) => simulation.accounts.setBought(readUsd('creditsUsd', creditsUsd)),
  };
}
