import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** One file of script for a browser, from an entry beside this one. Fails where anything asks for a module of Node. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: 'browser',
    onLog: (_level, log) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  return output[0].code;
}
