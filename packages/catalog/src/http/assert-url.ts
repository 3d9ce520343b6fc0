/**
 * Refuses URLs that a key or a request must not go to: anything but https (http only on this machine), and user names in it.
 *
 * @throws RangeError
 */
export function assertUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const allowed = url?.protocol === 'https:' || (url?.protocol === 'http:' && local);
  if (!allowed || url.username !== '' || url.password !== '') {
    throw new RangeError(
      'url must be https (http only on this machine), without a user name in it.',
    );
  }
}
