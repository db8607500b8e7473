import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { DEFAULT_ROSTER_TERMS, type ServiceCentresAnswer } from '@huiying/shared/roster'
import type { PostKind } from '@huiying/shared/identity'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import PolicyPage from './index'

const subDistrict = { id: 's1', kind: 'sub-district', name: '清河街道' } as const
const village = (id: string, name: string) => ({ id, kind: 'village' as const, name })

let server: SmallServer
let circleM: number | null
let kind: PostKind
let isSet: boolean

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  circleM = 200
  kind = 'staff'
  isSet = false
  const centres = (): ServiceCentresAnswer => ({
    villages: [{ village: village('v1', '青石村'), hasCentre: isSet }, { village: village('v2', '大河村'), hasCentre: true }],
  })
  server.reply = ({ path, method, body }) => {
    if (path === '/api/me') return { body: aVillager({ posts: [{ kind, unit: subDistrict, village: null, subDistrict, charge: null }] }) }
    if (path === '/api/roster/policy') {
      return { body: { version: 1, firstOn: '2026-11-01', terms: { ...DEFAULT_ROSTER_TERMS, locationCircleM: circleM }, maySet: false } }
    }
    if (path === '/api/roster/centres') return { body: centres() }
    if (method !== 'PUT') return { status: 404 }
    isSet = (body as { latitude: number | null }).latitude !== null
    return { body: centres() }
  }
  keepToken('token-1')
})
afterEach(() => server.stop())

const sent = () => server.heard.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, body])
const open = async () => {
  await refreshSession()
  render(<PolicyPage />)
  await screen.findByText('接班看不看位置')
}

test('where the circle is on, each village is set on the map, and taken away again', async () => {
  phone.position = { latitude: 26.5, longitude: 106.7 }
  await open()
  expect(await screen.findByText('还有 1 个村没设。')).toBeTruthy()
  fireEvent.click(screen.getByText('青石村'))
  fireEvent.click(await screen.findByText('在地图上选'))
  expect(await screen.findByText('每个村都设了。')).toBeTruthy()
  fireEvent.click(screen.getByText('青石村'))
  fireEvent.click(await screen.findByText('不设了'))
  expect(await screen.findByText('还有 1 个村没设。')).toBeTruthy()
  expect(sent()).toEqual([
    ['/api/villages/v1/service-centre', { latitude: 26.5, longitude: 106.7 }], ['/api/villages/v1/service-centre', { latitude: null }],
  ])
})

test('whoever backs out of the map has set nothing and done nothing wrong', async () => {
  await open()
  fireEvent.click(await screen.findByText('青石村'))
  fireEvent.click(await screen.findByText('在地图上选'))
  await waitFor(() => expect(phone.calls.some(({ name }) => name === 'chooseLocation')).toBe(true))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(sent()).toEqual([])
})

test('without a circle, and for whoever only reads, there is nothing to set', async () => {
  circleM = null
  await open()
  expect(screen.queryByText('各村服务中心在哪')).toBeNull()
})

test('a leader reads the rules only', async () => {
  kind = 'leader'
  await open()
  expect(screen.queryByText('各村服务中心在哪')).toBeNull()
  expect(server.heard.some(({ path }) => path === '/api/roster/centres')).toBe(false)
})
