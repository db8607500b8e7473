/**
 * One small forbidden import for each rule of .dependency-cruiser.cjs: the file that sins, what it says, the rules
 * it breaks. Files with no rules are the innocent neighbours: what they do is allowed and must stay so.
 */
export const plantedRooms = [
  at('shared/src/kernel/index.ts', 'export const kernel = 1', []),
  at('shared/src/villages/index.ts', "export * from './unit'", []),
  at('shared/src/villages/unit.ts', "import { kernel } from '../kernel'\nexport const unit = kernel", []),
  at('shared/src/identity/index.ts', "import { unit } from '../villages'\nexport const person = unit", []),
  at('shared/src/sla/index.ts', 'export const policy = 1', []),
  at('shared/src/tickets/index.ts', "import type { person } from '../identity'\nexport type Ticket = typeof person", []),
  at('shared/src/notifications/index.ts', "import type { Ticket } from '../tickets'\nexport type Notice = Ticket", []),

  at('shared/src/kernel/up.ts', "import { unit } from '../villages'\nexport const up = unit", ['kernel-below-everything']),
  at('shared/src/kernel/left.ts', "import './right'\nexport const left = 1", ['no-circles']),
  // A circle is reported once, at the first file of it.
  at('shared/src/kernel/right.ts', "import './left'\nexport const right = 1", []),
  at('shared/src/sla/reads-disk.ts', "import 'node:fs'", ['shared-is-pure']),
  at('shared/src/sla/framework.ts', "import 'rxjs'", ['shared-is-pure', 'everything-is-found']),
  at('shared/src/identity/back-door.ts', "import '../villages/unit'", ['shared-by-the-front-door']),
  at('shared/src/gossip/index.ts', "import '../kernel'", ['known-rooms-only']),
  at('shared/src/villages/peeks.ts', "import type { person } from '../identity'\nexport type P = typeof person", ['shared-villages']),
  at('shared/src/identity/peeks.ts', "import '../tickets'", ['shared-identity']),
  at('shared/src/sla/peeks.ts', "import '../tickets'", ['shared-sla']),
  at('shared/src/files/peeks.ts', "import '../tickets'", ['shared-files']),
  at('shared/src/roster/peeks.ts', "import '../tickets'", ['shared-roster']),
  at('shared/src/tickets/peeks.ts', "import '../notifications'", ['shared-tickets']),
  at('shared/src/lists/peeks.ts', "import '../tickets'", ['shared-lists']),
  at('shared/src/facts/peeks.ts', "import '../notifications'", ['shared-facts']),
  // Notifications hear of everything below; above them there is nothing yet, so a room outside the table stands in.
  at('shared/src/notifications/peeks.ts', "import '../gossip'", ['shared-notifications']),

  at('server/src/features/villages/public.ts', "import { unit } from '@huiying/shared/villages'\nexport const door = unit", []),
  at('server/src/features/villages/unit.table.ts', 'export const unitTable = 1', []),
  at('server/src/features/villages/unit.repository.ts', "import './unit.table'", []),
  at('server/src/features/identity/public.ts', "import '../villages/public'", []),
  at('server/src/features/tickets/ticket.table.ts', 'export const ticketTable = 1', []),
  at('server/src/features/tickets/public.ts', 'export const door = 1', []),
  at('server/src/features/tickets/village.board.ts', "import '../villages/unit.table'", []),
  at('server/src/features/tickets/ticket.controller.ts', "import '@nestjs/common'\nimport '@nestjs/swagger'\nimport 'class-validator'", []),
  at('server/src/features/tickets/ticket-bodies.ts', "import 'class-validator'\nimport '@nestjs/swagger'", []),
  at('server/src/features/villages/villages.module.ts', "import '@nestjs/common'", []),
  at('server/src/features/tickets/tickets.module.ts', "import '../villages/villages.module'", []),
  at('server/src/features/notifications/public.ts', "import '../tickets/public'", []),
  at('server/src/platform/database/engine.ts', "import 'mysql2'\nimport 'libsql'", []),
  at('server/src/reactions.ts', "import './features/notifications/public'", []),
  at('server/src/main.ts', "import './reactions'", []),
  at('server/src/features/villages/unit.test.ts', "import '../tickets/public'\nimport 'fast-check'\nimport '@nestjs/common'", []),
  at('server/test/support/world.ts', "import '../../src/main'", []),

  at('server/src/features/gossip/public.ts', "import '../villages/public'", ['known-rooms-only']),
  at('server/src/features/villages/peeks.ts', "import '../identity/public'", ['server-villages']),
  at('server/src/features/identity/peeks.ts', "import '../tickets/public'", ['server-identity']),
  at('server/src/features/sla/peeks.ts', "import '../tickets/public'", ['server-sla']),
  at('server/src/features/files/peeks.ts', "import '../tickets/public'", ['server-files']),
  at('server/src/features/roster/peeks.ts', "import '../tickets/public'", ['server-roster']),
  at('server/src/features/tickets/peeks.ts', "import '../notifications/public'", ['server-tickets']),
  at('server/src/features/lists/peeks.ts', "import '../tickets/public'", ['server-lists']),
  at('server/src/features/facts/peeks.ts', "import '../notifications/public'", ['server-facts']),
  at('server/src/features/notifications/peeks.ts', "import '../gossip/public'", ['server-notifications']),
  at('server/src/features/tickets/climbs-in.ts', "import '../villages/unit.table'", ['rooms-by-the-door']),
  at('server/src/features/tickets/nosy.module.ts', "import '../villages/unit.repository'", ['modules-join-modules']),
  at('server/src/features/tickets/close-ticket.ts', "import './ticket-bodies'", ['bodies-stay-at-the-edge']),
  at('server/src/features/tickets/nosy.board.ts', "import '../villages/unit.repository'", ['boards-see-tables']),
  at('server/src/platform/http/knows-a-room.ts', "import '../../features/tickets/public'", ['platform-below-rooms']),
  at('server/src/features/tickets/knows-the-roof.ts', "import '../../reactions'", ['rooms-below-the-roof']),
  at('server/src/features/tickets/submit-ticket.ts', "import '@nestjs/common'", ['nest-at-the-edge']),
  at('server/src/features/tickets/ticket.body.ts', "import 'class-validator'", ['controllers-speak-http']),
  at('server/src/features/tickets/ticket.repository.ts', "import 'mysql2/promise'", ['drivers-at-home']),
  at('server/src/platform/meets-the-phone.ts', "import '../../../miniapp/src/platform/request'", ['server-never-phone']),
  at('server/standin/wechat/main.ts', "import '../../src/main'", ['stand-in-stands-alone']),
  at('server/src/platform/lost.ts', "import './nowhere'", ['everything-is-found']),
  at('server/src/platform/knows-a-test.ts', "import '../../test/support/world'", ['no-tests-in-the-product']),
  at('server/src/platform/tries.ts', "import 'fast-check'", ['no-development-packages']),

  at('miniapp/src/platform/request.ts', "import '@huiying/shared/villages'", []),
  at('miniapp/src/ui/button.tsx', "import 'react'", []),
  at('miniapp/src/features/tickets/api.ts', "import '@/platform/request'", []),
  at('miniapp/src/pages/home/index.tsx', "import '@/features/tickets/api'\nimport '@/ui/button'", []),

  at('miniapp/src/platform/calls-home.ts', "import '../../../server/src/features/tickets/public'", ['phone-never-server']),
  at('miniapp/src/platform/reads-disk.ts', "import 'node:fs'", ['phone-runs-no-node']),
  at('miniapp/src/ui/fetches.tsx', "import '@/features/tickets/api'", ['ui-is-looks-only']),
  at('miniapp/src/platform/knows-a-page.ts', "import '@/pages/home/index'", ['phone-platform-below-features']),
]

function at(path, text, rules) {
  return { path, text, rules }
}
