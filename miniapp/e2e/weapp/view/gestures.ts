import * as glassEasel from 'glass-easel'
import { heardEvents } from './plain-event'

/** WeChat's long press: 350 ms without moving. */
const LONG_PRESS_MS = 350
/** A finger is never quite still. */
const STILL_PX = 10

let isTapLive = false
let isTapSpent = false

/** Whether the code runs inside a tap: WeChat asks for subscriptions nowhere else. */
export const isInsideTap = (): boolean => isTapLive

/** Whether a long press was heard: no tap follows it when the finger is lifted. */
export const isTapSpentOnLongPress = (): boolean => isTapSpent

/** Adds what the framework leaves to its host: the long press, and whether a tap is under way. */
export function watchGestures(): void {
  let timer: number | undefined
  let start = { x: 0, y: 0 }
  const begin = (target: EventTarget | null, x: number, y: number): void => {
    clearTimeout(timer)
    isTapSpent = false
    start = { x, y }
    timer = window.setTimeout(() => longPress(target, x, y), LONG_PRESS_MS)
  }
  const move = (x: number, y: number): void => {
    if (Math.hypot(x - start.x, y - start.y) > STILL_PX) clearTimeout(timer)
  }
  const listen = { capture: true, passive: true }
  document.addEventListener('touchstart', (event) => {
    const touch = event.touches[0]
    if (touch) begin(event.target, touch.clientX, touch.clientY)
  }, listen)
  document.addEventListener('touchmove', (event) => {
    const touch = event.touches[0]
    if (touch) move(touch.clientX, touch.clientY)
  }, listen)
  document.addEventListener('mousedown', (event) => begin(event.target, event.clientX, event.clientY), listen)
  document.addEventListener('mousemove', (event) => move(event.clientX, event.clientY), listen)
  for (const end of ['touchend', 'touchcancel', 'mouseup']) document.addEventListener(end, () => clearTimeout(timer), listen)
  for (const end of ['touchend', 'mouseup', 'click']) document.addEventListener(end, holdTapOpen, listen)
}

// The tap's handlers and their promises run before the next timer does.
function holdTapOpen(): void {
  isTapLive = true
  setTimeout(() => (isTapLive = false))
}

function longPress(origin: EventTarget | null, x: number, y: number): void {
  let node = origin as (Node & { __wxElement?: glassEasel.Element }) | null
  while (node && !node.__wxElement) node = node.parentNode
  if (!node?.__wxElement) return
  const event = new glassEasel.Event('longpress', { x, y }, { bubbles: true, composed: true, capturePhase: true })
  const before = heardEvents()
  glassEasel.Event.dispatchEvent(node.__wxElement, event)
  isTapSpent = heardEvents() > before
}
