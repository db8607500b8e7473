import { LoadedView } from '@/ui/loaded-view'
import type { BoardAddress } from './board-address'
import { Columns } from './columns'
import { useLiveBoard } from './use-live-board'
import { Wall } from './wall'

export interface DeskBoardProps {
  readonly address: BoardAddress
  readonly onChange: (part: Partial<BoardAddress>) => void
}

/** One board, two faces: the desk's rows, the wall's numbers. */
export function DeskBoard({ address, onChange }: DeskBoardProps) {
  const board = useLiveBoard()
  return (
    <LoadedView loaded={board}>
      {(answer) => address.isWall
        ? <Wall board={answer} isLive={board.isLive} onLeave={() => onChange({ isWall: false })} />
        : <Columns board={answer} isLive={board.isLive} reload={board.reload} address={address} onChange={onChange} />}
    </LoadedView>
  )
}
