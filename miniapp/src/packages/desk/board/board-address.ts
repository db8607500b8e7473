import { keepUrl } from '@/platform/keep-url'

/** What of the board is shown; kept in the address, so that a reload or a bookmark shows the same. */
export interface BoardAddress {
  readonly villageId: string | null
  readonly show: 'all' | 'late' | 'soon'
  readonly isWall: boolean
}

export const BOARD_URL = '/packages/desk/board/index'

export function addressIn(params: Readonly<Record<string, string | undefined>>): BoardAddress {
  const { village, show, wall } = params
  return {
    villageId: village === undefined || village === '' ? null : village,
    show: show === 'late' || show === 'soon' ? show : 'all',
    isWall: wall === '1',
  }
}

export function urlOf({ villageId, show, isWall }: BoardAddress): string {
  const pairs = [
    ...(villageId === null ? [] : [`village=${encodeURIComponent(villageId)}`]),
    ...(show === 'all' ? [] : [`show=${show}`]),
    ...(isWall ? ['wall=1'] : []),
  ]
  return pairs.length === 0 ? BOARD_URL : `${BOARD_URL}?${pairs.join('&')}`
}

export function keepAddress(address: BoardAddress): void {
  keepUrl(urlOf(address))
}
