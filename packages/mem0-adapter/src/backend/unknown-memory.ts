import { InvalidArgumentError } from '@ai-sdk/provider';

/** The error of an update that found nothing to update. */
export function unknownMemory(id: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'id',
    message: `There is no memory "${id}" to update: list the scope to see which there are.`,
  });
}
