import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { SealView } from '@huiying/shared/seal'
import { aVillager } from '../../../../test/me'
import { SmallServer } from '../../../../test/small-server'
import { freshPhone, phone } from '../../../../test/stand-in-taro'
import { refreshSession } from '@/platform/session'
import { keepToken } from '@/platform/token'
import SealPage from './index'

const NOW = Date.UTC(2026, 8, 14, 2, 0)
const person = (personId: string, name: string) => ({ personId, name, post: null, charge: null })
const NOTHING: SealView['may'] = { sign: [], takeBack: [], save: false, submit: false, withdraw: false, use: false }
const SEAL: SealView = {
  id: 's1', now: NOW, village: { id: 'village-1', kind: 'village', name: '青石桥村' }, status: 'signing',
  kind: 'contracting-out', title: '东塘承包三年', counterparty: { name: '孙老板', personId: null },
  document: { photo: { id: 'f1', url: '/f1', thumbUrl: '/f1t' }, sha256: 'c'.repeat(64) }, copies: 3, copiesLeft: 3,
  consent: { heldOn: '2026-09-12', minutes: { id: 'f2', url: '/f2', thumbUrl: '/f2t' } }, revision: 1, digest: 'd1',
  slots: [
    { slot: 'supervisor', signed: null, people: [person('p1', '刘芳')] },
    { slot: 'director', signed: { by: person('p2', '王建民'), at: NOW, level: 'drawn', strokes: null }, people: [] },
    { slot: 'secretary', signed: null, people: [] },
  ],
  refusedWhy: null, uses: [], may: NOTHING,
}

let server: SmallServer
let view: SealView

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  phone.params = { id: 's1' }
  view = SEAL
  server.reply = ({ path }) => {
    if (path === '/api/me') return { body: aVillager() }
    return path.startsWith('/api/seals/s1') ? { body: view } : { status: 404 }
  }
  keepToken('a-token')
  await act(() => refreshSession())
})
afterEach(() => server.stop())

const posts = () => server.heard.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])

test('who has signed, who is asked, and where nobody can', async () => {
  render(<SealPage />)
  expect(await screen.findByText('还差监委会主任、书记签字')).toBeTruthy()
  expect(screen.getByLabelText('村委会主任 王建民，已签')).toBeTruthy()
  expect(screen.getByLabelText('监委会主任 刘芳，等着签')).toBeTruthy()
  expect(screen.getByText(/没人能签“书记”/)).toBeTruthy()
})

test('no seal before the paper was held against the photo; then as many copies as are left', async () => {
  view = { ...SEAL, status: 'approved', may: { ...NOTHING, use: true } }
  render(<SealPage />)
  fireEvent.click(await screen.findByText('盖章登记'))
  fireEvent.click(await screen.findByText('盖了，登记'))
  expect((await screen.findByRole('alert')).textContent).toBe('请先对一对：手里这份和照片上的是不是一样')
  fireEvent.click(screen.getByText('和照片上的是同一份'))
  fireEvent.input(screen.getByLabelText('盖几份'), { target: { value: '4' } })
  fireEvent.click(screen.getByText('盖了，登记'))
  expect(await screen.findByText('只能再盖 3 份')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('盖几份'), { target: { value: '2' } })
  fireEvent.click(screen.getByText('盖了，登记'))
  await waitFor(() => expect(posts()).toEqual([['/api/seals/s1/uses', { documentSha256: 'c'.repeat(64), copies: 2 }]]))
})

test('a refusal needs its reason, and carries what was shown', async () => {
  view = { ...SEAL, may: { ...NOTHING, sign: ['supervisor'] } }
  render(<SealPage />)
  fireEvent.click(await screen.findByText('不同意'))
  fireEvent.click(await screen.findByText('不同意，退回去'))
  expect(await screen.findByText('请写上原因，大家才明白')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('不同意的原因'), { target: { value: '合同写的是五年' } })
  fireEvent.click(screen.getByText('不同意，退回去'))
  await waitFor(() => expect(posts()).toEqual([
    ['/api/seals/s1/refusal', { slot: 'supervisor', shown: { revision: 1, digest: 'd1' }, reason: '合同写的是五年' }],
  ]))
})
