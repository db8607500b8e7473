import { EntitySchema } from 'typeorm'
import type { RawRow, TableShape } from './table'
import { columnType } from './column-type'
import type { Dialect } from './dialect'

/** The table as TypeORM knows it: for reading through its data source and for the drift check. */
export function entitySchemaOf(table: TableShape, dialect: Dialect): EntitySchema<RawRow> {
  return new EntitySchema<RawRow>({
    name: table.name,
    tableName: table.name,
    columns: Object.fromEntries(
      table.columns.map((column) => [
        column.name,
        {
          ...columnType(column.kind, column.length, dialect),
          name: column.name,
          primary: table.primaryKey.includes(column.name),
          nullable: column.isNullable,
        },
      ]),
    ),
    indices: table.indices.map(({ name, columns, isUnique }) => ({ name, columns: [...columns], unique: isUnique })),
    checks: dialect === 'sqlite' ? Object.entries(table.checks).map(([name, expression]) => ({ name, expression })) : [],
  })
}
