const units = {
  /** 1 KB is 1,024 bytes, as WeChat counts its packages. */
  bytes: (value) => `${(value / 1_024).toFixed(1)} KB`,
  ms: (value) => (value < 1_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(2)} s`),
}

/**
 * One line a figure: what, how much, the budget where there is one, and whether it holds.
 * Rows are `{ what, value, unit, budget? }` with value and budget in the unit named.
 */
export function printTable(rows) {
  const lines = rows.map(({ what, value, unit, budget }) => {
    const show = units[unit]
    if (budget === undefined) return [what, show(value), '', '']
    return [what, show(value), show(budget), value <= budget ? 'ok' : 'OVER']
  })
  const table = [['', 'measured', 'budget', ''], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column].length)))
  for (const line of table) {
    const cells = line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n])))
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}
