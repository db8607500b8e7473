import type { Scalar } from './column'

/** Whoever can be asked: a unit of work, or the read side. Doors take this, so that both may use them. */
export interface Reads {
  query<Row>(sql: string, params: readonly Scalar[]): Promise<Row[]>
  /** For `rowsByKey`, where many ask at once. */
  queryByKey?<Row>(select: string, key: Scalar): Promise<Row[]>
  /** For `keptRead`, where it is known who has written to what seldom changes. */
  kept?<T>(key: string, read: () => Promise<T>): Promise<T>
}

/**
 * What `read` finds in tables of `SELDOM_WRITTEN` and in no others, read once as long as nobody writes to them. It must
 * not depend on anything that the key does not say, nor on the time.
 */
export function keptRead<T>(reads: Reads, key: string, read: () => Promise<T>): Promise<T> {
  return reads.kept === undefined ? read() : reads.kept(key, read)
}

/**
 * The rows of one key. Several works that ask this at the same time are answered by one query.
 * @param select ends in the name of the column that is compared, and selects it: "SELECT id, name FROM units WHERE id"
 */
export function rowsByKey<Row>(reads: Reads, select: string, key: Scalar): Promise<Row[]> {
  return reads.queryByKey === undefined ? reads.query<Row>(`${select} = ?`, [key]) : reads.queryByKey<Row>(select, key)
}
