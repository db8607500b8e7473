/** SQLite is the embedded database; MySQL and MariaDB speak the same SQL here and differ only in schema reading. */
export type Dialect = 'sqlite' | 'mysql' | 'mariadb'

export type LockMode = boolean | 'skip-locked'

/** SQLite runs one writing transaction at a time, so every row it reads there is as good as locked. */
export function lockSuffix(dialect: Dialect, lock: LockMode): string {
  if (lock === false || dialect === 'sqlite') return ''
  return lock === 'skip-locked' ? ' FOR UPDATE SKIP LOCKED' : ' FOR UPDATE'
}

/**
 * Makes an INSERT leave a row alone that is already there. Not INSERT IGNORE, which on MySQL would also
 * swallow cut-off texts and missing values.
 */
export function keepExistingSuffix(dialect: Dialect, anyColumn: string): string {
  return dialect === 'sqlite'
    ? ' ON CONFLICT DO NOTHING'
    : ` ON DUPLICATE KEY UPDATE ${quote(anyColumn)} = ${quote(anyColumn)}`
}

/**
 * Makes an INSERT add its amounts to those of a row that is already there. MySQL calls VALUES() old, but MariaDB knows
 * nothing newer.
 */
export function addToExistingSuffix(dialect: Dialect, keys: readonly string[], sums: readonly string[]): string {
  const add = (added: (sum: string) => string): string =>
    sums.map(quote).map((sum) => `${sum} = ${sum} + ${added(sum)}`).join(', ')
  return dialect === 'sqlite'
    ? ` ON CONFLICT (${keys.map(quote).join(', ')}) DO UPDATE SET ${add((sum) => `excluded.${sum}`)}`
    : ` ON DUPLICATE KEY UPDATE ${add((sum) => `VALUES(${sum})`)}`
}

/**
 * Behind the table of an UPDATE of many rows by their keys: MariaDB would go through a short table instead, and wait
 * for rows that others hold.
 */
export function byKeySuffix(dialect: Dialect): string {
  return dialect === 'sqlite' ? '' : ' FORCE INDEX (PRIMARY)'
}

/** Backticks are understood by all three databases. */
export function quote(identifier: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(identifier)) throw new Error(`not a snake_case identifier: ${identifier}`)
  return `\`${identifier}\``
}
