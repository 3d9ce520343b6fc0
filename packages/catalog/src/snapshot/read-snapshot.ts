import type { Model, ReasoningSupport } from '../model.ts';
import { parseCapabilities } from '../parse/parse-capabilities.ts';
import { parseModelId } from '../parse/parse-model-id.ts';
import type { SnapshotFile, SnapshotReasoning, SnapshotRow } from './snapshot-row.ts';

const FIRST_LETTER = 'a'.charCodeAt(0);

/** Turns the rows of a snapshot back into models. */
export function readSnapshot(file: SnapshotFile): readonly Model[] {
  return file.models.map((row) => readRow(row, file));
}

function readRow(row: SnapshotRow, file: SnapshotFile): Model {
  const parameters = Array.from(
    row.params ?? '',
    (letter) => file.parameters[letter.charCodeAt(0) - FIRST_LETTER] ?? letter,
  );
  const parts = parseModelId(row.id);
  return {
    id: row.id,
    name: row.name,
    vendor: parts?.vendor ?? row.id,
    variant: parts?.variant ?? null,
    canonicalSlug: row.slug ?? null,
    aliasOf: row.alias ?? null,
    createdOn: row.created ?? null,
    contextTokens: row.context ?? null,
    maxOutputTokens: row.maxOutput ?? null,
    inputModalities: row.in ?? ['text'],
    outputModalities: row.out ?? ['text'],
    capabilities: row.can ?? parseCapabilities(parameters),
    parameters,
    reasoning: readReasoning(row.reasoning),
    tokenizer: row.tokenizer ?? null,
    prices: {
      rates: row.rates ?? {},
      overrides: row.overrides ?? [],
      dynamic: row.dynamic ?? false,
    },
    expiresOn: row.expires ?? null,
    knowledgeCutoff: row.cutoff ?? null,
    moderated: row.moderated ?? null,
    openWeights: row.open ?? null,
    asOf: row.asOf ?? file.asOf,
  };
}

function readReasoning(reasoning: SnapshotReasoning | undefined): ReasoningSupport | null {
  if (reasoning === undefined) return null;
  return {
    mandatory: reasoning.mandatory ?? false,
    efforts: reasoning.efforts ?? null,
    defaultEffort: reasoning.effort ?? null,
  };
}
