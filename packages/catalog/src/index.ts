export type {
  Capability,
  IsoDate,
  Modality,
  Model,
  PriceOverride,
  Prices,
  Rates,
  RateName,
  ReasoningSupport,
} from './model.ts';
