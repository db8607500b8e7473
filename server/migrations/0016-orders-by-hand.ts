import { instant, int, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Supervision orders that the sub-district sends by hand, beside those that time sends. */
export const migration: Migration = {
  async up(schema) {
    await schema.addColumn('ticket_cycles', 'hand_orders', nullable(int()))
    await schema.addColumn('ticket_cycles', 'hand_ordered_at', nullable(instant()))
  },

  async down(schema) {
    for (const name of ['hand_ordered_at', 'hand_orders']) await schema.dropColumn('ticket_cycles', name)
  },
}
