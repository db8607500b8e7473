/**
 * For what only a server's database has: run with DB=mariadb and TEST_DATABASE_URL. Elsewhere it is skipped, and the
 * summary prints its title, so that says why.
 */
export const onServer = process.env['DB'] === 'mariadb' ? describe : describe.skip
