/** What Mem0 keeps of a scope's talk to show its model. */
interface LoggedMessage {
  readonly role: string;
  readonly content: string;
}

// What Mem0 asks for, and how many scopes are kept in mind, the last used ones.
const messagesKept = 10;
const scopesKept = 1000;

/**
 * Mem0's history, with the log of last messages that its variant without a file lacks: without it a
 * model does not know whom "she" means.
 */
export function withMessageLog(history: object): object {
  const log = new Map<string, readonly LoggedMessage[]>();
  // Mem0 calls the rest of its own history through the prototype.
  const extended: object = Object.create(history);
  return Object.assign(extended, {
    async saveMessages(messages: readonly LoggedMessage[], scope: string) {
      const known = log.get(scope) ?? [];
      log.delete(scope);
      log.set(scope, [...known, ...messages].slice(-messagesKept));
      for (const oldest of log.keys()) if (log.size > scopesKept) log.delete(oldest);
    },
    async getLastMessages(scope: string, limit: number) {
      return (log.get(scope) ?? []).slice(-limit);
    },
    async reset() {
      log.clear();
      const reset: unknown = Reflect.get(history, 'reset');
      if (typeof reset === 'function') await reset.call(history);
    },
  });
}
