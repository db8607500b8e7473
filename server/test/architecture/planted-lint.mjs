/**
 * One small sin for each lint rule of the house, where it may not stand; and the same or a like thing in its home,
 * where it may. `rule: null` is an innocent: nothing at all may be reported.
 */
const room = 'server/src/features/tickets/planted.ts'
const rule = 'shared/src/tickets/planted.ts'
const screen = 'miniapp/src/features/tickets/planted.tsx'

export const plantedLint = [
  bad('huiying/ambient-time', room, 'export const at = Date.now()'),
  bad('huiying/ambient-time', rule, 'export const at = new Date()'),
  bad('huiying/ambient-time', rule, 'export const at = Date()'),
  bad('huiying/ambient-time', screen, 'export const clock = Date.now'),
  bad('huiying/ambient-time', rule, 'export const at = new Date(2026, 8, 14)'),
  bad('huiying/ambient-time', rule, 'export const hour = (at: Date) => at.getHours()'),
  bad('huiying/ambient-time', screen, "export const text = (at: Date) => at.toLocaleString('zh-CN')"),
  fine(rule, 'export const hour = (at: number) => new Date(at).getUTCHours()'),
  fine('server/src/platform/clock/planted.ts', 'export const at = Date.now()'),
  fine('miniapp/src/platform/clock.ts', 'export const at = Date.now()'),
  fine('server/src/features/tickets/planted.test.ts', 'export const at = Date.now()'),

  bad('huiying/ambient-chance', rule, 'export const dice = Math.random()'),
  bad('huiying/ambient-chance', room, "import { randomUUID } from 'node:crypto'\nexport const id = randomUUID"),
  bad('huiying/ambient-chance', room, "import * as crypto from 'node:crypto'\nexport const id = crypto.randomBytes(16)"),
  bad('huiying/ambient-chance', room, "import { ulid } from 'ulid'\nexport const id = ulid"),
  bad('huiying/ambient-chance', screen, 'export const id = crypto.getRandomValues(new Uint8Array(16))'),
  fine(room, "import { createHash } from 'node:crypto'\nexport const digest = createHash"),
  fine('server/src/platform/ids/planted.ts', "import { ulid } from 'ulid'\nexport const id = ulid"),

  bad('huiying/float-money', screen, "export const fen = parseFloat('12.50')"),
  bad('huiying/float-money', screen, "export const fen = Number.parseFloat('12.50')"),
  bad('huiying/float-money', screen, 'export const text = (yuan: number) => yuan.toFixed(2)'),
  bad('huiying/float-money', rule, 'export const yuan = (amountFen: number) => amountFen / 100'),
  bad('huiying/float-money', rule, 'export const fen = (entry: { readonly amountYuan: number }) => entry.amountYuan * 100'),
  bad('huiying/float-money', rule, 'export const feeFen = 12.5'),
  fine(rule, 'export const percent = (met: number, all: number) => Math.round((met * 100) / all)'),
  fine('shared/src/kernel/money.ts', 'export const yuan = (amountFen: number) => amountFen / 100'),

  bad('huiying/house-names', 'server/src/features/tickets/PlantedFile.ts', 'export const planted = 1'),
  bad('huiying/house-names', 'server/src/features/tickets/date.util.ts', 'export const planted = 1'),
  bad('huiying/house-names', 'server/src/common/planted.ts', 'export const planted = 1'),
  bad('huiying/house-names', room, 'export class TicketService {}'),
  bad('huiying/house-names', rule, 'export interface ClockManager { readonly at: number }'),
  bad('huiying/house-names', rule, 'export const dateHelper = 1'),

  bad('no-console', room, "console.log('here')"),
  bad('no-console', screen, "console.log('here')"),
  fine('server/src/platform/log/planted.ts', "console.log('here')"),
  fine('server/bin/planted.mjs', "console.log('here')"),

  bad('@typescript-eslint/no-restricted-imports', room, "import { Repository } from 'typeorm'\nexport type R = Repository<object>"),
  bad('@typescript-eslint/no-restricted-imports', room, "import type { DataSource } from 'typeorm'\nexport type D = DataSource"),
  bad('@typescript-eslint/no-restricted-imports', room, "import { InjectRepository } from '@nestjs/typeorm'\nexport const r = InjectRepository"),
  bad('@typescript-eslint/no-restricted-imports', room, "import mysql from 'mysql2/promise'\nexport const m = mysql"),
  bad('@typescript-eslint/no-restricted-imports', room, "import Sqlite from 'libsql'\nexport const s = Sqlite"),
  bad('@typescript-eslint/no-restricted-imports', room, "import { x } from '../../../../shared/src/kernel'\nexport const y = x"),
  fine(room, "import { EntitySchema } from 'typeorm'\nexport const e = EntitySchema"),
  fine('server/src/platform/database/planted.ts', "import { DataSource } from 'typeorm'\nexport const d = DataSource"),

  bad('no-restricted-syntax', room, 'export default 1'),
  bad('no-restricted-syntax', rule, 'export interface Planted { at: number }'),
  bad('no-restricted-syntax', rule, 'export interface Planted { readonly ids: string[] }'),
  fine('miniapp/src/pages/home/index.tsx', 'export default function Home() {\n  return null\n}'),
  fine(rule, 'export interface Planted { readonly ids: readonly string[] }'),

  bad('@typescript-eslint/no-explicit-any', rule, 'export const planted = (x: any) => x'),
  bad('@typescript-eslint/no-unused-vars', rule, 'const planted = 1'),
  bad('@typescript-eslint/no-non-null-assertion', rule, 'export const planted = (x: number | null) => x!'),
  bad('semi', rule, 'export const planted = 1;'),
  bad('quotes', rule, 'export const planted = "x"'),
  bad('max-lines', rule, Array.from({ length: 251 }, (_, n) => `export const line${n} = ${n}`).join('\n')),
  bad('max-len', rule, `export const planted = [${'1, '.repeat(40)}1]`),
  bad('react-hooks/rules-of-hooks', screen, "import { useState } from 'react'\nexport function Planted(props: { readonly on: boolean }) {\n  if (props.on) useState(1)\n  return null\n}"),

  // These need types, and so the place of a real file.
  typed('@typescript-eslint/no-floating-promises', 'export const planted = (work: () => Promise<void>) => {\n  work()\n}'),
  typed('@typescript-eslint/no-misused-promises', 'export const planted = (work: () => Promise<boolean>) => (work() ? 1 : 2)'),
  typed('@typescript-eslint/await-thenable', 'export const planted = async (x: number) => await x'),
  typed(
    '@typescript-eslint/switch-exhaustiveness-check',
    "export const planted = (kind: 'a' | 'b') => {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
  ),
]

function bad(broken, path, text) {
  return { rule: broken, path, text, isTyped: false }
}

function fine(path, text) {
  return { rule: null, path, text, isTyped: false }
}

function typed(broken, text) {
  return { rule: broken, path: 'shared/src/kernel/decision.ts', text, isTyped: true }
}
