import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { mySubDistrict, SignedIn } from '@/features/identity'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { addressIn, keepAddress, urlOf, type BoardAddress } from './board-address'
import { DeskBoard } from './desk-board'

/** What is late in the sub-district and what soon will be, for a desk and for a wall: kept fresh by the server. */
export default function DeskBoardPage() {
  const asked = addressIn(useRouter().params)
  const [address, setAddress] = useState(asked)
  const change = (part: Partial<BoardAddress>) => {
    const next = { ...address, ...part }
    setAddress(next)
    keepAddress(next)
  }
  return (
    <Page {...(address.isWall ? {} : { title: '超时看板' })} isWide>
      <SignedIn backTo={urlOf(address)}>
        {(me) => mySubDistrict(me) === null
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <DeskBoard key={me.accountId} address={address} onChange={change} />}
      </SignedIn>
    </Page>
  )
}
