import { fireEvent, render, screen } from '@testing-library/react'
import type { Recorder } from '@/platform/use-recorder'
import { HoldToTalk } from './hold-to-talk'

let now = 0
beforeEach(() => {
  now = 1_000_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
})
afterEach(() => jest.restoreAllMocks())

/** A recorder that only remembers what it was told. */
function handRecorder(state: Recorder['state'] = 'idle', fault: string | null = null) {
  const told: string[] = []
  const tell = (word: string) => () => void told.push(word)
  const recorder: Recorder = { state, startedAt: null, fault, start: tell('start'), stop: tell('stop'), cancel: tell('cancel') }
  return { told, recorder }
}
const button = () => screen.getByRole('button', { name: /说/ })

test('press, speak, release', () => {
  const { told, recorder } = handRecorder()
  const { rerender } = render(<HoldToTalk recorder={recorder} />)
  fireEvent.touchStart(button())
  rerender(<HoldToTalk recorder={{ ...recorder, state: 'recording' }} />)
  now += 1_800
  fireEvent.touchEnd(screen.getByRole('button', { name: /正在听/ }))
  expect(told).toEqual(['start', 'stop'])
})

test('a short tap goes on listening until the next tap', () => {
  const { told, recorder } = handRecorder()
  const { rerender } = render(<HoldToTalk recorder={recorder} />)
  fireEvent.touchStart(button())
  now += 120
  fireEvent.touchEnd(button())
  expect(told).toEqual(['start'])

  rerender(<HoldToTalk recorder={{ ...recorder, state: 'recording' }} />)
  now += 6_000
  const listening = screen.getByRole('button', { name: /正在听/ })
  fireEvent.touchStart(listening)
  rerender(<HoldToTalk recorder={recorder} />)
  now += 900
  fireEvent.touchEnd(listening)
  expect(told).toEqual(['start', 'stop'])
})

test('one may think better of it, and hears why it did not work', () => {
  const { told, recorder } = handRecorder('recording')
  const { rerender } = render(<HoldToTalk recorder={recorder} />)
  fireEvent.click(screen.getByText('不说了'))
  expect(told).toEqual(['cancel'])

  rerender(<HoldToTalk recorder={handRecorder('idle', '没有允许用话筒').recorder} />)
  expect(screen.getByRole('alert').textContent).toBe('没有允许用话筒')
})
