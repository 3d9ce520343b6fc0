/** Whether an import failed because this Node has no such module of its own. */
export function needsNewerNode(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_BUILTIN_MODULE';
}
