import type { ModelSource } from 'tierwise';
import type { Stop } from '../tour/stop.ts';

/** Where the tour's calls go. */
export interface Backend {
  readonly provider: ModelSource;
  readonly simulated: boolean;
  /** One line that says where the calls go. */
  readonly introduction: string;
  /** Makes the model's next answer fail; OpenRouter itself cannot be asked to. */
  injectFailure(modelId: string, failure: NonNullable<Stop['failure']>): void;
}
