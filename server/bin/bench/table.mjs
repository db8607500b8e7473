const units = {
  count: (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1)),
  cores: (value) => `${value.toFixed(2)} cores`,
  fineMs: (value) => `${value.toFixed(2)} ms`,
  perSecond: (value) => `${value.toFixed(0)}/s`,
  times: (value) => `${value.toFixed(2)} ×`,
  /** 1 KB is 1,024 bytes, as WeChat counts its packages. */
  bytes: (value) => `${(value / 1_024).toFixed(1)} KB`,
  ms: (value) => (value < 1_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(2)} s`),
}

/** A row over its budget, or under what it must reach at `least`. */
export function isOver({ value, budget, least }) {
  return (budget !== undefined && !(value <= budget)) || (least !== undefined && !(value >= least))
}

/**
 * One line a figure: what, how much, the budget where there is one, and whether it holds.
 * Rows are `{ what, value, unit, budget?, least? }` with value, budget and least in the unit named.
 */
export function printTable(rows) {
  const lines = rows.map((row) => {
    const { what, value, unit, budget, least } = row
    const show = units[unit]
    if (budget === undefined && least === undefined) return [what, show(value), '', '']
    const limit = budget === undefined ? `≥ ${show(least)}` : show(budget)
    return [what, show(value), limit, isOver(row) ? (budget === undefined ? 'UNDER' : 'OVER') : 'ok']
  })
  const table = [['', 'measured', 'budget', ''], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column].length)))
  for (const line of table) {
    const cells = line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n])))
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}
