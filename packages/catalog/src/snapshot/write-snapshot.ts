import type { IsoDate, Model, Modality, ReasoningSupport } from '../model.ts';
import { parseCapabilities } from '../parse/parse-capabilities.ts';
import type { SnapshotFile, SnapshotReasoning, SnapshotRow } from './snapshot-row.ts';

const FIRST_LETTER = 'a'.charCodeAt(0);

export interface WriteSnapshotOptions {
  readonly models: readonly Model[];
  readonly asOf: IsoDate;
  readonly sources: readonly string[];
}

/**
 * The compact form of a list of models; {@link readSnapshot} gives the same list back. What is absent is
 * `undefined` here, which JSON leaves away.
 */
export function writeSnapshot({ models, asOf, sources }: WriteSnapshotOptions): SnapshotFile {
  const parameters = [...new Set(models.flatMap((model) => model.parameters))].toSorted();
  const rows = models.map((model) => writeRow(model, { asOf, parameters }));
  return { asOf, sources, parameters, models: rows };
}

interface RowContext {
  readonly asOf: IsoDate;
  readonly parameters: readonly string[];
}

function writeRow(model: Model, { asOf, parameters }: RowContext): SnapshotRow {
  const { rates, overrides, dynamic } = model.prices;
  return {
    id: model.id,
    name: model.name,
    asOf: model.asOf === asOf ? undefined : model.asOf,
    slug: model.canonicalSlug ?? undefined,
    alias: model.aliasOf ?? undefined,
    created: model.createdOn ?? undefined,
    context: model.contextTokens ?? undefined,
    maxOutput: model.maxOutputTokens ?? undefined,
    in: isText(model.inputModalities) ? undefined : model.inputModalities,
    out: isText(model.outputModalities) ? undefined : model.outputModalities,
    ...writeAbilities(model, parameters),
    reasoning: model.reasoning === null ? undefined : writeReasoning(model.reasoning),
    tokenizer: model.tokenizer ?? undefined,
    rates: Object.keys(rates).length > 0 ? rates : undefined,
    overrides: overrides.length > 0 ? overrides : undefined,
    dynamic: dynamic ? true : undefined,
    expires: model.expiresOn ?? undefined,
    cutoff: model.knowledgeCutoff ?? undefined,
    moderated: model.moderated ?? undefined,
    open: model.openWeights ?? undefined,
  };
}

function isText(modalities: readonly Modality[]): boolean {
  return modalities.length === 1 && modalities[0] === 'text';
}

function writeAbilities(
  model: Model,
  names: readonly string[],
): Pick<SnapshotRow, 'params' | 'can'> {
  const params = model.parameters
    .map((parameter) => String.fromCharCode(FIRST_LETTER + names.indexOf(parameter)))
    .join('');
  const derived = parseCapabilities(model.parameters);
  const isDerived = derived.join() === model.capabilities.join();
  return {
    params: params === '' ? undefined : params,
    can: isDerived ? undefined : model.capabilities,
  };
}

function writeReasoning({
  mandatory,
  efforts,
  defaultEffort,
}: ReasoningSupport): SnapshotReasoning {
  return {
    mandatory: mandatory ? true : undefined,
    efforts: efforts ?? undefined,
    effort: defaultEffort ?? undefined,
  };
}
