import { useState } from 'react'
import { LoadedView } from '@/ui/loaded-view'
import { keepAddress, type BoardAddress } from './board-address'
import { Columns } from './columns'
import { useLiveBoard } from './use-live-board'
import { Wall } from './wall'

/** One board, two faces: the desk's rows, the wall's numbers. */
export function DeskBoard({ asked }: { readonly asked: BoardAddress }) {
  const board = useLiveBoard()
  const [address, setAddress] = useState(asked)
  const change = (part: Partial<BoardAddress>) => {
    const next = { ...address, ...part }
    setAddress(next)
    keepAddress(next)
  }
  return (
    <LoadedView loaded={board}>
      {(answer) => address.isWall
        ? <Wall board={answer} isLive={board.isLive} onLeave={() => change({ isWall: false })} />
        : <Columns board={answer} isLive={board.isLive} reload={board.reload} address={address} onChange={change} />}
    </LoadedView>
  )
}
