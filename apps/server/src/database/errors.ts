/** Another living process holds the data folder. */
export class DataFolderInUse extends Error {
  readonly code = 'data-folder-in-use';
  readonly folder: string;
  /** The process that holds it, where it could be read. */
  readonly owner: { readonly pid: number; readonly since: string } | null;

  constructor(folder: string, owner: DataFolderInUse['owner']) {
    const holder = owner === null ? 'another process' : `process ${owner.pid}, running since ${owner.since}`;
    super(
      `The data folder ${folder} is in use by ${holder}. Two processes on one folder would lose data: stop that one, or choose another folder.`,
    );
    this.name = 'DataFolderInUse';
    this.folder = folder;
    this.owner = owner;
  }
}

/** The database could not be opened; `cause` has the engine's own words. */
export class DatabaseNotOpened extends Error {
  readonly code = 'database-not-opened';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseNotOpened';
  }
}

/**
 * The embedded database stopped by itself: a disk that refuses to sync, no memory, a fault in the engine. What was
 * committed is on disk; nothing more can be done in this process, which should end with a failure and be started again.
 */
export class DatabaseLost extends Error {
  readonly code = 'database-lost';

  constructor(reason: string, cause?: unknown) {
    super(`The database stopped: ${reason}. Start the program again; everything that was committed is on disk.`, {
      cause,
    });
    this.name = 'DatabaseLost';
  }
}

/** A whole number in the database that JavaScript cannot hold exactly. */
export class NumberTooLarge extends Error {
  readonly code = 'number-too-large';

  constructor(text: string) {
    super(`The number ${text} is beyond 2^53 and would be rounded; store it as text.`);
    this.name = 'NumberTooLarge';
  }
}

/** The database was written by a newer program than this one. */
export class DatabaseTooNew extends Error {
  readonly code = 'database-too-new';
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(
      `The database is at migration ${found}, and this program knows only up to ${known}. Run the newer program again, or restore a backup made before the upgrade.`,
    );
    this.name = 'DatabaseTooNew';
    this.found = found;
    this.known = known;
  }
}

/** A migration that ran on this database no longer reads as it did. */
export class MigrationChanged extends Error {
  readonly code = 'migration-changed';
  readonly migration: string;

  constructor(migration: string) {
    super(
      `Migration ${migration} was changed after it ran on this database. Put the file back as it was, and write the change as a new migration.`,
    );
    this.name = 'MigrationChanged';
    this.migration = migration;
  }
}

/** The files of the migrations do not make one unbroken series; a fault of the program. */
export class MigrationsBroken extends Error {
  readonly code = 'migrations-broken';

  constructor(message: string) {
    super(message);
    this.name = 'MigrationsBroken';
  }
}
