import { useCallback, useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react'
import type { GridFocus } from '../grid-keys'
import styles from './desk.module.scss'

/** What was taken up: a cell, or somebody from the strip (by index of `people`). */
export type Dragged = { readonly kind: 'cell'; readonly at: GridFocus } | { readonly kind: 'person'; readonly person: number }

export interface GridDragOptions {
  readonly mayDrop: (dragged: Dragged, target: GridFocus) => boolean
  readonly onDrop: (dragged: Dragged, target: GridFocus) => void
}

// Fewer is a click with an unsteady hand.
const DRAG_PX = 5

/**
 * Drag with the mouse or a pen over cells and chips; a finger scrolls. What follows the pointer is moved by hand and
 * not by React: sixty drawings a second of a whole month would stutter.
 */
export function useGridDrag(options: GridDragOptions): { readonly onPointerDown: (event: ReactPointerEvent) => void } {
  const latest = useRef(options)
  latest.current = options
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = useCallback((down: ReactPointerEvent) => {
    const dragged = draggedUnder(down.target)
    if (dragged === null || down.pointerType === 'touch' || down.button !== 0) return
    const source = (down.target as HTMLElement).closest<HTMLElement>('[data-cell], [data-person]')
    const start = { x: down.clientX, y: down.clientY }
    let ghost: HTMLElement | null = null
    let over: HTMLElement | null = null

    const mark = (next: HTMLElement | null, isWelcome: boolean) => {
      over?.classList.remove(styles.welcome ?? '', styles.unwelcome ?? '')
      over = next
      over?.classList.add((isWelcome ? styles.welcome : styles.unwelcome) ?? '')
    }
    const move = (event: PointerEvent) => {
      if (ghost === null && Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG_PX) return
      ghost ??= ghostOf(source)
      ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`
      const target = document.elementFromPoint(event.clientX, event.clientY)
      const cell = cellUnder(target)
      const element = cell === null ? null : (target?.closest<HTMLElement>('[data-cell]') ?? null)
      mark(element === source ? null : element, cell !== null && latest.current.mayDrop(dragged, cell))
    }
    const end = (event: PointerEvent) => {
      const target = cellUnder(document.elementFromPoint(event.clientX, event.clientY))
      const wasDragged = ghost !== null
      stop.current?.()
      if (!wasDragged) return
      swallowClick()
      if (target !== null) latest.current.onDrop(dragged, target)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop.current?.()
    }
    stop.current = () => {
      mark(null, false)
      ghost?.remove()
      ghost = null
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', escape)
      stop.current = null
    }
    const cancel = () => stop.current?.()
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', escape)
  }, [])
  return { onPointerDown }
}

export function cellUnder(target: EventTarget | null): GridFocus | null {
  const [row, day] = ((target as Element | null)?.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '').split(':').map(Number)
  return row === undefined || day === undefined || Number.isNaN(row) ? null : { row, day }
}

function draggedUnder(target: EventTarget | null): Dragged | null {
  const person = (target as Element | null)?.closest<HTMLElement>('[data-person]')?.dataset.person
  if (person !== undefined) return { kind: 'person', person: Number(person) }
  const at = cellUnder(target)
  return at === null ? null : { kind: 'cell', at }
}

/** The name that follows the pointer. */
function ghostOf(source: HTMLElement | null): HTMLElement {
  const ghost = document.createElement('div')
  ghost.className = styles.ghost ?? ''
  ghost.textContent = source?.dataset.name ?? source?.textContent ?? ''
  // Inside the page: the colours and the type size are set there.
  ;(source?.closest('.hy-page') ?? document.body).appendChild(ghost)
  return ghost
}

/** Letting go is also a click on what lies beneath both ends; this one means nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
