import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@tierwise/source'] },
  ssr: { resolve: { conditions: ['@tierwise/source'] } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    typecheck: {
      enabled: true,
      include: ['packages/*/src/**/*.test-d.ts'],
      tsconfig: 'tsconfig.json',
    },
  },
});
