import { POND, shownOf, startSealApp, type SealApp } from '../../../test/support/seal-app'
import { serverInHand, type ServerInHand } from '../../../test/support/server-in-hand'

let app: SealApp
let hand: ServerInHand
beforeEach(async () => {
  app = await startSealApp()
  hand = serverInHand(app.server.db.database, app.server.weChat.client)
})
afterEach(() => app.stop())

/** The seal's notices of each, newest first. */
async function told(): Promise<Readonly<Record<string, readonly string[]>>> {
  await hand.settle()
  const rows = await app.server.db.reads.query<{ person_id: string; kind: string }>(
    "SELECT person_id, kind FROM notices WHERE kind LIKE 'seal-%' ORDER BY created_at, id", [])
  const people = [...new Set(rows.map((row) => row.person_id))].sort()
  const kindsOf = (id: string) => rows.filter((row) => row.person_id === id).map(({ kind }) => kind)
  return Object.fromEntries(people.map((id) => [id, kindsOf(id)]))
}

test('the three are asked, and whoever filed it hears when it may be used', async () => {
  const seal = await app.submitted()
  expect(await told()).toEqual({ chen: ['seal-sign'], jian: ['seal-sign'], li: ['seal-sign'] })
  await app.sign('secretary', seal)
  await app.sign('supervisor', seal)
  expect((await told())['kuai']).toBeUndefined()
  await app.sign('director', seal)
  expect((await told())['kuai']).toEqual(['seal-approved'])
  const [notice] = await app.server.db.reads.query<{ data: string | object }>(
    "SELECT data FROM notices WHERE person_id = 'kuai'", [])
  const data: unknown = typeof notice?.data === 'string' ? JSON.parse(notice.data) : notice?.data
  expect(data).toMatchObject({ excerpt: POND.title, villageName: '柳树村', opens: { page: 'seal', id: seal.id } })
})

test('a number in the title reaches no phone', async () => {
  await app.submitted({ ...POND, title: '包给 13812345678 的鱼塘' })
  await hand.settle()
  const rows = await app.server.db.reads.query<{ data: string | object }>("SELECT data FROM notices WHERE kind = 'seal-sign'", [])
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).toContain('138****5678')
  expect(JSON.stringify(rows)).not.toContain('13812345678')
})

test('a refusal and a change are told to those whose signatures fell', async () => {
  const seal = await app.submitted()
  await told()
  await app.sign('secretary', seal)
  await app.post('jian', `/api/seals/${seal.id}/refusal`, { slot: 'supervisor', shown: shownOf(seal), reason: '租金太低' })
  expect(await told()).toMatchObject({ kuai: ['seal-refused'], li: ['seal-sign', 'seal-voided'], jian: ['seal-sign'] })
  const content = { ...POND, copies: 2 }
  const saved = await app.send('kuai', 'PUT', `/api/seals/${seal.id}`, { content, shown: shownOf(seal) })
  const changed = saved.as<typeof seal>()
  await app.post('kuai', `/api/seals/${seal.id}/submission`, { shown: shownOf(changed) })
  await app.sign('director', changed)
  await app.send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: { ...POND, copies: 1 }, shown: shownOf(changed) })
  expect((await told())['chen']?.slice(-1)).toEqual(['seal-voided'])
  expect((await told())['li']).not.toContain('seal-approved')
})
