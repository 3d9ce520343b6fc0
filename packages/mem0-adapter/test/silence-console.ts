import { onTestFinished, vi } from 'vitest';

/** For a test in which Mem0 complains on the console about what the test does on purpose. */
export function silenceConsole(): void {
  for (const method of ['error', 'warn'] as const) {
    const spy = vi.spyOn(console, method).mockReturnValue();
    onTestFinished(() => spy.mockRestore());
  }
}
