/** Matches a model id against a glob in which `*` stands for any run of characters. Linear, no regular expression. */
export function matchesGlob(id: string, glob: string): boolean {
  const [head = '', ...rest] = glob.split('*');
  if (rest.length === 0) return id === glob;
  const tail = rest.pop() ?? '';
  if (!id.startsWith(head) || !id.endsWith(tail) || id.length < head.length + tail.length)
    return false;
  let position = head.length;
  for (const piece of rest) {
    const found = id.indexOf(piece, position);
    if (found === -1 || found + piece.length > id.length - tail.length) return false;
    position = found + piece.length;
  }
  return true;
}
