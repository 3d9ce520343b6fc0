import type { OpenRouterProvider } from '@openrouter/ai-sdk-provider';
import { APICallError, generateText, jsonSchema, type ModelMessage, tool, type ToolSet } from 'ai';

/** What one call to a model came to. */
export interface Asked {
  readonly servedBy: string;
  readonly costUsd: number;
  readonly inputTokens: number;
}

const TOOLS: ToolSet = {
  search: tool({
    description: 'Finds what is written about something',
    inputSchema: jsonSchema<{ query: string }>({
      type: 'object',
      properties: { query: { type: 'string' } },
      required: ['query'],
    }),
  }),
};

/** The same tools as the selector sees them. */
export const TOOLS_OFFERED = [{ type: 'function', name: 'search' }] as const;

export interface AskModelOptions {
  readonly provider: OpenRouterProvider;
  readonly modelId: string;
  readonly messages: readonly ModelMessage[];
  readonly withTools: boolean;
}

/**
 * Asks a model through the real provider. `undefined` when it is not listed any more.
 *
 * @throws Error when the answer tells no cost, or the call fails in another way.
 */
export async function askModel(options: AskModelOptions): Promise<Asked | undefined> {
  const { provider, modelId, messages, withTools } = options;
  try {
    const result = await generateText({
      // The bare call would take some ids for models of plain completion, which know no tools.
      model: provider.chat(modelId, { usage: { include: true } }),
      messages: [...messages],
      maxRetries: 0,
      allowSystemInMessages: true,
      ...(withTools ? { tools: TOOLS } : {}),
    });
    return {
      servedBy: result.response.modelId,
      costUsd: costOf(result.providerMetadata),
      inputTokens: result.usage.inputTokens ?? 0,
    };
  } catch (error) {
    if (APICallError.isInstance(error) && (error.statusCode === 404 || error.statusCode === 400))
      return undefined;
    throw error;
  }
}

function costOf(metadata: Awaited<ReturnType<typeof generateText>>['providerMetadata']): number {
  const usage = metadata?.['openrouter']?.['usage'];
  const cost = isRecord(usage) ? usage['cost'] : undefined;
  if (typeof cost === 'number') return cost;
  throw new Error(`The answer tells no cost: ${JSON.stringify(usage)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
