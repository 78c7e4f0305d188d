import type { Mount } from '../http/mount.ts';
import type { LiveBoards } from './live-board.ts';

/** Mounts the live board. */
export function leaderboardRoutes(mount: Mount, boards: LiveBoards): void {
  mount.on('board', () => boards.read());
}
