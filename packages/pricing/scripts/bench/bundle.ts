import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

export interface BundleOptions {
  /** The program, as the text of a module. */
  readonly source: string;
  readonly external?: readonly string[];
}

const ENTRY = fileURLToPath(new URL('entry.js', import.meta.url));

/** A program with everything it needs, as one minified module; ours from its source. */
export async function bundle({ source, external = [] }: BundleOptions): Promise<string> {
  const built = await rolldown({
    input: ENTRY,
    platform: 'node',
    external: [...external],
    resolve: { conditionNames: ['@tierwise/source', 'import'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (wanted) => (wanted === ENTRY ? ENTRY : null),
        load: (wanted) => (wanted === ENTRY ? source : null),
      },
    ],
    logLevel: 'silent',
  });
  const { output } = await built.generate({ minify: true, format: 'esm', codeSplitting: false });
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}
