import ApiSnapshot from 'tsnapi/rolldown';

/** What tsnapi reads of a file that the build writes. */
interface OutputFile {
  readonly type: string;
  readonly isEntry?: boolean;
  readonly code?: string;
  readonly exports?: readonly string[];
}

type Bundle = Readonly<Record<string, OutputFile>>;
type Plugin = ReturnType<typeof ApiSnapshot>;

/**
 * tsnapi, with two of its gaps closed (1.3.0): it finds declarations in a chunk that entries share only where the import
 * says `.mjs`, and it writes an empty snapshot for an entry without exports, as a command is.
 */
export function apiSnapshot(): Plugin {
  const { name, generateBundle } = ApiSnapshot();
  return {
    name,
    generateBundle: {
      order: generateBundle.order,
      async handler(options: unknown, bundle: Bundle) {
        await generateBundle.handler.call(this, options, viewOf(bundle));
      },
    },
  };
}

function viewOf(bundle: Bundle): Bundle {
  return Object.fromEntries(
    Object.entries(bundle)
      .filter(([, { isEntry, exports = [] }]) => isEntry !== true || exports.length > 0)
      .map(([file, { type, isEntry, code = '' }]) => [
        file,
        { type, isEntry: isEntry === true, code: file.endsWith('.d.ts') ? asModules(code) : code },
      ]),
  );
}

function asModules(code: string): string {
  return code.replaceAll(/(from ["']\.[^"']*)\.js(["'])/g, '$1.mjs$2');
}
