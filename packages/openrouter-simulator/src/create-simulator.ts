import { createAccountBook } from './account/account-book.ts';
import { createCatalogStore, type CatalogStore } from './catalog/catalog-store.ts';
import { defaultCatalog } from './catalog/default-catalog.ts';
import { readCatalog } from './catalog/read-catalog.ts';
import { readEndpoints } from './catalog/read-endpoints.ts';
import { createFaultBook } from './faults/fault-book.ts';
import { handleRequest } from './http/handle-request.ts';
import { ConnectionReset } from './http/wire-error.ts';
import { createRequestLog } from './log/request-log.ts';
import { formatAmount, parseAmount } from './money/decimal.ts';
import type { Simulation } from './simulation.ts';
import type { Simulator, SimulatorOptions, SimulatorState } from './simulator.ts';
import { createRandom } from './time/random.ts';
import { realSleep } from './time/real-sleep.ts';

const DEFAULT_CREDITS_USD = '100';

function createCatalog(options: SimulatorOptions): CatalogStore {
  const models = options.catalog === undefined ? defaultCatalog() : readCatalog(options.catalog);
  return createCatalogStore(models, readEndpoints(options.endpoints ?? [], models));
}

function readCredits(creditsUsd: string): bigint {
  const amount = parseAmount(creditsUsd);
  if (amount === undefined)
    throw new TypeError(
      `creditsUsd must be a decimal string such as "10.5"; got ${JSON.stringify(creditsUsd)}.`,
    );
  return amount;
}

function createSimulation(options: SimulatorOptions): Simulation {
  const clock = options.clock ?? Date.now;
  const seed = options.seed ?? 1;
  const speed = options.speed ?? Infinity;
  if (!(speed > 0))
    throw new RangeError(`speed must be above 0 (Infinity = no latency); got ${speed}.`);
  return {
    catalog: createCatalog(options),
    accounts: createAccountBook({
      apiKeys: options.apiKeys,
      bought: readCredits(options.creditsUsd ?? DEFAULT_CREDITS_USD),
    }),
    // Faults draw from a sequence of their own, so that adding latency does not move them.
    faults: createFaultBook(options.faults ?? [], clock, createRandom(seed ^ 0x5eed)),
    log: createRequestLog(clock),
    clock,
    sleep: options.sleep ?? realSleep,
    speed,
    splitBytes: options.splitBytes,
    random: createRandom(seed),
    seed,
  };
}

function stateOf(simulation: Simulation): SimulatorState {
  return {
    seed: simulation.seed,
    nowMs: simulation.clock(),
    requests: simulation.log.list().length,
    creditsBoughtUsd: formatAmount(simulation.accounts.bought()),
    spentUsd: formatAmount(simulation.accounts.spent()),
    faults: simulation.faults.list(),
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
  const simulation = createSimulation(options);
  const { faults, catalog, log } = simulation;
  const handle = (request: Request): Promise<Response> => handleRequest(simulation, request);

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
      remove: catalog.remove,
      reprice: catalog.reprice,
    },
    requests: log.list,
    clearRequests: log.clear,
    state: () => stateOf(simulation),
  };
}
