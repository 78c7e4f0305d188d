import { ArenaUnreachable } from '@agon/api/client';

/** A refusal stays a refusal; only an arena that could not be reached is worth another try. */
export function shouldRetry(failures: number, error: unknown): boolean {
  return error instanceof ArenaUnreachable && failures < 2;
}
