#!/usr/bin/env node
// `pnpm bench <what> [--check] [--runs N]`: measures, prints a table; with --check exits 1 when a budget is exceeded.
// How each figure is taken, and the figures of the day: docs/benchmarks.md.
import { parseArgs } from 'node:util'
import { isOver, printTable } from './bench/table.mjs'
import { sayRefusal, Refusal } from './say.mjs'

const benches = {
  size: () => import('./bench/size.mjs'),
  start: () => import('./bench/start.mjs'),
  roster: () => import('./bench/roster.mjs'),
  board: () => import('./bench/board.mjs'),
  'ledger-phone': () => import('./bench/ledger-phone.mjs'),
  ledger: () => import('./bench/ledger.mjs'),
  api: () => import('./bench/api.mjs'),
  'ledger-long': () => import('./bench/ledger-long.mjs'),
  sla: () => import('./bench/sla.mjs'),
  kills: () => import('./bench/kills.mjs'),
  soak: () => import('./bench/soak.mjs'),
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } },
  })
  const load = benches[positionals[0]]
  if (!load) {
    const names = Object.keys(benches).join(', ')
    throw new Refusal(`请说明要量什么：${names}。例如：pnpm bench size`, `Say what to measure: ${names}. For example: pnpm bench size`)
  }
  const { measure } = await load()
  const rows = await measure({ runs: Number(values.runs) })
  printTable(rows)
  process.exitCode = values.check && rows.some(isOver) ? 1 : 0
} catch (error) {
  sayRefusal(error)
  process.exitCode = 1
}
