import type { Scalar } from './column'
import { quote } from './dialect'
import type { Reads } from './reads'
import type { RawRow, Table } from './table'

/**
 * All rows of several tables that share the value of one column, in one round trip: for what is read under a lock that
 * others wait for. In no order.
 *
 * A union gives each place one type, so numbers may come as text; columns read both.
 */
export async function findTogether<Rows extends Readonly<Record<string, object>>>(
  reads: Reads,
  tables: { readonly [Name in keyof Rows]: Table<Rows[Name]> },
  property: string,
  value: Scalar,
): Promise<{ readonly [Name in keyof Rows]: readonly Rows[Name][] }> {
  const names = Object.keys(tables) as (keyof Rows & string)[]
  const width = Math.max(...names.map((name) => tables[name].columns.length))
  const selects = names.map((name, at) => {
    const { columns, name: tableName } = tables[name]
    const places = Array.from({ length: width }, (_, place) => {
      const column = columns[place]
      return `${column === undefined ? 'NULL' : quote(column.name)} AS c${place}`
    })
    const key = quote(tables[name].columnOf(property).name)
    return `SELECT ${at} AS part, ${places.join(', ')} FROM ${quote(tableName)} WHERE ${key} = ?`
  })
  const rows = await reads.query<RawRow>(selects.join(' UNION ALL '), names.map(() => value))
  const found = names.map((name, at) => [name, rows.filter((row) => Number(row['part']) === at).map((row) =>
    tables[name].fromRaw(Object.fromEntries(tables[name].columns.map((column, place) => [column.name, row[`c${place}`]]))))])
  return Object.fromEntries(found) as { readonly [Name in keyof Rows]: readonly Rows[Name][] }
}
