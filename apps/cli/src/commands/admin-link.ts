import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { UsageError } from '../options/errors.ts';
import { dataFolderOf } from './serve.ts';

/** `agon admin-link`: another one-time link to the admin page of the running arena. */
export function addAdminLink(program: Command, io: Io): void {
  program
    .command('admin-link')
    .description('print a link that opens the admin page of the running arena once')
    .option('--data <folder>', 'folder of database and keys; AGON_DATA, or data')
    .action(async (flags: { readonly data?: string }) => {
      const { askRunningServer } = await import('@agon/server');
      const folder = dataFolderOf(flags, io);
      const answer = await askRunningServer(folder, 'admin-link');
      if (answer === null || !('url' in answer)) {
        throw new UsageError(`No arena runs on ${folder}. Start it with: npx agon serve`);
      }
      io.out.write(`${answer.url}\n`);
    });
}
