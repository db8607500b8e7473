import type * as glassEasel from 'glass-easel'

export type FrameworkEvent = glassEasel.ShadowedEvent<unknown>

export interface PlainEvent {
  readonly type: string
  readonly timeStamp: number
  readonly detail: unknown
  readonly target: EventTargetFacts
  readonly currentTarget: EventTargetFacts
  readonly mark: unknown
  readonly touches?: readonly TouchFacts[]
  readonly changedTouches?: readonly TouchFacts[]
}

interface EventTargetFacts {
  readonly id: string
  readonly dataset: Readonly<Record<string, unknown>>
  readonly offsetLeft?: number
  readonly offsetTop?: number
}

interface TouchFacts {
  readonly identifier: number
  readonly pageX: number
  readonly pageY: number
  readonly clientX: number
  readonly clientY: number
  readonly x: number
  readonly y: number
}

let heard = 0

/** How many events the app's code has heard. */
export const heardEvents = (): number => heard

/** What the app's code gets: plain data, as it crosses from the screen to the code in WeChat. */
export function plainEvent(event: FrameworkEvent): PlainEvent {
  heard += 1
  const detail = (event.detail ?? {}) as { x?: number; y?: number; touches?: TouchList; changedTouches?: TouchList }
  const element = domOf(event.currentTarget)
  const common = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: targetFacts(event.target),
    currentTarget: targetFacts(event.currentTarget),
    mark: event.mark ?? {},
  }
  if (event.type.startsWith('touch')) {
    const touches = touchFacts(detail.touches, element)
    return { ...common, detail: {}, touches, changedTouches: touchFacts(detail.changedTouches, element) }
  }
  if (event.type === 'tap' || event.type === 'longpress') {
    const { x = 0, y = 0 } = detail
    const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y, x, y }
    return { ...common, detail: { x, y }, touches: [], changedTouches: [touch] }
  }
  return { ...common, detail: plainCopy(event.detail) }
}

const domOf = (node: unknown): HTMLElement | undefined => (node as { $$?: HTMLElement }).$$

function targetFacts(node: unknown): EventTargetFacts {
  const { id, dataset } = node as { readonly id?: string; readonly dataset?: Readonly<Record<string, unknown>> }
  const element = domOf(node)
  return {
    id: id ?? '',
    dataset: plainCopy(dataset ?? {}) as Readonly<Record<string, unknown>>,
    offsetLeft: element?.offsetLeft,
    offsetTop: element?.offsetTop,
  }
}

function touchFacts(touches: TouchList | undefined, element: HTMLElement | undefined): readonly TouchFacts[] {
  const box = element?.getBoundingClientRect()
  return Array.from(touches ?? [], ({ identifier, pageX, pageY, clientX, clientY }) => ({
    identifier, pageX, pageY, clientX, clientY,
    x: clientX - (box?.left ?? 0),
    y: clientY - (box?.top ?? 0),
  }))
}

function plainCopy(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value ?? {}))
  } catch {
    return {}
  }
}
