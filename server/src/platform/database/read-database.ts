import type { DataSource } from 'typeorm'
import type { Scalar } from './column'
import { asDatabaseError } from './database-error'
import { assertOutsideWork } from './network-guard'
import { checkedSql } from './own-sql'
import type { Reads } from './reads'

/** For boards: sees what is committed, cannot write. */
export class ReadDatabase implements Reads {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows come as the database has them: column names as selected, booleans 0/1, JSON as text, instants as numbers. */
  async query<Row>(sql: string, params: readonly Scalar[] = []): Promise<Row[]> {
    assertOutsideWork('a board read')
    const scalars = checkedSql(sql, params, 'read')
    try {
      return await this.dataSource.query<Row[]>(sql, [...scalars])
    } catch (error) {
      throw asDatabaseError(error, 'work')
    }
  }
}
