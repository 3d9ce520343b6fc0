/** How to be asked by fewer models to leave, rule by rule. Rules that nothing can be done about are absent. */
const WAYS: Readonly<Record<string, string>> = {
  'not-listed': 'name other "models"',
  allow: 'widen "allow"',
  deny: 'shorten "deny"',
  expiring: 'lower "expiringWithinDays"',
  tier: 'ask for another "tier"',
  pool: 'ask for another "pool"',
  'free-consent': 'set "allowFree"',
  'data-policy': 'loosen "dataPolicy" or allow paid models',
  region:
    'give indexModels the "endpoints" of the models, or ask without "strictRegion" or "region"',
  modality: 'send fewer kinds of input',
  capability: 'ask for less (tools, a schema, reasoning)',
  context: 'shorten the prompt or lower maxOutputTokens',
  health: 'wait until a model is available again',
  'max-cost': 'raise "maxCostUsd", shorten the prompt or lower maxOutputTokens',
};

const MOST_WAYS = 3;

/** What to do when the rules left no model: a way for each of the rules that objected most. */
export function relaxHint(counts: readonly (readonly [rule: string, count: number])[]): string {
  const ways = counts.flatMap(([rule]) => WAYS[rule] ?? []).slice(0, MOST_WAYS);
  return ways.length === 0
    ? 'Use a catalogue with more models.'
    : `To get one: ${ways.join('; ')}.`;
}
