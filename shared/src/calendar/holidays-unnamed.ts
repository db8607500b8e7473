import type { CalendarYear } from './work-calendar'

/** As each is written in the announcements, and the part of its name that people write. */
const USUAL = [
  ['元旦', '元旦'], ['春节', '春节'], ['清明节', '清明'], ['劳动节', '劳动'], ['端午节', '端午'], ['中秋节', '中秋'], ['国庆节', '国庆'],
] as const

/**
 * Of the seven holidays of every year those that none of its entries names; two may share one ("国庆节、中秋节"). No
 * fault: it is asked about, and regions have their own.
 */
export function holidaysUnnamed({ holidays }: Pick<CalendarYear, 'holidays'>): readonly string[] {
  return USUAL.filter(([, word]) => !holidays.some(({ name }) => isNamed(name, word))).map(([name]) => name)
}

function isNamed(name: string, word: string): boolean {
  return name.includes(word) || (word === '劳动' && name.includes('五一')) || (word === '国庆' && name.includes('十一'))
}
