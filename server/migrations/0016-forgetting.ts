import type { Migration } from '../src/platform/database/migration'

const NOBODY = '00000000000000000000000000'

/** A person that nobody is: stands as the reporter where the reporter was forgotten. */
export const migration: Migration = {
  async up(schema) {
    await schema.run(
      `INSERT INTO people (id, name, phone, code, created_at) VALUES ('${NOBODY}', '姓名已抹去', NULL, 'nobody', 0)`,
    )
  },
  async down(schema) {
    await schema.run(`DELETE FROM people WHERE id = '${NOBODY}'`)
  },
}
