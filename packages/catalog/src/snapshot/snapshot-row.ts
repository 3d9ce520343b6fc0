import type { Capability, IsoDate, Modality, PriceOverride, Rates } from '../model.ts';

/**
 * One model of the bundled snapshot: facts only, and what is absent is `null`, empty or the usual value.
 * Keys are short because there are hundreds of rows.
 */
export interface SnapshotRow {
  readonly id: string;
  readonly name: string;
  /** `asOf`, when it is not the day of the snapshot. */
  readonly asOf?: IsoDate | undefined;
  readonly slug?: string | undefined;
  readonly alias?: string | undefined;
  readonly created?: IsoDate | undefined;
  readonly context?: number | undefined;
  readonly maxOutput?: number | undefined;
  readonly in?: readonly Modality[] | undefined;
  readonly out?: readonly Modality[] | undefined;
  /** `supported_parameters`, one letter each from {@link SnapshotFile.parameters}. */
  readonly params?: string | undefined;
  /** Only where the source lists abilities but no parameters. */
  readonly can?: readonly Capability[] | undefined;
  readonly reasoning?: SnapshotReasoning | undefined;
  readonly tokenizer?: string | undefined;
  readonly rates?: Rates | undefined;
  readonly overrides?: readonly PriceOverride[] | undefined;
  readonly dynamic?: true | undefined;
  readonly expires?: IsoDate | undefined;
  readonly cutoff?: IsoDate | undefined;
  readonly moderated?: boolean | undefined;
  readonly open?: boolean | undefined;
}

export interface SnapshotReasoning {
  readonly mandatory?: true | undefined;
  readonly efforts?: readonly string[] | undefined;
  readonly effort?: string | undefined;
}

/** The bundled snapshot as it is written to disk. */
export interface SnapshotFile {
  /** The day of the newest source. */
  readonly asOf: IsoDate;
  readonly sources: readonly string[];
  /** The parameter names; the letter of the first one is `a`. */
  readonly parameters: readonly string[];
  readonly models: readonly SnapshotRow[];
}
