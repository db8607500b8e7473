import type { Scalar } from './column'
import type { Dialect } from './dialect'
import { deleteStatements, insertStatements, type Statement } from './statement'
import type { TableShape } from './table'

type Rows = readonly (readonly Scalar[])[]

export type OrderOfRows = (table: TableShape, rows: Rows) => Rows

interface OpenRows {
  readonly table: TableShape
  /** What is done with them; only the same joins them. */
  readonly what: string
  readonly rows: (readonly Scalar[])[]
}

/** Statements that wait to be sent, in their order; neighbours that do the same to one table become few. */
export class PendingWrites {
  private building: (() => readonly Statement[])[] = []
  private open: OpenRows | null = null
  /** What has been taken away already: keys by table, as text. */
  private readonly gone = new Map<TableShape, Set<string>>()

  constructor(private readonly dialect: Dialect) {}

  get isEmpty(): boolean {
    return this.building.length === 0
  }

  /** @param suffix what becomes of a row that is there already; see `dialect.ts` */
  insert(table: TableShape, rows: Rows, suffix: string, order: OrderOfRows): void {
    this.gone.delete(table)
    this.collect(table, `insert${suffix}`, rows, (all) => insertStatements(table, order(table, all), suffix))
  }

  /** Once, however often it is asked for. */
  delete(table: TableShape, key: readonly Scalar[]): void {
    const gone = this.gone.get(table) ?? new Set()
    this.gone.set(table, gone)
    const name = JSON.stringify(key)
    if (gone.has(name)) return
    gone.add(name)
    this.collect(table, 'delete', [key], (all) => deleteStatements(table, all, this.dialect))
  }

  add(statement: Statement): void {
    this.open = null
    this.building.push(() => [statement])
  }

  /** All of them, which are then no longer here. */
  take(): Statement[] {
    const statements = this.building.flatMap((build) => build())
    this.building = []
    this.open = null
    return statements
  }

  private collect(table: TableShape, what: string, rows: Rows, build: (all: Rows) => readonly Statement[]): void {
    if (this.open !== null && this.open.table === table && this.open.what === what) {
      this.open.rows.push(...rows)
      return
    }
    const all = [...rows]
    this.building.push(() => build(all))
    this.open = { table, what, rows: all }
  }
}
