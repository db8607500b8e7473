import { writeFileSync } from 'node:fs'

/** Figures of a run, for whoever reads along and for the bench that asked for it (`BENCH_RESULT` names its file). */
export function report(name: string, figures: Readonly<Record<string, number>>): void {
  const said = Object.entries(figures).map(([what, value]) => `${what} ${value}`).join(', ')
  process.stdout.write(`${name}: ${said}\n`)
  const file = process.env['BENCH_RESULT']
  if (file !== undefined) writeFileSync(file, JSON.stringify(figures))
}
