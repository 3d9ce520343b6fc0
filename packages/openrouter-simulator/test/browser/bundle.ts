import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** One file of script for a browser, from a module. Fails where anything asks for a module of Node. */
export async function bundleForBrowser(entry: URL): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(entry),
    platform: 'browser',
    onLog: (_level, log) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  return output[0].code;
}
