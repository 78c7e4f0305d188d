import type { NodeAddress, NodeSource } from '@agon/ledger';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** Complete subtrees from the table that appending fills. */
export function databaseNodes(db: Kysely<Schema>): NodeSource {
  return {
    async read(addresses) {
      if (addresses.length === 0) return [];
      const rows = await db
        .selectFrom('ledger_nodes')
        .selectAll()
        .where((eb) => eb.or(addresses.map(({ level, index }) => eb.and({ level, index }))))
        .execute();
      const found = new Map(rows.map((row) => [key(row), row.hash]));
      return addresses.map((address) => {
        const hash = found.get(key(address));
        if (hash === undefined) throw new Error(`The ledger lacks node ${address.index} of level ${address.level}.`);
        return hash;
      });
    },
  };
}

function key({ level, index }: NodeAddress): string {
  return `${level}/${index}`;
}
