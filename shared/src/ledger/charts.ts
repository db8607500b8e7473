import type { Chart } from './chart'
import { CHART_2023 } from './chart-2023'

/** Every chart there was; a new standard is one more file and one more line. */
export const CHARTS: readonly Chart[] = [CHART_2023]

/** @throws Error where a book names a chart that the product never had: its data is broken, no user can mend it */
export function chartOf(version: number): Chart {
  const chart = CHARTS.find((one) => one.version === version)
  if (chart === undefined) throw new Error(`unknown chart of accounts: ${version}`)
  return chart
}
