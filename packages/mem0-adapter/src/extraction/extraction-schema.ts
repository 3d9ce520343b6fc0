import type { JSONSchema7 } from '@ai-sdk/provider';

/**
 * JSON schema of the extraction answer. Every property is required and no other is allowed, as
 * strict structured outputs demand; a memory without links carries an empty list.
 */
export const extractionSchema: JSONSchema7 = {
  type: 'object',
  additionalProperties: false,
  required: ['memory'],
  properties: {
    memory: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'text', 'attributed_to', 'linked_memory_ids'],
        properties: {
          id: { type: 'string' },
          text: { type: 'string' },
          attributed_to: { type: 'string', enum: ['user', 'assistant'] },
          linked_memory_ids: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};
