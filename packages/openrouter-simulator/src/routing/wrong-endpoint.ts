import { WireError } from '../http/wire-error.ts';

/** OpenRouter's answer to a model that is asked at another model's route. */
export function wrongEndpoint(modelId: string, detail: string): WireError {
  return new WireError({
    status: 400,
    message: `${modelId} cannot be used at this endpoint: ${detail}`,
    metadata: { error_type: 'invalid_request' },
    availability: {
      code: 'wrong_endpoint',
      retryable: false,
      requested_models: [modelId],
      constraint: { field: 'model', detail },
    },
  });
}
