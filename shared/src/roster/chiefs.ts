/** The two leaders who each go to a marked village themselves every month (handbook §3). */
export type Chief = 'party-secretary' | 'mayor'

/** Which of the two a leader is by his title; one who is both counts as the party secretary. */
export function chiefOf(charge: string | null): Chief | null {
  return chiefRoles(charge)[0] ?? null
}

/** Both where one person is both: "党委书记、镇长". */
export function chiefRoles(charge: string | null): readonly Chief[] {
  const titles = (charge ?? '')
    // The bracketed character belongs to the word; other brackets hold a remark.
    .replace(/[（(]工[）)]/g, '工')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[、，,；;/／|\s]|兼任?/)
  const isSome = (title: RegExp): boolean => titles.some((one) => title.test(one) && !NOT_THE_CHIEF.test(one))
  return [
    ...(isSome(PARTY_SECRETARY) ? ['party-secretary' as const] : []),
    ...(isSome(MAYOR) ? ['mayor' as const] : []),
  ]
}

/** A place's name may stand before the title, so these say only how it ends. */
const PARTY_SECRETARY = /(党工?委|镇委|乡委|街道工委|镇委员会|乡委员会|工作委员会|^工委|^)书记$/
const MAYOR = /(镇长|乡长|(办事处|街道办|街道|^代?)主任)$/

/** Deputies, and other bodies' secretaries; "原": a former one. */
const NOT_THE_CHIEF = /副|纪|团|政法|人大|政协|机关|支部|离退休|第一书记|^原/
