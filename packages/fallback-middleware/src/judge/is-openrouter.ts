/** Whether a model speaks through OpenRouter's provider, where a missing raw finish reason means a cut answer. */
export function isOpenRouter(provider: string): boolean {
  return provider === 'openrouter' || provider.startsWith('openrouter.');
}
