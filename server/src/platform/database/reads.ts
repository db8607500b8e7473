import type { Scalar } from './column'

/** Whoever can be asked: a unit of work, or the read side. Doors take this, so that both may use them. */
export interface Reads {
  query<Row>(sql: string, params: readonly Scalar[]): Promise<Row[]>
}
