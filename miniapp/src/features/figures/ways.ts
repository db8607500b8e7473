import type { Me } from '@huiying/shared/identity'
import { mySubDistrict, openPage } from '@/features/identity'
import type { FigurePeriod, FigureQuery } from './api'

const ROOT = '/packages/desk'
export const FIGURES_URL = `${ROOT}/figures/index`
export const BRIEF_URL = `${ROOT}/brief/index`
export const CALLBACKS_URL = `${ROOT}/callbacks/index`

/** Figures are for a desk: the WeChat build does not carry them. */
export function seesFigures(me: Me): boolean {
  return process.env.TARO_ENV === 'h5' && mySubDistrict(me) !== null
}

export function openFigures(period?: FigurePeriod): void {
  openPage(figuresUrl(period))
}

export function openBrief(): void {
  openPage(BRIEF_URL)
}

export function openCallbacks(): void {
  openPage(CALLBACKS_URL)
}

export function figuresUrl(period?: FigurePeriod): string {
  return period === undefined ? FIGURES_URL : `${FIGURES_URL}?from=${period.fromOn}&to=${period.toOn}`
}

/** The tickets behind one number. */
export function openFigureTickets({ fromOn, toOn, measure, class: inClass, ...more }: FigureQuery): void {
  const pairs = Object.entries({ from: fromOn, to: toOn, measure, class: inClass, ...more }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])
  openPage(`${ROOT}/behind/index?${pairs.join('&')}`)
}
