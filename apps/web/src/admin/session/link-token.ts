/**
 * The token of a one-time link: what stands behind the `#`, where no server and no log sees it.
 *
 * @example linkToken('#q3X9') // 'q3X9'
 */
export function linkToken(hash: string): string | null {
  const token = hash.startsWith('#') ? hash.slice(1) : hash;
  return token === '' ? null : token;
}
