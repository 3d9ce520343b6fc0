/** Prints what remembering one long conversation with Mem0 costs today, for each model of the dated list. */
import { blendedUsdPerMillion, type Model, UnknownModelError } from '@tierwise/catalog';
import { checkModels } from '@tierwise/catalog/check';
import { MEMORY_MODELS } from '@tierwise/catalog/presets';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { estimateIngestion, type IngestionModel } from '@tierwise/mem0-adapter';

/** The mean of LoCoMo's ten conversations: 27 sessions, 301 pairs, 20.5 k tokens of talk. */
const conversation = {
  sessions: Array.from({ length: 27 }, (_, index) =>
    Array.from({ length: index < 4 ? 24 : 22 }, () => 34),
  ),
};
const groupings = { pair: 'pair', 'eight messages': { messages: 8 }, session: 'session' } as const;

const catalog = bundledCatalog();
const checks = checkModels({ catalog, models: MEMORY_MODELS.models });
const models = checks.map(({ id }): IngestionModel => {
  const { input, output, cacheRead } = modelOf(id)?.prices.rates ?? {};
  return {
    modelId: id,
    ...(input !== undefined && { inputUsdPerToken: input }),
    ...(output !== undefined && { outputUsdPerToken: output }),
    ...(cacheRead !== undefined && { cacheReadUsdPerToken: cacheRead }),
  };
});
const estimates = Object.entries(groupings).map(([name, groupBy]) => ({
  name,
  ...estimateIngestion({ conversations: [conversation], groupBy, models }),
}));

console.log(`Prices of ${catalog.asOf}. One conversation of 602 messages in 27 sessions, USD.`);
for (const { name, tokens } of estimates) {
  const { adds, talk, input, output } = tokens;
  const ratio = Math.round(input / output);
  console.log(
    `by ${name}: ${adds} adds, ${talk} tokens of talk, ${input} input, ${output} output (${ratio}:1)`,
  );
}
const ranked = estimates[0]?.models ?? [];
console.table(
  Object.fromEntries(
    ranked.map(({ modelId, cachedCostUsd }, rank) => [
      rank + 1,
      {
        model: modelId,
        ...Object.fromEntries(
          estimates.map((estimate) => [estimate.name, costIn(estimate, modelId)]),
        ),
        'pair, cached at best': shorten(cachedCostUsd),
        'USD per 1M at 248:1': blended(modelId),
        status: statusOf(modelId),
      },
    ]),
  ),
);

function modelOf(id: string): Model | undefined {
  try {
    return catalog.resolve(id).model;
  } catch (error) {
    if (UnknownModelError.isInstance(error)) return undefined;
    throw error;
  }
}

function costIn({ models: costs }: (typeof estimates)[number], id: string): string {
  return shorten(costs.find(({ modelId }) => modelId === id)?.costUsd);
}

function shorten(usd: string | undefined): string {
  return usd === undefined ? 'unknown' : Number(usd).toFixed(4);
}

function blended(id: string): string {
  const model = modelOf(id);
  return (
    (model && blendedUsdPerMillion(model, { inputShare: 248 / 249 })?.slice(0, 6)) ?? 'unknown'
  );
}

function statusOf(id: string): string {
  const findings = checks.find((check) => check.id === id)?.findings ?? [];
  const told = findings.map((finding) => {
    if (finding.type === 'gone') return `gone since ${finding.missingOn}`;
    if (finding.type === 'price')
      return `${finding.rate} ${finding.expectedUsdPerMillion} → ${finding.actualUsdPerMillion ?? 'unknown'}`;
    if (finding.type === 'expiring') return `ends ${finding.on}`;
    if (finding.type === 'alias') return `alias of ${finding.pointsAt ?? 'another model'}`;
    return finding.type;
  });
  return told.length === 0 ? 'as listed' : told.join(', ');
}
