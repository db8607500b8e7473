import { topPage } from '../page-stack'

interface Fields {
  readonly id?: boolean
  readonly dataset?: boolean
  readonly rect?: boolean
  readonly size?: boolean
  readonly scrollOffset?: boolean
  readonly node?: boolean
}

type Reply = (result: unknown) => void

interface Question {
  readonly find: () => Element | readonly Element[] | null
  readonly fields: Fields
  readonly reply: Reply | undefined
}

export const queryApis = { createSelectorQuery, createIntersectionObserver }

/** Asks the screen about elements of the page on top. */
function createSelectorQuery() {
  const questions: Question[] = []
  const about = (find: Question['find']) => {
    const ask = (fields: Fields, reply?: Reply) => {
      questions.push({ find, fields, reply })
      return query
    }
    return {
      fields: ask,
      boundingClientRect: (reply?: Reply) => ask({ id: true, dataset: true, rect: true, size: true }, reply),
      scrollOffset: (reply?: Reply) => ask({ id: true, dataset: true, scrollOffset: true }, reply),
      node: (reply?: Reply) => ask({ node: true }, reply),
    }
  }
  const query = {
    in: () => query,
    select: (selector: string) => about(() => pageRoot()?.querySelector(domSelector(selector)) ?? null),
    selectAll: (selector: string) => about(() => [...(pageRoot()?.querySelectorAll(domSelector(selector)) ?? [])]),
    selectViewport: () => about(() => document.documentElement),
    exec(done?: Reply) {
      setTimeout(() => {
        const results = questions.map(({ find, fields, reply }) => {
          const found = find()
          const describe = (one: Element | null): unknown => facts(one, fields)
          const result = Array.isArray(found) ? found.map(describe) : describe(found as Element | null)
          reply?.(result)
          return result
        })
        done?.(results)
      })
      return query
    },
  }
  return query
}

function facts(element: Element | null, fields: Fields): unknown {
  if (!element) return null
  const isViewport = element === document.documentElement
  const box = isViewport ? new DOMRect(0, 0, innerWidth, innerHeight) : element.getBoundingClientRect()
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: { ...(element as HTMLElement).dataset } }),
    ...(fields.rect && { left: box.left, top: box.top, right: box.right, bottom: box.bottom }),
    ...(fields.size && { width: box.width, height: box.height }),
    ...(fields.scrollOffset && { scrollTop: element.scrollTop, scrollLeft: element.scrollLeft }),
    ...(fields.node && { node: canvasNode(element) }),
  }
}

/** What `node()` of a canvas can do beyond drawing. */
function canvasNode(element: Element): unknown {
  const canvas = element.querySelector('canvas')
  if (!canvas) return null
  return Object.assign(canvas, {
    createImage: () => new Image(),
    requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  })
}

function createIntersectionObserver(_component: unknown, { thresholds = [0], observeAll = false } = {}) {
  let root: Element | null = null
  let margin = '0px'
  let observer: IntersectionObserver | undefined
  const relative = (selector: string | null, margins: Readonly<Record<string, number>> = {}) => {
    root = selector === null ? null : (pageRoot()?.querySelector(domSelector(selector)) ?? null)
    margin = ['top', 'right', 'bottom', 'left'].map((side) => `${margins[side] ?? 0}px`).join(' ')
    return watch
  }
  const watch = {
    relativeTo: (selector: string, margins?: Readonly<Record<string, number>>) => relative(selector, margins),
    relativeToViewport: (margins?: Readonly<Record<string, number>>) => relative(null, margins),
    observe(selector: string, reply: Reply) {
      observer = new IntersectionObserver(
        (entries) =>
          entries.forEach((entry) => {
            const { intersectionRatio, boundingClientRect, intersectionRect, rootBounds: relativeRect, time } = entry
            reply({ intersectionRatio, boundingClientRect, intersectionRect, relativeRect, time, id: entry.target.id })
          }),
        { root, rootMargin: margin, threshold: thresholds },
      )
      const found = [...(pageRoot()?.querySelectorAll(domSelector(selector)) ?? [])]
      for (const element of observeAll ? found : found.slice(0, 1)) observer.observe(element)
    },
    disconnect: () => observer?.disconnect(),
  }
  return watch
}

const pageRoot = (): HTMLElement | undefined => topPage()?.holder
// WeChat's deep combinator has no meaning here: the page's tree is one.
const domSelector = (selector: string): string => selector.replaceAll('>>>', ' ')
