/**
 * Fails where the snapshots of the public API are not those of the commit or of what is staged for it: tsnapi writes
 * the new ones as it fails a build, so a second build alone would pass.
 */
import { spawnSync } from 'node:child_process';

// Without the last star git would match a file of that name only.
const snapshots = 'packages/*/__snapshots__/*';

function git(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const changed = git('diff', '--name-only', '--', snapshots);
if (changed === undefined) {
  console.log('The API snapshots are not compared: this is no git working tree.');
} else {
  const added = git('ls-files', '--others', '--exclude-standard', '--', snapshots) ?? '';
  const files = [changed, added].filter((list) => list !== '').join('\n');
  if (files !== '') {
    console.error(
      `The build has changed the API snapshots:\n${files}\nRead them with \`git diff\`. Meant: \`git add\` them. Not meant: restore them and mend the code.`,
    );
    process.exitCode = 1;
  }
}
